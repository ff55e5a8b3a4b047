package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.core.CoreAction;
import org.coopcheck.counterexamples.core.CoreBench;
import org.coopcheck.counterexamples.core.CoreProperty;
import org.coopcheck.counterexamples.core.CoreRequest;
import org.coopcheck.counterexamples.core.CoreResult;
import org.coopcheck.counterexamples.core.CoreVerdict;
import org.coopcheck.counterexamples.core.CoreWorld;
import org.coopcheck.counterexamples.core.SeededBug;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.CheckpointProblem;
import org.coopcheck.counterexamples.engine.InterruptedByUser;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.engine.SearchLimits;
import org.coopcheck.counterexamples.engine.SearchLog;
import org.coopcheck.counterexamples.engine.Workers;
import org.coopcheck.counterexamples.report.text.OddsWords;
import org.coopcheck.counterexamples.solver.CoreSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code bench}: work on which coopcheck is measured. */
@CommandLine.Command(
    name = "bench",
    description = "Runs work on which coopcheck is measured.",
    mixinStandardHelpOptions = true,
    subcommands = BenchCommand.Core.class)
final class BenchCommand {

  /** The command {@code bench core}. */
  @CommandLine.Command(
      name = "core",
      description = {
        "Runs the core world, a small transition system of opener policies, on the search engine.",
        "Exit codes: 0 all invariants hold, or the target is not reached; 1 a violation or the"
            + " target was found; 2 bad input; 3 undecided."
      },
      mixinStandardHelpOptions = true)
  static final class Core implements Callable<Integer> {
    private static final String UNBOUNDED = "unbounded";
    private static final Vector<CoreProperty> TARGETS =
        Vector.of(CoreProperty.ISOLATED, CoreProperty.FULL_SPLIT);

    @Spec private @Nullable CommandSpec spec;

    @CommandLine.Option(
        names = "--windows",
        paramLabel = "N",
        required = true,
        description = "How many windows can be alive at once, from 1 to 6.")
    private int windows;

    @CommandLine.Option(
        names = "--symmetry",
        paramLabel = "on|off",
        defaultValue = "off",
        description = "Whether states are one that differ by names only. Default: off.")
    private String symmetry = "off"; // picocli would read a boolean as a flag, converter or not

    @CommandLine.Option(
        names = "--bug",
        paramLabel = "0..3",
        defaultValue = "0",
        description = "The fault to be found; 0 is none. Default: 0.")
    private int bug;

    @CommandLine.Option(
        names = "--target",
        paramLabel = "isolated|full-split",
        description = "Looks for this only. Default: for a violation of any invariant.")
    private @Nullable String target;

    @CommandLine.Option(
        names = "--engine",
        paramLabel = "exhaustive|solver",
        defaultValue = "exhaustive",
        description = {
          "Which engine looks: exhaustive, at all states; or solver, which stores none, and first"
              + " tries to show that no step from any state breaks an invariant. Default: exhaustive."
        })
    private String engine = "exhaustive";

    @CommandLine.Option(
        names = "--steps",
        paramLabel = "K",
        defaultValue = UNBOUNDED,
        description = "The most steps of a run, or \"unbounded\". Default: unbounded.")
    private String steps = UNBOUNDED;

    @CommandLine.Option(
        names = "--workers",
        paramLabel = "W",
        description = "How many threads search. Default: one for each processor.")
    private int workers = Workers.all();

    @Mixin private StorageOption storage = new StorageOption();
    @Mixin private CheckpointOptions checkpoint = new CheckpointOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
      CoreRequest request = request();
      Option<SearchLog> log = log(request);
      try (var interrupted = new InterruptedByUser();
          var team = new Workers(workers)) {
        CoreResult result =
            engine.equals("solver")
                ? CoreSolver.run(request, interrupted.cancellation())
                : searched(request, interrupted.cancellation(), team, log);
        PrintWriter out = spec().commandLine().getOut();
        out.print(output.isJson() ? json(engine, request, result) : text(request, result));
        out.flush();
        return status(result.verdict()).code();
      } catch (CheckpointProblem problem) {
        throw checkpoint.isBad(problem);
      } finally {
        log.forEach(SearchLog::close);
      }
    }

    private CoreResult searched(
        CoreRequest request, Cancellation cancellation, Workers team, Option<SearchLog> log) {
      return CoreBench.run(
          request,
          SearchLimits.NONE.withMemory(Runtime.getRuntime().maxMemory() / 10 * 9),
          progress -> {},
          cancellation,
          storage.storage(),
          team,
          log);
    }

    private Option<SearchLog> log(CoreRequest request) {
      return checkpoint
          .logs(Vector.of(Vector.of(request.toString(), "keeps: " + storage.storage())))
          .head();
    }

    private CommandSpec spec() {
      return Option.of(spec).get();
    }

    // The request.

    private CoreRequest request() {
      require(windows >= 1 && windows <= CoreWorld.MAXIMUM_WINDOWS, "--windows", windows, "1 to 6");
      require(isOneOf(symmetry, "on", "off"), "--symmetry", symmetry, "on or off");
      require(bug >= 0 && bug <= 3, "--bug", bug, "0 to 3");
      require(isOneOf(engine, "exhaustive", "solver"), "--engine", engine, "exhaustive or solver");
      boolean isTeam = workers >= 1 && workers <= BudgetOptions.MOST_WORKERS;
      require(isTeam, "--workers", workers, "1 to " + BudgetOptions.MOST_WORKERS);
      if (!checkpoint.problems().isEmpty()) throw bad(checkpoint.problems().mkString("; "));
      return new CoreRequest(
          windows,
          symmetry.equals("on"),
          SeededBug.numbered(bug).get(),
          Option.of(target).map(this::target),
          steps.equals(UNBOUNDED) ? Option.none() : Option.some(stepLimit()));
    }

