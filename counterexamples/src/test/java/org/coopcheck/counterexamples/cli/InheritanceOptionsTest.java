package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple4;

/**
 * The pictures of the document on inheritance come out by themselves. Error pages are compared here,
 * as Chromium does: by the letter they stay, and are the nearest way to break most of this.
 */
class InheritanceOptionsTest {
  private static final String B1 = "one-policy-in-a-group";
  private static final String B3 = "isolated-groups-are-isolated";
  private static final String I7 = "restricted-groups-have-one-coop-origin";
  private static final String P2 = "tainted-means-one-top-level-origin";
  private static final String P4 = "permission-is-not-bypassed";

  @Data
  Iterable<Tuple4<String, String, Integer, String>> pictures() {
    return Table.of( // variant, invariant, steps, what is seen
        Tuple.of(
            "restrict-properties+naive",
            B1,
            3,
            "window1 has restrict-properties of https://a.example and window2 has"
                + " restrict-properties of https://b.example"),
        Tuple.of(
            "restrict-properties+none",
            I7,
            3,
            "window2 has unsafe-none of the COOP origin https://a.example, but is in the group for"
                + " restrict-properties pages of https://a.example"),
        Tuple.of(
            "html,noopener-rule=off",
            P4,
            3,
            "frame1 of https://b.example was not allowed cross-origin-isolated by the page window1,"
                + " but can script window2, which is cross-origin isolated"));
  }

  @Property
  @FromData("pictures")
  void the_harm_is_found_in_as_many_steps(
      @ForAll String variant, @ForAll String invariant, @ForAll int steps, @ForAll String seen) {
    var found = check(variant, invariant).get(0).get("counterexample");
    assertThat(found.get("steps").asInt()).isEqualTo(steps);
    assertThat(found.get("explanation").asText()).contains(seen);
  }

  @Example
  void with_the_coop_origin_none_of_it_happens() {
    var verdicts = check("restrict-properties+coop-origin", B1, B3, I7, P2, P4);
    assertThat(verdicts).hasSize(5);
    assertThat(verdicts).allMatch(each -> each.get("verdict").asText().equals("holds"));
  }

  @Example
  void querying_the_opener_breaks_where_popups_are_nested() {
    String[] bound = {
      "--windows",
      "3",
      "--steps",
      "4",
      "--actions",
      "open,iframe",
      "--values",
      "unsafe-none,restrict-properties"
    };
    var queried = check("restrict-properties+query-opener", bound, I7).get(0);
    var steps = queried.get("counterexample").get("scenario").get("steps");
    assertThat(steps).hasSize(4);
    // The popup opens the one that breaks it, and has never been navigated.
    assertThat(steps.get(3).get("by")).isEqualTo(steps.get(2).get("open"));
    assertThat(steps.get(2).has("url")).isFalse();
    var inherited = check("restrict-properties+coop-origin", bound, I7).get(0);
    assertThat(inherited.get("verdict").asText()).isEqualTo("holds");
  }

  private static JsonNode check(String variant, String... invariants) {
    return check(variant, new String[0], invariants);
  }

  private static JsonNode check(String variant, String[] bound, String... invariants) {
    return CommandRun.of(
            Vector.of("check", variant + ",error-page=compared", "--json")
                .appendAll(Vector.of("--out", "target/inheritance-options"))
                .appendAll(Vector.of(bound))
                .appendAll(Vector.of(invariants).flatMap(each -> Vector.of("--invariant", each)))
                .toJavaArray(String[]::new))
        .json();
  }
}
