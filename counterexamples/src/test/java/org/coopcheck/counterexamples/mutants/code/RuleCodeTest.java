package org.coopcheck.counterexamples.mutants.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.BitSet;
import java.util.Map;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.counterexamples.mutants.bench.Bench;
import org.coopcheck.counterexamples.mutants.bench.Switchboard;

class RuleCodeTest {
  static final RuleCode CODE = RuleCode.ofTheModel();

  @Data
  Iterable<Tuple3<String, String, String>> slips() {
    return Table.of( // method, kind of slip, what is changed
        Tuple.of(
            "BrowsingContextGroupSwitches.matchOpenerPolicyValues",
            "condition-negated",
            "the comparison with UNSAFE_NONE is negated"),
        Tuple.of(
            "BrowsingContextGroupSwitches.matchOpenerPolicyValues",
            "condition-ignored",
            "the answer of CoopComparison.sameOrigin counts as true"),
        Tuple.of(
            "Navigation.withSameDocumentEntry",
            "step-removed",
            "Navigation.withoutForgottenDocuments is left out"),
        Tuple.of(
            "HtmlStandard.blobOpenerPolicy",
            "condition-ignored",
            "the answer of Origin.isSameOriginWith counts as false"),
        Tuple.of(
            "HtmlStandard.sandboxingUse",
            "operands-exchanged",
            "the operands 1 and 3 of new Questions.SandboxingUse"),
        Tuple.of(
            "HtmlStandard.noopenerRule",
            "other-fact",
            "ownOpenerPolicy is asked instead of Questions.PopupCreation.topLevelOpenerPolicy"),
        Tuple.of("Navigation.navigate", "other-variable", "is read instead of"),
        Tuple.of("Access.static", "value-missing", "the list lacks value 13 of 13"),
        Tuple.of(
            "HtmlStandard.errorPageDecision", "other-value", "NONE stands in the place of FULL"),
        Tuple.of("HtmlStandard.static", "answer-flipped", "true stands in the place of false"),
        Tuple.of(
            "Navigation.finalizeACrossDocumentNavigation",
            "other-case",
            "case 2 of 3 is answered as the next one"),
        Tuple.of("World.isFullyActive", "other-quantifier", "exists instead of Option.forAll"),
        Tuple.of("Access.handleOn", "nothing-answered", "nothing is answered"));
  }

  @Property
  @FromData("slips")
  void each_kind_of_slip_is_made_where_it_can_be(
      @ForAll String method, @ForAll String operator, @ForAll String sentence) {
    assertThat(CODE.mutants().map(RuleMethod.InCode::mutant))
        .anyMatch(
            each ->
                each.place().equals(method)
                    && each.operator().equals(operator)
                    && each.sentence().contains(sentence));
  }

  @Data
  Iterable<Tuple3<String, String, String>> whatIsNoSlip() {
    return Table.of( // method, kind of slip, what would be changed
        // Two operands that are written alike.
        Tuple.of(
            "BrowsingContexts.createWithoutAnOpener",
            "operands-exchanged",
            "the operands 4 and 7 of new BrowsingContext"),
        // Nothing but a note depends on it.
        Tuple.of(
            "Sandboxing.allowedBySandboxingToNavigate",
            "condition-negated",
            "the answer of SortedSet.isEmpty"),
        // Nothing but an assertion depends on it.
        Tuple.of(
            "BrowsingContextChoice.inANewGroup", "condition-negated", "the answer of Url.isHttp"),
        // Texts that have the hash of a case are that case.
        Tuple.of(
            "CrossOriginResourcePolicies.parse",
            "condition-ignored",
            "the answer of String.equals counts as true"));
  }

  @Property
  @FromData("whatIsNoSlip")
  void where_nobody_could_slip_no_slip_is_made(
      @ForAll String method, @ForAll String operator, @ForAll String sentence) {
    var mutants = CODE.mutants().map(RuleMethod.InCode::mutant);
    assertThat(mutants).anyMatch(each -> each.place().equals(method));
    assertThat(mutants)
        .noneMatch(
            each ->
                each.place().equals(method)
                    && each.operator().equals(operator)
                    && each.sentence().contains(sentence));
  }

