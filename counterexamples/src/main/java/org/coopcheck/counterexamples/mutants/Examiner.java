package org.coopcheck.counterexamples.mutants;

import io.vavr.control.Option;
import java.util.BitSet;
import java.util.function.Supplier;
import org.coopcheck.counterexamples.mutants.bench.Bench;
import org.coopcheck.counterexamples.mutants.bench.DoesNotEnd;
import org.coopcheck.counterexamples.mutants.bench.Switchboard;
import org.coopcheck.counterexamples.mutants.code.ModelCopy;
import org.coopcheck.counterexamples.mutants.code.RuleCode;
import org.coopcheck.counterexamples.mutants.code.RuleMethod;
import org.coopcheck.counterexamples.mutants.code.RuleMethod.InCode;

/** Puts mutants to the questions, the cheapest first, until one of them is answered otherwise. */
public final class Examiner {
  private static final String PROPOSALS = "org/coopcheck/model/variant/";

  private final RuleCode code;
  private final Mutants mutants;
  private final String variant;
  private final Runnable onAnswer;
  private final Baseline baseline;
  private final Bench switching;
  private final Bench plain;

  /**
   * @param code the code of the rules
   * @param mutants all mutants
   * @param onAnswer is told of each answer
   */
  public Examiner(RuleCode code, Mutants mutants, Runnable onAnswer) {
    this.code = code;
    this.mutants = mutants;
    this.variant = mutants.variant();
    this.onAnswer = onAnswer;
    this.baseline = new Baseline(code, variant);
    this.switching = ModelCopy.switching(code).make(Bench.class, Bench.IMPLEMENTATION);
    this.plain = ModelCopy.plain().make(Bench.class, Bench.IMPLEMENTATION);
    switching.begin(variant, variant);
  }

  /** What becomes of the mutant with that number. */
  public Examined examine(int number) {
    return mutants.inCode(number).fold(() -> inTable(number), this::inCode);
  }

  private Examined inTable(int number) {
    plain.begin(variant, mutants.rules(number));
    return ask(new Subject(number, plain, Switchboard.NONE, false));
  }

  private Examined inCode(InCode mutant) {
    var method = code.methodOf(mutant);
    int number = mutant.number();
    if (!method.isInitialiser() && !baseline.isReachedAtFirst(number)) {
      return ask(new Subject(number, switching, method.number(), true));
    }
    if (!isUsed(mutant, method)) return Examined.of(number, Fate.NOT_REACHED);
    // What is made once would outlive the mutant, or never know of it: it gets a copy of its own.
    var copy = ModelCopy.of(code, mutant).make(Bench.class, Bench.IMPLEMENTATION);
    var subject = new Subject(number, copy, method.number(), false);
    var begun =
        subject.answer(
            "its first use",
            () -> {
              copy.begin(variant, variant);
              return Option.none();
            });
    return begun.getOrElse(() -> ask(subject));
  }

  /**
   * Whether what is made at first is used: every proposal is made, but asked about is one. If no
   * code of its class is reached later, it is a proposal that nobody asks about.
   */
  private boolean isUsed(InCode mutant, RuleMethod method) {
    if (!baseline.isReachedAtFirst(mutant.number())) return false;
    var owner = method.code().owner().name;
    if (!owner.startsWith(PROPOSALS)) return true;
    BitSet reached = baseline.reached();
    return code.in(owner).flatMap(RuleMethod::mutants).exists(each -> reached.get(each.number()));
  }

  private Examined ask(Subject subject) {
    boolean isReached = !subject.skips;
    var questions = baseline.questions();
    for (int row = 0; row < questions.rows().size(); row++) {
      var known = baseline.row(row);
      onAnswer.run();
      if (!subject.isConcernedBy(known.reached())) continue;
      isReached = true;
      var answer = row(subject, row, known);
      if (answer.isDefined()) return answer.get();
    }
    for (int search = 0; search < questions.searches().size(); search++) {
      var known = baseline.search(search);
      onAnswer.run();
      if (!subject.isConcernedBy(known.reached())) continue;
      isReached = true;
      var answer = search(subject, search, known);
      if (answer.isDefined()) return answer.get();
    }
    var inside = Option.<Examined>none();
    for (int walk = 0; walk < questions.walks().size(); walk++) {
      var known = baseline.walk(walk, onAnswer);
      if (!subject.isConcernedBy(known.reached())) continue;
      isReached = true;
      var answer = walk(subject, walk, known);
      if (answer.exists(each -> each.fate() != Fate.DIFFERS_INSIDE)) return answer.get();
      inside = inside.orElse(answer);
    }
    return inside.getOrElse(Examined.of(subject.number, isReached ? Fate.SAME : Fate.NOT_REACHED));
  }

  private Option<Examined> row(Subject subject, int row, Baseline.OfRow known) {
    String name = baseline.questions().rows().get(row);
    var answer =
        subject.answer(
            name,
            () -> {
              String mismatch = subject.bench.mismatch(row);
              return Option.when(
                  known.isMet() && !mismatch.isEmpty(),
                  () -> new Examined(subject.number, Fate.NOTICED_BY_A_ROW, name, mismatch, ""));
            });
    onAnswer.run();
    return answer.map(each -> each.withScenario(baseline.questions().scenarioOf(row)));
  }

  private Option<Examined> search(Subject subject, int search, Baseline.OfSearch known) {
    String name = baseline.questions().searches().get(search);
    var answer =
        subject.answer(
            name,
            () -> {
              var findings = subject.bench.search(search);
              for (int i = 0; i < findings.size(); i++) {
                var was = known.findings().get(i);
                var is = findings.get(i);
                if (was.verdict().equals(is.verdict())) continue;
                return Option.some(
                    new Examined(
                        subject.number,
                        is.isOfAClaim() ? Fate.NOTICED_BY_A_CLAIM : Fate.NOTICED_BY_AN_INVARIANT,
                        is.property(),
                        was.verdict() + " is now " + is.verdict(),
                        is.scenario().isEmpty() ? was.scenario() : is.scenario()));
              }
              return Option.none();
            });
    onAnswer.run();
    return answer;
  }

  private Option<Examined> walk(Subject subject, int walk, Baseline.OfWalk known) {
    String name = baseline.questions().walks().get(walk);
    return subject.answer(
        name,
        () -> known.model().compare(subject.number, name, subject.bench.walk(walk), onAnswer));
  }

  /**
   * A mutant that can be asked.
   *
   * @param number its number
   * @param bench the copy that it is in
   * @param method the number of its method, if it has to be turned on
   * @param skips whether questions that do not reach its place are skipped
   */
  private record Subject(int number, Bench bench, int method, boolean skips) {

    boolean isConcernedBy(BitSet reached) {
      return !skips || reached.get(number);
    }

    /** The answer while the mutant is on, or that it does not give one. */
    Option<Examined> answer(String question, Supplier<Option<Examined>> asked) {
      Switchboard.begin();
      if (method != Switchboard.NONE) Switchboard.on(method, number);
      try {
        return asked.get();
      } catch (DoesNotEnd circle) {
        return Option.some(new Examined(number, Fate.DOES_NOT_END, question, message(circle), ""));
      } catch (RuntimeException | LinkageError | StackOverflowError fault) {
        return Option.some(new Examined(number, Fate.FAULTS, question, message(fault), ""));
      } finally {
        Switchboard.off();
      }
    }

    private static String message(Throwable fault) {
      return fault.getMessage() == null
          ? fault.getClass().getSimpleName()
          : fault.getClass().getSimpleName() + ": " + fault.getMessage();
    }
  }
}
