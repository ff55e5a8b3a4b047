package org.coopcheck.properties.generator;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;

/**
 * The pages of a universe, each with the chain of responses that it stands for. The plainest comes
 * first.
 */
final class Pages {
  private final SortedMap<Url, Vector<Answer>> web;
  private final Vector<Vector<Url>> byHops;
  private final Vector<Url> down;
  private final Lazy<Index> index;

  /**
   * @param urls the pages, the plainest of each length first
   * @param web what their servers answer
   */
  Pages(Vector<Url> urls, SortedMap<Url, Vector<Answer>> web) {
    this.web = web;
    var hops = urls.groupBy(this::hops);
    this.byHops = Vector.range(0, hops.size()).map(number -> hops.get(number).get());
    this.down = byHops.head().filter(url -> web.get(url).get().contains(new Answer.Nothing()));
    this.index = Lazy.of(() -> new Index(urls.zipWithIndex((url, rank) -> page(url, rank))));
  }

  /** The pages behind so many redirects. */
  Vector<Url> behind(int hops) {
    return byHops.get(hops);
  }

  /** The pages whose servers do not answer. */
  Vector<Url> down() {
    return down;
  }

  /** The most redirects before a page. */
  int mostHops() {
    return byHops.size() - 1;
  }

  private int hops(Url url) {
    return WebPart.locations(url, web.get(url).get())
        .headOption()
        .map(next -> 1 + hops(next))
        .getOrElse(0);
  }

  /** Where the redirects of a page end. */
  Url lastOf(Url url) {
    return WebPart.locations(url, web.get(url).get()).headOption().map(this::lastOf).getOrElse(url);
  }

  private Page page(Url url, int rank) {
    return new Page(url, rank, chain(url));
  }

  private Vector<Link> chain(Url url) {
    var answers = web.get(url).get();
    var link =
        new Link(url.tupleOrigin().get().toString(), answers.map(Pages::word).mkString(" or "));
    return WebPart.locations(url, answers)
        .headOption()
        .fold(Vector::<Link>empty, this::chain)
        .prepend(link);
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case Answer.Nothing() -> "nothing";
      case Answer.Served(var status, var headers) -> headers.without("Location").toString();
    };
  }

  /** How far from plain it is; what is no page of the universe is farthest. */
  int rank(Url url) {
    return index.get().byUrl().get(url).map(Page::rank).getOrElse(Integer.MAX_VALUE);
  }

  /** The pages that lack one link of this one, or have a plainer one in its place. */
  Vector<Url> plainerThan(Url url) {
    return index.get().byUrl().get(url).map(this::plainerThan).getOrElse(Vector.empty());
  }

  private Vector<Url> plainerThan(Page page) {
    var chain = page.chain();
    var places = Vector.range(0, chain.size());
    return places
        .map(chain::removeAt)
        .appendAll(
            places.flatMap(
                place -> plainerThan(chain.get(place)).map(link -> chain.update(place, link))))
        .flatMap(each -> index.get().byChain().get(key(each)))
        .filter(each -> each.rank() < page.rank())
        .map(Page::url);
  }

  private Vector<Link> plainerThan(Link link) {
    return index
        .get()
        .links()
        .takeUntil(link::equals)
        .filter(each -> each.origin().equals(link.origin()) || each.answer().equals(link.answer()));
  }

  private static String key(Vector<Link> chain) {
    return chain.map(link -> link.origin() + " " + link.answer()).mkString(" > ");
  }

  private record Page(Url url, int rank, Vector<Link> chain) {}

  /** A response of a chain: who answers, and what, but for where it redirects to. */
  private record Link(String origin, String answer) {}

  /** What only a run that is made simpler needs. */
  private record Index(
      SortedMap<Url, Page> byUrl, SortedMap<String, Page> byChain, Vector<Link> links) {

    Index(Vector<Page> pages) {
      this(
          TreeMap.ofEntries(pages.map(page -> Tuple.of(page.url(), page))),
          TreeMap.ofEntries(pages.map(page -> Tuple.of(key(page.chain()), page))),
          pages.filter(page -> page.chain().size() == 1).map(page -> page.chain().head()));
    }
  }
}
