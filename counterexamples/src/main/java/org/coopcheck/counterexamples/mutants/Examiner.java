package org.coopcheck.counterexamples.mutants;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coopcheck.counterexamples.mutants.Baseline.Touched;
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

  // In the model no row takes 500 turns, and no search 150,000.
  private static final long MOST_TURNS_OF_A_ROW = 100_000;
  private static final long MOST_TURNS = 5_000_000;

  /** Variants with rules that ask what others do not, those with the quickest answers first. */
  private static final Vector<String> ELSEWHERE =
      Vector.of(
          "html,traversal=restore",
          "html,error-page=compared",
          "html,optional-switch=alone",
          "html,optional-switch=by-user",
          "html,initial-about-blank=until-navigation",
          "html,csp-sandbox=every-stage",
          "html,csp-sandbox=ignore-own",
          "html,csp-sandbox=commit-only-r1",
          "html,reporting=standard",
          "html,reporting=explainer",
          "html+query-opener",
          "html+coop-origin",
          "restrict-properties+own-group",
          "restrict-properties",
          "cpwpp");

  /** Of these, what claims predict takes as long as all the rest. */
  private static final Vector<String> MANY_CLAIMS = Vector.of("restrict-properties", "cpwpp");

  private final RuleCode code;
  private final Mutants mutants;
  private final String variant;
  private final Runnable onAnswer;
  private final ModelCopy recording;
  private final BitSet reachedAtFirst;
  private final ModelCopy switching;
  private final Bench plain;
  private final AtomicBoolean isModelAsked = new AtomicBoolean();
  private final Map<String, Baseline> baselines = new HashMap<>();
  private final Map<String, Bench> benches = new HashMap<>();

  /**
   * @param code the code of the rules
   * @param mutants all mutants
   * @param wanted the numbers of those that will be examined
   * @param onAnswer is told of each answer
   */
  public Examiner(RuleCode code, Mutants mutants, SortedSet<Integer> wanted, Runnable onAnswer) {
    this.code = code;
    this.mutants = mutants;
    this.variant = mutants.variant();
    this.onAnswer = onAnswer;
    this.recording = Baseline.recording(code);
    this.switching = ModelCopy.switching(code);
    this.plain = ModelCopy.plain().make(Bench.class, Bench.IMPLEMENTATION);
    baseline(variant);
    this.reachedAtFirst = Switchboard.reachedAtFirst();
    Switchboard.watch(watched(wanted));
  }

  private Map<Integer, int[]> watched(SortedSet<Integer> wanted) {
    Map<Integer, int[]> byMethod = new HashMap<>();
    for (RuleMethod method : code.methods()) {
      int[] numbers =
          method
              .mutants()
              .map(InCode::number)
              .filter(wanted::contains)
              .toJavaStream()
              .mapToInt(each -> each)
              .toArray();
      if (numbers.length > 0 && !method.isInitialiser()) byMethod.put(method.number(), numbers);
    }
    return byMethod;
  }

  /** Whether the model itself is being asked, which is no question to a mutant. */
  public boolean isAskingTheModel() {
    return isModelAsked.get();
  }

  /** How the model itself answers under a variant. */
  private Baseline baseline(String asked) {
    return baselines.computeIfAbsent(asked, name -> new Baseline(recording, name, isModelAsked));
  }

  /** What becomes of the mutant with that number. */
  public Examined examine(int number) {
    return mutants.inCode(number).fold(() -> inTable(number), this::inCode);
  }

  /**
   * What becomes of it if only rows are asked, which is quickly done. Here a mutant that is reached
   * while classes are initialised is on from then on only; what notices that notices the whole of it.
   *
   * @return none if no row notices it, or if it is in code that initialises a class
   */
  public Option<Examined> examineByRows(int number) {
    var mutant = mutants.inCode(number);
    if (mutant.isEmpty()) return byRows(tableSubject(number), baseline(variant));
    var method = code.methodOf(mutant.get());
    return method.isInitialiser()
        ? Option.none()
        : byRows(codeSubject(variant, method, number), baseline(variant));
  }

  private Examined inTable(int number) {
    return ask(tableSubject(number), baseline(variant));
  }

  private Subject tableSubject(int number) {
    plain.begin(variant, mutants.rules(number));
    return new Subject(number, plain, Switchboard.NONE, false);
  }

  private Examined inCode(InCode mutant) {
    int number = mutant.number();
    var method = code.methodOf(mutant);
    if (method.isInitialiser() || reachedAtFirst.get(number)) {
      return isUsed(mutant, method)
          ? fromTheFirst(mutant, method)
          : Examined.of(number, Fate.NOT_REACHED);
    }
    return elsewhereUnlessNoticed(
        variant, name -> ask(codeSubject(name, method, number), baseline(name)));
  }

  private Subject codeSubject(String asked, RuleMethod method, int number) {
    return new Subject(number, switchingBench(asked), method.number(), true);
  }

  private Bench switchingBench(String asked) {
    return benches.computeIfAbsent(
        asked,
        name -> {
          var bench = switching.make(Bench.class, Bench.IMPLEMENTATION);
          bench.begin(name, name);
          return bench;
        });
  }

  /**
   * What is made once would outlive the mutant, or never know of it: it gets a copy of its own. That
   * takes long, so that it is only asked about the variant.
   */
  private Examined fromTheFirst(InCode mutant, RuleMethod method) {
    var bench = ModelCopy.of(code, mutant).make(Bench.class, Bench.IMPLEMENTATION);
    var subject = new Subject(mutant.number(), bench, method.number(), false);
    return subject
        .answer(
            "its first use",
            MOST_TURNS,
            () -> {
              bench.begin(variant, variant);
              return Option.none();
            })
        .getOrElse(() -> ask(subject, baseline(variant)));
  }

  /**
   * What means nothing under the variant may mean something under another one.
   *
   * @param variant the variant that is asked about
   * @param underVariant what becomes of the mutant under the variant of that name
   */
  static Examined elsewhereUnlessNoticed(String variant, Function<String, Examined> underVariant) {
    var here = underVariant.apply(variant);
    boolean isReached = here.fate() != Fate.NOT_REACHED;
    if (isReached && here.fate() != Fate.SAME && here.fate() != Fate.DIFFERS_INSIDE) return here;
    boolean isReachedElsewhere = false;
    for (String name : ELSEWHERE.reject(variant::equals)) {
      var there = underVariant.apply(name).elsewhere(name);
      if (there.fate() == Fate.NOTICED_ELSEWHERE) return there;
      isReachedElsewhere |= there.fate() != Fate.NOT_REACHED;
    }
    return isReached || !isReachedElsewhere
        ? here
        : Examined.of(here.number(), Fate.REACHED_ELSEWHERE);
  }

  /**
   * Whether what is made at first is used: every proposal is made, but asked about is one. If no
   * code of its class is reached later, it is a proposal that nobody asks about.
   */
  private boolean isUsed(InCode mutant, RuleMethod method) {
    if (!reachedAtFirst.get(mutant.number())) return false;
    var owner = method.code().owner().name;
    if (!owner.startsWith(PROPOSALS)) return true;
    BitSet reached = baseline(variant).reached();
    return code.in(owner).flatMap(RuleMethod::mutants).exists(each -> reached.get(each.number()));
  }

  private Option<Examined> byRows(Subject subject, Baseline baseline) {
    int rows = baseline.questions().rows().size();
    for (int row = 0; row < rows; row++) {
      var touched = baseline.row(row).touched();
      onAnswer.run();
      if (!subject.isConcernedBy(touched)) continue;
      var answer = row(subject, row, baseline);
      if (answer.isDefined()) return answer;
    }
    return Option.none();
  }

  private Examined ask(Subject subject, Baseline baseline) {
    var questions = baseline.questions();
    boolean isElsewhere = !baseline.variant().equals(variant);
    var byRows = byRows(subject, baseline);
    if (byRows.isDefined()) return byRows.get();
    boolean isReached = !subject.skips || baseline.rowsReach(subject.number);
    var searches = questions.searches();
    for (int search = 0; search < searches.size(); search++) {
      if (isElsewhere && !isAskedElsewhere(searches.get(search), baseline)) continue;
      var touched = baseline.search(search).touched();
      onAnswer.run();
      isReached |= touched.reached().get(subject.number);
      if (!subject.isConcernedBy(touched)) continue;
      var answer = search(subject, search, baseline);
      if (answer.isDefined()) return answer.get();
    }
    var inside = Option.<Examined>none();
    int walks = isElsewhere ? 0 : questions.walks().size();
    for (int walk = 0; walk < walks; walk++) {
      var touched = baseline.walk(walk).touched();
      onAnswer.run();
      isReached |= touched.reached().get(subject.number);
      if (!subject.isConcernedBy(touched)) continue;
      var answer = walk(subject, walk, baseline);
      if (answer.exists(each -> each.fate() != Fate.DIFFERS_INSIDE)) return answer.get();
      inside = inside.orElse(answer);
    }
    return inside.getOrElse(Examined.of(subject.number, isReached ? Fate.SAME : Fate.NOT_REACHED));
  }

  /** What takes long is left out, and so are the invariants where one choice is another one. */
  private static boolean isAskedElsewhere(String search, Baseline baseline) {
    return search.startsWith(Bench.INVARIANTS)
        ? !baseline.variant().contains(",")
        : !MANY_CLAIMS.contains(baseline.variant());
  }

  private Option<Examined> row(Subject subject, int row, Baseline baseline) {
    var known = baseline.row(row);
    String name = baseline.questions().rows().get(row);
    var answer =
        subject.answer(
            name,
            MOST_TURNS_OF_A_ROW,
            () -> {
              String mismatch = subject.bench.mismatch(row);
              return Option.when(
                  known.isMet() && !mismatch.isEmpty(),
                  () -> new Examined(subject.number, Fate.NOTICED_BY_A_ROW, name, mismatch, ""));
            });
    onAnswer.run();
    return answer.map(each -> each.withScenario(baseline.questions().scenarioOf(row)));
  }

  private Option<Examined> search(Subject subject, int search, Baseline baseline) {
    var known = baseline.search(search);
    String name = baseline.questions().searches().get(search);
    var answer =
        subject.answer(
            name,
            MOST_TURNS,
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

  private Option<Examined> walk(Subject subject, int walk, Baseline baseline) {
    var known = baseline.walk(walk);
    String name = baseline.questions().walks().get(walk);
    return subject.answer(
        name,
        MOST_TURNS,
        () ->
            known
                .model()
                .compare(subject.number, subject.skips, name, subject.bench.walk(walk), onAnswer));
  }

  /**
   * A mutant that can be asked.
   *
   * @param number its number
   * @param bench the copy that it is in
   * @param method the number of its method, if it has to be turned on
   * @param skips whether questions are skipped in which it answers every call as the model does
   */
  private record Subject(int number, Bench bench, int method, boolean skips) {

    boolean isConcernedBy(Touched touched) {
      return !skips || touched.different().get(number);
    }

    /** The answer while the mutant is on, or that it does not give one. */
    Option<Examined> answer(String question, long turns, Supplier<Option<Examined>> asked) {
      Switchboard.begin(turns);
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
