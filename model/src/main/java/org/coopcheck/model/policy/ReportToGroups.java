package org.coopcheck.model.policy;

import static io.vavr.API.For;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import org.coopcheck.model.http.HeaderList;

/**
 * The endpoint groups that the field {@code Report-To} declares.
 *
 * <p>MODEL: a group lives as long as the document that came with it. That a browser remembers it
 * for the origin's later responses, for {@code max_age} seconds, and for subdomains, is left out: a
 * report that only a remembered group would receive cannot be found.
 *
 * @see <a href="https://www.w3.org/TR/2018/WD-reporting-1-20180925/#header">Reporting, 2018</a>
 */
final class ReportToGroups {
  private ReportToGroups() {}

  /** An endpoint as written: its URL may still turn out to be none. */
  private record Endpoint(String reference, double priority, double weight) {}

  private record Group(String name, double maxAge, Vector<Endpoint> endpoints) {

    /** The URLs, in the order in which a report is offered to them. */
    Vector<String> references() {
      // MODEL: among endpoints of one priority the heaviest comes first, then the first; a browser
      // draws lots. Reports to the others cannot be found.
      return endpoints
          .sorted(
              Comparator.comparingDouble(Endpoint::priority)
                  .thenComparing(Comparator.comparingDouble(Endpoint::weight).reversed()))
          .map(Endpoint::reference);
    }
  }

  /**
   * The groups by name, each with the URLs of its endpoints as written, in the order in which a
   * report is offered to them.
   *
   * @see <a href="https://www.w3.org/TR/2018/WD-reporting-1-20180925/#process-header">Reporting,
   *     2018</a>
   */
  static SortedMap<String, Vector<String>> read(HeaderList headers) {
    return headers
        .get("Report-To") // 3.
        .flatMap(value -> JsonReader.read("[" + value + "]")) // 4.
        .flatMap(Json::array)
        .getOrElse(Vector::empty)
        .flatMap(ReportToGroups::group) // 6.
        .distinctBy(Group::name) // 6.4. the first of a name
        .filter(group -> group.maxAge() > 0) // a group of age 0 is forgotten at once
        .foldLeft(
            TreeMap.<String, Vector<String>>empty(),
            (groups, group) -> groups.put(group.name(), group.references()));
  }

  private static Option<Group> group(Json item) {
    var maxAge = item.member("max_age").flatMap(Json::nonNegativeInteger); // 6.1.
    var endpoints = item.member("endpoints").flatMap(Json::array); // 6.2.
    var name = item.member("group").map(Json::string).getOrElse(Option.some("default")); // 6.3.
    return For(name, maxAge, endpoints)
        .yield((n, age, items) -> new Group(n, age, items.flatMap(ReportToGroups::endpoint)));
  }

  private static Option<Endpoint> endpoint(Json item) {
    var url = item.member("url").flatMap(Json::string); // 6.6.1.
    var priority = nonNegativeIntegerOr1(item, "priority"); // 6.6.2.
    var weight = nonNegativeIntegerOr1(item, "weight"); // 6.6.3.
    return For(url, priority, weight).yield(Endpoint::new);
  }

  /** The member's number, 1 if it is missing, none if it is something else. */
  private static Option<Double> nonNegativeIntegerOr1(Json item, String name) {
    return item.member(name).map(Json::nonNegativeInteger).getOrElse(Option.some(1.0));
  }
}
