package org.coopcheck.properties.generator;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;

/** Answers of servers, and whole servers, for jqwik. */
public final class AnswerGenerators {
  private AnswerGenerators() {}

  /** HTTP(S) URLs, few enough to meet again. */
  public static Arbitrary<Url> urls() {
    return Combinators.combine(
            OriginGenerators.tupleOrigins(), Arbitraries.of("/", "/1", "/2", "/path/3?query"))
        .as((TupleOrigin origin, String path) -> Url.of(origin + path));
  }

  /**
   * Answers.
   *
   * @param targets where redirects go, most of them
   */
  public static Arbitrary<Answer> answers(Vector<Url> targets) {
    Arbitrary<HeaderList> headers = HeaderGenerators.lists(HeaderGenerators.HONOURED);
    Arbitrary<Answer> served = headers.map(list -> new Answer.Served(200, list));
    Arbitrary<Answer> odd =
        Combinators.combine(Arbitraries.of(204, 300, 304, 404, 500, 302), headers)
            .as(Answer.Served::new);
    return Arbitraries.frequencyOf(
        Tuple.of(6, served),
        Tuple.of(4, redirects(locations(targets), headers)),
        Tuple.of(1, odd),
        Tuple.of(1, Arbitraries.just(new Answer.Nothing())));
  }

  private static Arbitrary<Answer> redirects(
      Arbitrary<String> locations, Arbitrary<HeaderList> headers) {
    return Combinators.combine(Arbitraries.of(302, 301, 303, 307, 308), headers, locations)
        .as((status, list, location) -> new Answer.Served(status, list.with("Location", location)));
  }

  private static Arbitrary<String> locations(Vector<Url> targets) {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.of(targets.map(Url::toString).asJava())),
        Tuple.of(
            1,
            Arbitraries.of(
                "/1",
                "2#fragment",
                "?query",
                "//b.example/1",
                "",
                "about:blank",
                "data:text/html,x",
                "javascript:1",
                "blob:https://a.example/1",
                "https://",
                "ftp://a.example/")),
        Tuple.of(1, HeaderGenerators.hostileValues()));
  }

  /**
   * Servers: for each URL one to three answers, the first of which answers the first request.
   * Redirects lead from one URL to another, and sometimes in a circle.
   *
   * @param urls the URLs
   */
  public static Arbitrary<SortedMap<Url, Vector<Answer>>> servers(Vector<Url> urls) {
    return answers(urls)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .list()
        .ofSize(urls.size())
        .map(
            lists ->
                urls.zip(lists)
                    .foldLeft(
                        TreeMap.empty(),
                        (web, entry) -> web.put(entry._1, Vector.ofAll(entry._2))));
  }

  /**
   * Servers that answer a request for the first URL by a chain of redirects through all the others,
   * each hop with fields of its own.
   *
   * @param urls the URLs, at least one, in the order of the chain
   */
  public static Arbitrary<SortedMap<Url, Vector<Answer>>> redirectChains(Vector<Url> urls) {
    return HeaderGenerators.lists(HeaderGenerators.HONOURED)
        .list()
        .ofSize(urls.size())
        .map(
            lists ->
                urls.zip(lists)
                    .zipWithIndex()
                    .foldLeft(
                        TreeMap.empty(),
                        (web, entry) ->
                            web.put(entry._1._1, Vector.of(hop(urls, entry._2, entry._1._2)))));
  }

  private static Answer hop(Vector<Url> urls, int index, HeaderList headers) {
    return index == urls.size() - 1
        ? new Answer.Served(200, headers)
        : new Answer.Served(302, headers.with("Location", urls.get(index + 1).toString()));
  }
}
