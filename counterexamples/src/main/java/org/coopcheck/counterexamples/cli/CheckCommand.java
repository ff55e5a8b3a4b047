package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.cli.Reports.Told;
import org.coopcheck.counterexamples.engine.CheckpointProblem;
import org.coopcheck.counterexamples.engine.SearchLog;
import org.coopcheck.counterexamples.observation.RuleCoverage;
import org.coopcheck.counterexamples.report.json.CheckJson;
import org.coopcheck.counterexamples.report.story.Book.Status;
import org.coopcheck.counterexamples.report.story.Stories;
import org.coopcheck.counterexamples.report.text.CheckText;
import org.coopcheck.counterexamples.report.text.CoverageText;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.TwoRunsText;
import org.coopcheck.counterexamples.search.Agreement;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.model.decision.Coverage;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code check}. */
@Command(
    name = "check",
    header =
        "Whether what opener policies promise holds, and if not, the smallest run that shows it.",
    description = {
      "Searches every run within a bound for one that breaks an invariant. What it finds is reduced"
          + " until nothing can be dropped from it, and written to a file that coopcheck run"
          + " replays. Without a variant, all are checked.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck check",
      "  coopcheck check html+naive --invariant permission-is-not-bypassed",
      "  coopcheck check html --windows 3 --frames 0 --redirects 0 --steps unbounded",
      "  coopcheck check html --windows 3 --steps unbounded --memory-limit 4G --checkpoint half-done",
      "  coopcheck check html --windows 3 --steps unbounded --memory-limit 8G --resume half-done",
      "  coopcheck check html --engine random --seed 7 --tries 10000",
      "  coopcheck check html,noopener-rule=off --actions open,navigate,iframe --steps 4",
      "  coopcheck check --variant-file docs/examples/popups-inherit.yaml"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int MOST = 100;

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "VARIANT",
      description = "Whose rules: " + VariantConverter.SYNTAX + ". Without one, all variants.")
  private List<String> variantNames = List.of();

  @Mixin private VariantFileOptions variantFiles = new VariantFileOptions();

  @CommandLine.Option(
      names = "--invariant",
      paramLabel = "NAME",
      converter = InvariantsCommand.NameConverter.class,
      description = "An invariant to be checked; can be repeated. Without it, all are.")
  private List<InvariantsCommand.Named> invariants = List.of();

  @CommandLine.Option(
      names = "--max-findings",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "How many counterexamples with different causes are enough for each invariant. The cause"
            + " is the first rule decision that a violation turns on. Default: 1."
      })
  private int most = 1;

  @CommandLine.Option(
      names = "--coverage",
      description = {
        "Say which answers of which rules the searches came across, and which never. Random runs"
            + " always say the latter."
      })
  private boolean wantsCoverage;

  @Mixin private StorageOption storage = new StorageOption();
  @Mixin private CheckpointOptions checkpoint = new CheckpointOptions();
  @Mixin private SearchOptions search = new SearchOptions();

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    var problems =
        search
            .problemsWithAnyEngine()
            .appendAll(checkpoint.problems())
            .appendAll(
                most < 1 || most > MOST
                    ? Vector.of(
                        "--max-findings: %d is not a number from 1 to %d".formatted(most, MOST))
                    : Vector.empty());
    if (!problems.isEmpty()) throw new BadInput(commandLine(), problems);
    var tasks = tasks();
    try {
      var checked =
          search.run(
              streams,
              tasks,
              task -> task.search().variant().name(),
              (task, conduct) ->
                  task.search()
                      .by()
                      .apply(conduct.withStorage(storage.storage()).withLog(task.log())),
              found -> print(found.flatMap(each -> each)));
      return status(checked.flatMap(each -> each)).code();
    } catch (CheckpointProblem problem) {
      throw checkpoint.isBad(problem);
    } finally {
      tasks.flatMap(Task::log).forEach(SearchLog::close);
    }
  }

  /**
   * A search, and where it is written down.
   *
   * @param search the search
   * @param log where it says how far it is
   */
  private record Task(Engine.Search search, Option<SearchLog> log) {}

  private Vector<Task> tasks() {
    var searches = searches();
    boolean isPossible = searches.forAll(each -> each.question().isDefined());
    if (checkpoint.isAsked() && !isPossible) {
      throw new BadInput(
          commandLine(),
          Vector.of(
              "--checkpoint, --resume: only exhaustive searches can be resumed, and only without"
                  + " --coverage"));
    }
    var questions =
        searches.map(
            each ->
                each.question()
                    .getOrElse(Vector.empty())
                    .append(search.counting())
                    .append("keeps: " + storage.storage()));
    return searches.zipWith(checkpoint.logs(questions), Task::new);
  }

  private CommandLine commandLine() {
    return Option.of(spec).get().commandLine();
  }

  private Vector<Engine.Search> searches() {
    var engines = search.engines(new Wish(most, wantsCoverage));
    return variants()
        .flatMap(
            variant ->
                engines.flatMap(
                    engine -> engine.searches(variant, wantedFor(variant), search.asked())));
  }

  /** NB: converted here, since picocli takes a word that it cannot convert for one too many. */
  private Vector<Variant> variants() {
    var read = variantFiles.after(Vector.ofAll(variantNames));
    if (read.isLeft()) {
      throw new BadInput(
          commandLine(), read.getLeft().map(problem -> "coopcheck check: " + problem));
    }
    return read.get().isEmpty() ? Variants.ALL : read.get().distinct();
  }

  /** Without a word about it, those that are meant for the variant. */
  private Vector<Invariant> wantedFor(Variant variant) {
    return invariants.isEmpty()
        ? Invariants.meantFor(variant)
        : Vector.ofAll(invariants).flatMap(InvariantsCommand.Named::invariants).distinct();
  }

  // Output.

  private void print(Vector<Checked> checked) {
    Agreement.isRequiredOf(checked);
    if (search.isJson()) {
      streams.print(
          JsonNodeFactory.instance.arrayNode().addAll(inOrder(checked).map(this::json).asJava()));
      return;
    }
    var reports =
        Reports.write("coopcheck check", inOrder(checked), Stories::ofChecked, search.out());
    for (Variant variant : checked.map(Checked::variant).distinct()) {
      var told = reports.told().filter(each -> each.found().variant().equals(variant));
      var mine = told.map(Told::found);
      var shown =
          search.isQuiet() ? mine.reject(each -> each.verdict() instanceof Verdict.Holds) : mine;
      streams.print(CheckText.table(variant, shown));
      told.forEach(each -> violations(each, reports));
      mine.map(Checked::engine).distinct().forEach(engine -> coverage(variant, engine, mine));
    }
    streams.print(CheckText.summary(checked));
    streams.print(reports.index());
  }

  private ObjectNode json(Checked checked) {
    return wantsCoverage ? CheckJson.withCoverage(checked) : CheckJson.of(checked);
  }

  /** What the searches of one engine came across, if they listened. */
  private void coverage(Variant variant, String engine, Vector<Checked> checked) {
    var heard =
        checked
            .filter(each -> each.engine().equals(engine))
            .distinctBy(Checked::search)
            .flatMap(Checked::coverage);
    if (heard.isEmpty()) return;
    var rules = RuleCoverage.of(heard.reduce(Coverage::plus), variant);
    streams.print(CoverageText.summary(engine, rules));
    if (wantsCoverage) streams.print(CoverageText.table(rules).append(Line.EMPTY));
  }

  private void violations(Told<Checked> told, Reports<Checked> reports) {
    told.entries()
        .forEach(
            entry ->
                entry
                    .story()
                    .forEach(
                        story -> {
                          streams.print(
                              entry.status() == Status.BAD
                                  ? CheckText.violation(
                                      told.found(), entry.remark(), reports.scenario(story))
                                  : CheckText.comparedWith(reports.scenario(story)));
                          streams.print(reports.remark(story).map(line -> line.indented(4)));
                          streams.print(Line.EMPTY);
                        }));
    if (told.found().verdict() instanceof Verdict.Violated violated) {
      violated.all().forEach(shown -> sideBySide(told.found().variant(), shown));
    }
  }

  /** A run beside the one that it is compared with. */
  private void sideBySide(Variant variant, Verdict.Counterexample shown) {
    shown
        .other()
        .forEach(
            other ->
                streams.print(
                    TwoRunsText.of(shown.scenario(), other, variant)
                        .map(line -> line.indented(4))
                        .append(Line.EMPTY)));
  }

  private static Vector<Checked> inOrder(Vector<Checked> checked) {
    return checked
        .map(Checked::variant)
        .distinct()
        .flatMap(
            variant ->
                Invariants.EVERY.flatMap(
                    invariant ->
                        checked.filter(
                            each ->
                                each.variant().equals(variant)
                                    && each.invariant().equals(invariant))));
  }

  private static ExitStatus status(Vector<Checked> checked) {
    var verdicts = checked.map(Checked::verdict);
    if (verdicts.exists(verdict -> verdict instanceof Verdict.Violated)) {
      return ExitStatus.VIOLATED;
    }
    return checked
            .groupBy(each -> each.variant().name() + " " + each.invariant().name())
            .values()
            .forAll(of -> of.exists(each -> each.verdict() instanceof Verdict.Holds))
        ? ExitStatus.HOLDS
        : ExitStatus.UNDECIDED;
  }
}
