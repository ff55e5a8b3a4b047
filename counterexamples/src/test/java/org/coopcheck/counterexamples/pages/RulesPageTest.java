package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.Function0;
import io.vavr.Lazy;
import io.vavr.collection.Stream;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.ExhaustiveEngine;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Coverage;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.RestrictProperties;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.generator.RunGenerators;
import org.coopcheck.properties.invariant.Invariants;

/** {@code docs/rules.md}. */
class RulesPageTest {

  /**
   * A search.
   *
   * @param words what is said of an answer that it is the first to come across
   * @param coverage what it comes across
   */
  private record Look(String words, Lazy<Coverage> coverage) {
    static Look at(String words, Function0<Coverage> coverage) {
      return new Look(words, Lazy.of(coverage));
    }

    boolean reaches(Rule rule, Answer answer) {
      return coverage.get().reached(rule).contains(answer);
    }
  }

  /** {@code -Dcoopcheck.write=true} writes the page. */
  @Example
  void every_answer_of_every_rule_is_reached_or_it_is_said_what_reaches_it() throws IOException {
    var page = ProjectFiles.path("docs/rules.md");
    String printed = page();
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(page, printed);
    assertThat(Files.readString(page)).isEqualTo(printed);
  }

  private static String page() {
    var looks = looks();
    return """
        # Rules and their answers

        Every rule that notes decisions, and for each of its answers the first search that comes across it, printed by a test that
        does these searches: two steps, with what `check html` looks at if nothing else is said (*at once*); then with one more kind of step, with one redirect, with three
        steps; then under other rules; and last random runs of anything that a scenario can say, which are longer, have scripts that close windows or use their properties, and sandboxes of any flags.
        So an answer says what has to be there for it, and none is out of reach. `./coopcheck check --coverage` says the same of a search.

        | rule | answer | is given |
        | --- | --- | --- |
        """
        + Vector.of(Rule.values())
            .flatMap(
                rule ->
                    rule.answers()
                        .map(
                            answer ->
                                "| [%s](%s) | %s | %s |\n"
                                    .formatted(
                                        rule.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                        rule.source().link(),
                                        answer.word(),
                                        looks
                                            .find(look -> look.reaches(rule, answer))
                                            .map(Look::words)
                                            .getOrElseThrow(
                                                () ->
                                                    new AssertionError(
                                                        rule + " never says " + answer)))))
            .mkString();
  }

  private static Stream<Look> looks() {
    var standard = Bound.standardFor(Vector.of(HtmlStandard.VARIANT)).withSteps(Option.some(2));
    return Stream.of(Look.at("at once", () -> coverage(HtmlStandard.VARIANT, standard)))
        .appendAll(
            StepKind.OF_WORLDS
                .toVector()
                .reject(standard::offers)
                .map(
                    kind ->
                        Look.at(
                            "with `" + kind + "`",
                            () ->
                                coverage(
                                    HtmlStandard.VARIANT,
                                    standard.withKinds(standard.kinds().add(kind))))))
        .append(
            Look.at(
                "with a redirect", () -> coverage(HtmlStandard.VARIANT, standard.withRedirects(1))))
        .append(
            Look.at(
                "in three steps",
                () -> coverage(HtmlStandard.VARIANT, standard.withSteps(Option.some(3)))))
        .appendAll(
            Vector.of(StepKind.TRAVERSE, StepKind.NAME, StepKind.SANDBOX, StepKind.CSP_SANDBOX)
                .map(
                    kind ->
                        Look.at(
                            "in three steps, with `" + kind + "`",
                            () ->
                                coverage(
                                    HtmlStandard.VARIANT,
                                    standard
                                        .withSteps(Option.some(3))
                                        .withOrigins(1)
                                        .withKinds(standard.kinds().add(kind))))))
        .append(
            Look.at(
                "in three steps, with `report-only`, `report-endpoint` and `access`",
                () ->
                    coverage(
                        HtmlStandard.VARIANT,
                        standard
                            .withSteps(Option.some(3))
                            .withOrigins(1)
                            .withRedirects(0)
                            .withValues(
                                Vector.of(
                                    OpenerPolicyValue.UNSAFE_NONE, OpenerPolicyValue.SAME_ORIGIN))
                            .withKinds(
                                TreeSet.of(
                                    StepKind.OPEN,
                                    StepKind.REPORT_ONLY,
                                    StepKind.REPORT_ENDPOINT,
                                    StepKind.ACCESS)))))
        .appendAll(
            Variants.ALL
                .appendAll(Variants.parse("restrict-properties,error-page=compared").toOption())
                .map(
                    variant ->
                        Look.at(
                            "under `" + variant.name() + "`",
                            () -> coverage(variant, two(variant)))))
        .append(
            Look.at(
                "under `restrict-properties`, with `blob`",
                () ->
                    coverage(
                        RestrictProperties.VARIANT,
                        two(RestrictProperties.VARIANT)
                            .withKinds(
                                two(RestrictProperties.VARIANT).kinds().add(StepKind.BLOB)))))
        .append(
            Look.at(
                "in three steps, with `push-state` and `traverse`",
                () ->
                    coverage(
                        HtmlStandard.VARIANT,
                        standard
                            .withSteps(Option.some(3))
                            .withKinds(TreeSet.of(StepKind.PUSH_STATE, StepKind.TRAVERSE)))))
        .append(Look.at("by random runs", RulesPageTest::random));
  }

  private static Bound two(Variant variant) {
    return Bound.standardFor(Vector.of(variant)).withSteps(Option.some(2));
  }

  private static Coverage random() {
    var heard = new Decisions.Counted();
    var random = new Random(1);
    var runs = RunGenerators.rawRuns(RunGenerators.VARIANTS).generator(1000);
    for (int i = 0; i < 2000; i++) runs.next(random).value().moments(heard);
    return heard.coverage();
  }

  /** What a search to the end of the bound comes across: the invariant holds everywhere. */
  private static Coverage coverage(Variant variant, Bound bound) {
    return new ExhaustiveEngine(new Wish(1, true))
        .searches(
            variant,
            Vector.of(Invariants.find("clusters-stay-in-a-process").get()),
            new Engine.Asked(any -> bound, false))
        .head()
        .by()
        .apply(Conduct.PLAIN)
        .head()
        .coverage()
        .get();
  }
}