    private CoreProperty target(String name) {
      return TARGETS
          .find(known -> known.propertyName().equals(name))
          .getOrElseThrow(() -> mismatch("--target", name, "isolated or full-split"));
    }

    private int stepLimit() {
      require(steps.matches("[0-9]{1,9}"), "--steps", steps, "a number or " + UNBOUNDED);
      return Integer.parseInt(steps);
    }

    private static boolean isOneOf(String word, String... words) {
      return Vector.of(words).contains(word);
    }

    private void require(boolean holds, String option, Object found, String expected) {
      if (!holds) throw mismatch(option, found, expected);
    }

    private ParameterException mismatch(String option, Object found, String expected) {
      return bad("%s: found \"%s\", expected %s".formatted(option, found, expected));
    }

    private ParameterException bad(String message) {
      return new ParameterException(spec().commandLine(), message);
    }

    // The result.

    private static ExitStatus status(CoreVerdict verdict) {
      return switch (verdict) {
        case CoreVerdict.Holds() -> ExitStatus.HOLDS;
        case CoreVerdict.Unreached(var ignored) -> ExitStatus.HOLDS;
        case CoreVerdict.Violated(var ignored) -> ExitStatus.VIOLATED;
        case CoreVerdict.Reached(var ignored) -> ExitStatus.VIOLATED;
        case CoreVerdict.Undecided(var ignored) -> ExitStatus.UNDECIDED;
      };
    }

    private static String json(String engine, CoreRequest request, CoreResult result) {
      return String.format(
          Locale.ROOT,
          """
          {"distinct": %d, "transitions": %d, "verdict": "%s", "property": %s, "steps": %s, \
          "seconds": %.3f, "depth": %d, "complete": %b, "engine": "%s", \
          "bound": {"windows": %d, "steps": %s}, "symmetry": %b, "bug": %d, "target": %s, \
          "counterexample": %s, "visitedBytes": %d, "bytesPerState": %.1f, \
          "missedWorldProbability": %s}
          """,
          result.distinct(),
          result.transitions(),
          result.verdict().word(),
          orNull(result.verdict().property().map(CoreProperty::propertyName).map(Core::quoted)),
          orNull(result.steps()),
          seconds(result),
          result.depth(),
          result.isComplete(),
          engine,
          request.windows(),
          request.steps().fold(() -> quoted(UNBOUNDED), String::valueOf),
          request.hasSymmetry(),
          request.bug().number(),
          orNull(request.target().map(CoreProperty::propertyName).map(Core::quoted)),
          orNull(actions(result).map(all -> all.map(Core::quoted).mkString("[", ", ", "]"))),
          result.bytes(),
          (double) result.bytes() / Math.max(1, result.distinct()),
          orNull(result.missed()));
    }

    private static String text(CoreRequest request, CoreResult result) {
      String heading =
          String.format(
              Locale.ROOT,
              "core world: %d windows, symmetry %s, %s, %s\n",
              request.windows(),
              request.hasSymmetry() ? "on" : "off",
              request.bug() == SeededBug.NONE ? "no bug" : "bug " + request.bug().number(),
              request.steps().fold(() -> "any number of steps", k -> "at most " + k + " steps"));
      if (result.distinct() == 0) return heading + verdict(result) + run(result) + solved(result);
      String counts =
          String.format(
              Locale.ROOT,
              "%,d distinct states, %,d transitions, depth %d%s, %.2f s\n",
              result.distinct(),
              result.transitions(),
              result.depth(),
              result.isComplete() ? ", all states" : "",
              seconds(result));
      return heading + verdict(result) + run(result) + counts;
    }

    private static String solved(CoreResult result) {
      return String.format(
          Locale.ROOT,
          "%s, %.2f s\n",
          result.isComplete()
              ? "no step from any state breaks it, in runs of any length"
              : "runs of up to %d steps".formatted(result.depth()),
          seconds(result));
    }

    private static String verdict(CoreResult result) {
      String subject =
          switch (result.verdict()) {
            case CoreVerdict.Undecided(var budget) ->
                budget == Budget.PATIENCE
                    ? ": cancelled"
                    : ": out of " + budget.name().toLowerCase(Locale.ROOT);
            case CoreVerdict.Holds() -> "";
            case CoreVerdict.Violated(var invariant) -> ": " + invariant.propertyName();
            case CoreVerdict.Reached(var target) -> ": " + target.propertyName();
            case CoreVerdict.Unreached(var target) -> ": " + target.propertyName();
          };
      String steps = result.steps().fold(() -> "", count -> " in " + count + " steps");
      String odds = OddsWords.behind(result.missed());
      return result.verdict().word() + subject + steps + odds + "\n";
    }

    private static String run(CoreResult result) {
      return actions(result)
          .getOrElse(Vector.empty())
          .zipWithIndex((action, index) -> "  %d. %s\n".formatted(index + 1, action))
          .mkString();
    }

    private static Option<Vector<String>> actions(CoreResult result) {
      return result.trace().map(trace -> trace.actions().map(CoreAction::toString));
    }

    private static double seconds(CoreResult result) {
      return result.elapsed().toNanos() / 1e9;
    }

    private static String quoted(String word) {
      return '"' + word + '"';
    }

    private static String orNull(Option<?> value) {
      return value.fold(() -> "null", String::valueOf);
    }
  }
}
