package org.coopcheck.counterexamples.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;

/** Files that put a variant together, and what is wrong with those that do not. */
class VariantFilesTest {
  private static Variant read(String text) {
    return VariantFiles.read("v.yaml", text).get();
  }

  private static Vector<String> problems(String text) {
    return VariantFiles.read("v.yaml", text).getError().map(Problem::toString);
  }

  @Example
  void the_name_says_all_that_the_file_does() {
    var variant =
        read(
            """
            coopcheck: 1
            title: What if popups inherited?
            base: restrict-properties,name=sticky
            choices: {popup-opener-policy: page, noopener-rule: off}
            tables:
              ordinary:
                - {active: unsafe-none, response: same-origin, origins: cross-origin, swap: related}
              popup:
                - {active: [same-origin, unsafe-none], response: unsafe-none, swap: none}
            """);
    assertThat(variant.name())
        .isEqualTo(
            "restrict-properties,name=sticky,popup-opener-policy=page,noopener-rule=off"
                + ",popup-table=same-origin/unsafe-none/same-origin/none"
                + ",popup-table=same-origin/unsafe-none/cross-origin/none"
                + ",popup-table=unsafe-none/unsafe-none/same-origin/none"
                + ",popup-table=unsafe-none/unsafe-none/cross-origin/none"
                + ",ordinary-table=unsafe-none/same-origin/cross-origin/related");
    assertThat(variant.summary()).isEqualTo("What if popups inherited?");
    assertThat(Variants.parse(variant.name()).get()).isEqualTo(variant);
  }

  @Example
  void a_base_alone_is_the_base() {
    assertThat(read("{coopcheck: 1, base: html+naive}").name()).isEqualTo("html+naive");
  }

  @Example
  void the_example_in_the_docs_can_be_read() throws IOException {
    String text = Files.readString(Path.of("../docs/examples/popups-inherit.yaml"));
    assertThat(read(text).name()).startsWith("html,popup-opener-policy=page,");
  }

  @Data
  Iterable<Tuple2<String, Vector<String>>> wrong() {
    return Table.of(
        Tuple.of("", Vector.of("v.yaml:1: an empty file; expected a variant")),
        Tuple.of("3", Vector.of("v.yaml:1: \"3\" is not a variant, which is a mapping")),
        Tuple.of(
            "{base: html}", Vector.of("v.yaml:1: no \"coopcheck\"; expected \"coopcheck: 1\"")),
        Tuple.of(
            "coopcheck: 1\nsteps: []",
            Vector.of(
                "v.yaml:1: no \"base\"; expected the name of a variant",
                "v.yaml:2: \"steps\" is not a member of a variant")),
        Tuple.of(
            "coopcheck: 1\nbase: htm\nchoices: {a: b}",
            Vector.of("v.yaml:2: \"htm\" is not a variant; did you mean \"html\"?")),
        Tuple.of(
            "coopcheck: 1\nbase: html\nchoices:\n  nam: sticky\n  name: stick\n  blob: [literal]",
            Vector.of(
                "v.yaml:4: \"nam\" is not a choice; did you mean \"name\"?",
                "v.yaml:5: \"stick\" is not an answer for name; did you mean \"sticky\"?",
                "v.yaml:6: a list; expected an answer for blob")),
        Tuple.of(
            "coopcheck: 1\nbase: html\nchoices: {cpwpp-names: same-origin}",
            Vector.of(
                "v.yaml:3: \"cpwpp-names=same-origin\" is not a choice that fits the variant:"
                    + " cpwpp-names is a question of cpwpp; html reads no"
                    + " Cross-Page-Window-Proxy-Policy")),
        Tuple.of(
            "coopcheck: 1\nbase: html\ntables: {popup: [{active: same-origine, swap: no}]}",
            Vector.of(
                "v.yaml:3: no \"response\"; expected an opener policy value",
                "v.yaml:3: \"no\" is not one of the words for swap",
                "v.yaml:3: \"same-origine\" is not an opener policy value; did you mean"
                    + " \"same-origin\"?")),
        Tuple.of(
            "coopcheck: 1\nbase: html\ntables: {ordinary: 3, frame: []}",
            Vector.of(
                "v.yaml:3: \"frame\" is not a member of tables",
                "v.yaml:3: \"3\" is not a list of cells")),
        Tuple.of(
            "coopcheck: 1\nbase: html\ntables:\n  popup:\n"
                + "    - {active: same-origin, response: unsafe-none, swap: none}\n"
                + "    - {active: same-origin, response: unsafe-none, origins: same-origin, swap:"
                + " full}\n",
            Vector.of(
                "v.yaml:6: \"popup-table=same-origin/unsafe-none/same-origin/full\" is not the"
                    + " only answer to its question")));
  }

  @Property
  @FromData("wrong")
  void every_problem_is_told_with_its_line(@ForAll String text, @ForAll Vector<String> expected) {
    assertThat(problems(text)).isEqualTo(expected);
  }
}
