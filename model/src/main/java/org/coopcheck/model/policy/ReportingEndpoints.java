package org.coopcheck.model.policy;

import io.vavr.Tuple;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.DictionaryMember;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.HeaderReading;
import org.coopcheck.model.http.InnerList;
import org.coopcheck.model.http.StructuredItem;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;

/**
 * Where a response wants its reports sent: the fields {@code Reporting-Endpoints} and, for names
 * that the first does not have, the older {@code Report-To}.
 *
 * @see <a href="https://w3c.github.io/reporting/#header">Reporting</a>
 */
public final class ReportingEndpoints {
  private static final HeaderReading<Declared> DECLARED =
      HeaderReading.of(headers -> new Declared(endpoints(headers), ReportToGroups.read(headers)));

  private ReportingEndpoints() {}

  /** What the fields say, before URLs are parsed. */
  private record Declared(
      SortedMap<String, String> endpoints, SortedMap<String, Vector<String>> groups) {}

  /**
   * The endpoints by name.
   *
   * @see <a href="https://w3c.github.io/reporting/#process-header">Reporting</a>
   * @param headers the header list of the response
   * @param base the URL of the response
   */
  public static SortedMap<String, Url> parse(HeaderList headers, Url base) {
    if (!isTrustworthy(base)) return TreeMap.empty(); // 1.
    var declared = DECLARED.in(headers);
    SortedMap<String, Url> endpoints =
        declared
            .endpoints()
            .flatMap(
                (name, reference) -> endpoint(reference, base).map(url -> Tuple.of(name, url)));
    SortedMap<String, Url> groups =
        declared
            .groups()
            .flatMap((name, urls) -> firstOfGroup(urls, base).map(url -> Tuple.of(name, url)));
    return endpoints.merge(groups);
  }

  private static SortedMap<String, String> endpoints(HeaderList headers) {
    return headers
        .getStructuredDictionary("Reporting-Endpoints") // 2.
        .getOrElse(TreeMap::empty) // 3.
        .flatMap((name, member) -> string(member).map(value -> Tuple.of(name, value))); // 5.1.
  }

  private static Option<String> string(DictionaryMember member) {
    return switch (member) {
      case StructuredItem item -> item.string();
      case InnerList ignored -> Option.none();
    };
  }

  private static Option<Url> endpoint(String reference, Url base) {
    return base.resolve(reference) // 5.2.
        .toOption()
        .filter(ReportingEndpoints::isTrustworthy); // 5.3.
  }

  private static Option<Url> firstOfGroup(Vector<String> references, Url base) {
    return references
        .iterator()
        .filter(reference -> isAbsolute(reference) || isPathAbsolute(reference))
        .flatMap(reference -> endpoint(reference, base))
        .headOption();
  }

  private static boolean isAbsolute(String reference) {
    return Url.parse(reference).isRight();
  }

  private static boolean isPathAbsolute(String reference) {
    return reference.startsWith("/") && !reference.startsWith("//");
  }

  private static boolean isTrustworthy(Url url) {
    return url.tupleOrigin().exists(TupleOrigin::isPotentiallyTrustworthy);
  }
}
