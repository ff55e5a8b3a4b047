package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.engine.InterruptedByUser;
import org.coopcheck.counterexamples.mutants.Mutants;
import org.coopcheck.counterexamples.mutants.Told;
import org.coopcheck.counterexamples.mutants.code.Mutant;
import org.coopcheck.counterexamples.mutants.code.RuleCode;
import org.coopcheck.counterexamples.mutants.operator.Operator;
import org.coopcheck.counterexamples.mutants.worker.Workers;
import org.coopcheck.counterexamples.report.json.MutantJson;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.MutantsText;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code mutants}. */
@Command(
    name = "mutants",
    header = "Which slips in the rules would be noticed, by what, and which would not.",
    description = {
      "Makes every slip that a kind of slip allows, at every instruction of the rules and in every"
          + " cell of the switch tables, one at a time. Each mutant is put to the rows of"
          + " conformance, to the invariants and claims within small bounds, and last to the model"
          + " itself, world by world. What is noticed first is told, with the scenario. Survivors"
          + " that mean the same as the model are explained in docs/mutants.md.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck mutants",
      "  coopcheck mutants html --one-in 50",
      "  coopcheck mutants html --of BrowsingContextGroupSwitches",
      "  coopcheck mutants html --of Navigation.traverse --operator condition-ignored",
      "  coopcheck mutants restrict-properties --of RestrictProperties --json",
      "  coopcheck mutants --list"
    })
final class MutantsCommand implements Callable<Integer> {
  /** As many as this are told with their scenarios. */
  private static final int FEW = 10;

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "VARIANT",
      converter = VariantConverter.class,
      description = {
        "Whose rules and questions are meant: " + VariantConverter.SYNTAX + ".",
        "Default: html."
      })
  private Variant variant = HtmlStandard.VARIANT;

  @CommandLine.Option(
      names = "--of",
      paramLabel = "PLACE",
      description =
          "Only mutants whose id begins so: a class, a class and a method, or a whole id; can be"
              + " repeated.")
  private List<String> places = List.of();

  @CommandLine.Option(
      names = "--operator",
      paramLabel = "KIND",
      description = "Only slips of this kind; can be repeated. See --list-operators.")
  private List<String> operators = List.of();

  @CommandLine.Option(
      names = "--one-in",
      paramLabel = "N",
      defaultValue = "1",
      description = "Only every N-th of these mutants. Default: 1, all of them.")
  private int oneIn = 1;

  @CommandLine.Option(
      names = "--list",
      description = "Only list these mutants, and examine none of them.")
  private boolean isList;

  @CommandLine.Option(
      names = "--list-operators",
      description = "Only list the kinds of slips, and examine nothing.")
  private boolean isListOfOperators;

  @CommandLine.Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many processes work side by side. Default: one for each processor.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @CommandLine.Option(
      names = "--deadline",
      paramLabel = "DURATION",
      converter = BudgetOptions.DurationConverter.class,
      description =
          "How long one question to one mutant may take; a mutant that takes longer does not end."
              + " Default: 60s.")
  private Duration deadline = Duration.ofSeconds(60);

  @CommandLine.Option(
      names = "--progress",
      description = "Say how far it is on standard error, also where that is no terminal.")
  private boolean wantsProgress;

  @CommandLine.Option(
      names = {"-q", "--quiet"},
      description = "Say less: only survivors without an explanation, and the score.")
  private boolean isQuiet;

  @Mixin private OutputOptions output = new OutputOptions();

  MutantsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (isListOfOperators) return listOperators();
    var problems = problems();
    if (!problems.isEmpty()) throw new BadInput(commandLine(), problems);
    var code = RuleCode.ofTheModel();
    var mutants = new Mutants(code, variant.name()).all();
    var numbers = wanted(mutants);
    if (numbers.isEmpty()) {
      throw new BadInput(commandLine(), Vector.of("coopcheck mutants: there is no such mutant"));
    }
    if (isList) {
      streams.print(numbers.map(number -> MutantsText.listed(mutants.get(number))));
      return ExitStatus.HOLDS.code();
    }
    var told = examine(mutants, numbers);
    return status(told, numbers.size()).code();
  }

  private int listOperators() {
    streams.print(
        Operator.ALL
            .map(each -> Line.of("%-20s %s".formatted(each.word(), each.meaning())))
            .append(Line.of("%-20s %s".formatted(Mutants.CELL, Mutants.CELL_MEANING))));
    return ExitStatus.HOLDS.code();
  }

  private CommandLine commandLine() {
    return Option.of(spec).get().commandLine();
  }

  private Vector<String> problems() {
    var known = Operator.ALL.map(Operator::word).append(Mutants.CELL);
    return Vector.ofAll(operators)
        .reject(known::contains)
        .map(word -> "--operator: " + Words.unknown(word, "a kind of slip", known))
        .appendAll(oneIn < 1 ? Vector.of("--one-in: " + oneIn + " is less than 1") : Vector.empty())
        .appendAll(
            workers < 1 ? Vector.of("--workers: " + workers + " is less than 1") : Vector.empty())
        .map(problem -> "coopcheck mutants: " + problem);
  }

  private Vector<Integer> wanted(Vector<Mutant> mutants) {
    return Vector.range(0, mutants.size())
        .filter(number -> isWanted(mutants.get(number)))
        .zipWithIndex()
        .filter(each -> each._2 % oneIn == 0)
        .map(each -> each._1);
  }

  private boolean isWanted(Mutant mutant) {
    return (places.isEmpty() || places.stream().anyMatch(mutant.id()::startsWith))
        && (operators.isEmpty() || operators.contains(mutant.operator()));
  }

  private Vector<Told> examine(Vector<Mutant> mutants, Vector<Integer> numbers) {
    try (var interrupt = new InterruptedByUser();
        var progress = new ProgressLine(streams, isProgressWanted(), numbers.size())) {
      var examined =
          Workers.examine(
              new Workers.Order(
                  variant.name(),
                  numbers,
                  workers,
                  deadline,
                  interrupt.cancellation(),
                  done -> progress.counted("mutants", done)));
      progress.clear();
      var told = examined.map(each -> new Told(mutants.get(each.number()), each));
      print(told, numbers.size());
      streams.flush();
      return told;
    }
  }

  private boolean isProgressWanted() {
    return wantsProgress || (streams.isTerminal() && !output.isJson() && !isQuiet);
  }

  private void print(Vector<Told> told, int wanted) {
    if (output.isJson()) {
      streams.print(
          JsonNodeFactory.instance
              .arrayNode()
              .addAll(told.map(each -> MutantJson.of(variant.name(), each)).asJava()));
      return;
    }
    streams.print(MutantsText.heading(variant.name()));
    var shown = isQuiet ? told.filter(Told::isOpen) : told;
    streams.print(
        shown.flatMap(each -> MutantsText.told(each, each.isOpen() || shown.size() <= FEW)));
    streams.print(Line.EMPTY);
    streams.print(MutantsText.score(told));
    streams.print(Line.EMPTY);
    streams.print(MutantsText.summary(told, wanted));
  }

  private static ExitStatus status(Vector<Told> told, int wanted) {
    if (told.exists(Told::isOpen)) return ExitStatus.VIOLATED;
    return told.size() < wanted ? ExitStatus.UNDECIDED : ExitStatus.HOLDS;
  }
}