  @Example
  void each_mutant_has_a_name_of_its_own_and_the_line_that_it_is_on() {
    var mutants = CODE.mutants().map(RuleMethod.InCode::mutant);
    assertThat(mutants.map(each -> each.id()).distinct()).hasSameSizeAs(mutants);
    assertThat(mutants).allMatch(each -> each.line() > 0);
    assertThat(
            mutants.find(
                each ->
                    each.place().equals("OpenerPolicyEnforcement.enforceAResponsesOpenerPolicy")))
        .isNotEmpty();
  }

  @Example
  void what_a_step_notes_of_itself_and_what_it_asserts_is_not_mutated() {
    assertThat(CODE.mutants().map(each -> each.mutant().sentence()))
        .noneMatch(each -> each.contains("Decisions.") || each.contains("ModelDefect."))
        .noneMatch(each -> each.contains("Rule.") || each.contains("JAVASCRIPT_URL"));
  }

  @Example
  void a_list_without_a_value_keeps_the_others_in_order() {
    assertThat(Switchboard.without(new String[] {"a", "b", "c"}, 1)).containsExactly("a", "c");
  }

  /** A virtual machine checks each of them when it loads the class. */
  @Example
  void every_mutant_is_code_that_a_virtual_machine_accepts() throws ClassNotFoundException {
    var copy = ModelCopy.switching(CODE);
    for (String name : CODE.classNames()) {
      assertThat(Class.forName(name.replace('/', '.'), true, copy).getClassLoader()).isSameAs(copy);
    }
    for (var method : CODE.methods().filter(RuleMethod::isInitialiser)) {
      for (var mutant : method.mutants()) {
        var single = ModelCopy.of(CODE, mutant);
        assertThat(single.loadClass(method.code().owner().name.replace('/', '.')).getMethods())
            .isNotNull();
      }
    }
  }

  @Example
  void a_copy_without_a_mutant_answers_as_the_model_does() {
    var switching = ModelCopy.switching(CODE).make(Bench.class, Bench.IMPLEMENTATION);
    var plain = ModelCopy.plain().make(Bench.class, Bench.IMPLEMENTATION);
    switching.begin("html", "html");
    plain.begin("html", "html");
    assertThat(switching.rows()).hasSizeGreaterThan(400).isEqualTo(plain.rows());
    var rows = Vector.range(0, plain.rows().size());
    assertThat(rows.map(switching::mismatch)).isEqualTo(rows.map(plain::mismatch));
    assertThat(rows.map(plain::mismatch)).contains("");
  }

  @Example
  void while_the_model_answers_those_mutants_are_different_that_answer_a_call_otherwise() {
    var method =
        CODE.methods()
            .find(each -> each.code().node().name.equals("matchOpenerPolicyValues"))
            .get();
    var copy = ModelCopy.recording(CODE);
    CODE.classNames().forEach(copy::initialise);
    var bench = copy.make(Bench.class, Bench.IMPLEMENTATION);
    bench.begin("html", "html");
    int[] watched = method.mutants().toJavaStream().mapToInt(RuleMethod.InCode::number).toArray();
    Switchboard.watch(Map.of(method.number(), watched));
    Switchboard.takeDifferent();
    try {
      for (int row = 0; row < 30; row++) bench.mismatch(row);
    } finally {
      Switchboard.watch(Map.of());
    }
    var different = Switchboard.takeDifferent();
    assertThat(isIn(different, method, "other-variable/3")).isFalse();
    assertThat(isIn(different, method, "condition-negated/1")).isTrue();
    assertThat(Switchboard.method).isEqualTo(Switchboard.NONE);
  }

  private static boolean isIn(BitSet numbers, RuleMethod method, String slip) {
    return numbers.get(
        method.mutants().find(each -> each.mutant().id().endsWith("/" + slip)).get().number());
  }
}
