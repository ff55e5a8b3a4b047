package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.report.json.Expectations;
import org.coopcheck.counterexamples.report.json.Mismatch;
import org.coopcheck.counterexamples.report.json.ResultJson;
import org.coopcheck.counterexamples.report.text.AllocationText;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.report.text.RunText;
import org.coopcheck.counterexamples.report.text.Tone;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.counterexamples.scenario.Problem;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.solver.Allocations;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code run}. */
@Command(
    name = "run",
    header = "What a scenario does, step by step, and which rule decides it.",
    description = {
      "Runs scenario files and draws the windows after each step: who is in which group, who still"
          + " reaches whom, which hop and which two values cut them. Says whether all is as the"
          + " file expects, and which invariants do not hold.",
      "Of a .jsonl file each scenario gets one line, and is drawn only if it is not as expected.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck run popup.yaml",
      "  coopcheck run --variant html,about-blank=literal --step 3 popup.yaml",
      "  coopcheck run --processes popup.yaml",
      "  coopcheck run --quiet corpus/popup.jsonl",
      "  coopcheck run --json - < popup.yaml"
    })
final class RunCommand implements Callable<Integer> {
  private static final int LONGEST = 1 << 28;
  private static final int LONGEST_TITLE = 100;
  private static final String JSON_LINES = ".jsonl";

  /** Who isolates iframes isolates pages too. */
  private static final Vector<Capabilities> ABILITIES =
      Vector.of(
          new Capabilities(false, false, CrossOriginIsolationMode.CONCRETE),
          new Capabilities(false, true, CrossOriginIsolationMode.CONCRETE),
          Capabilities.ALL);

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "SCENARIO",
      description = "Scenario files: YAML, JSON, or .jsonl with one per line; - is standard input.")
  private List<String> fileNames = List.of();

  @Option(
      names = "--variant",
      paramLabel = "VARIANT",
      converter = VariantConverter.class,
      description = "Whose rules, whatever the file says: " + VariantConverter.SYNTAX + ".")
  private Optional<Variant> variant = Optional.empty();

  @Mixin private VariantFileOptions variantFile = new VariantFileOptions();

  @Option(
      names = "--capabilities",
      paramLabel = "LIST",
      converter = CapabilitiesConverter.class,
      description = {
        "What the browser can do, whatever the file says:",
        CapabilitiesConverter.SYNTAX + "."
      })
  private CapabilitiesConverter.Change capabilities = CapabilitiesConverter.Change.NONE;

  @Option(
      names = "--invariant",
      paramLabel = "NAME",
      converter = InvariantsCommand.NameConverter.class,
      description = {
        "An invariant that must hold; can be repeated.",
        "Without it all are looked at, and none of them changes the exit code."
      })
  private List<InvariantsCommand.Named> invariants = List.of();

  @Option(
      names = "--processes",
      description = {
        "Say at the end which processes a browser can give the documents, by what it is able to do:"
            + " each that must share one does, and none shares one that would leak to a cross-origin"
            + " isolated document. If there is no such allocation, say which demands clash."
      })
  private boolean wantsProcesses;

  @Option(names = "--step", paramLabel = "N", description = "Draw this step only; can be repeated.")
  private List<Integer> steps = List.of();

  @Option(
      names = {"-v", "--verbose"},
      description = "Every decision and every handle; and every scenario of a .jsonl file.")
  private boolean isVerbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Only what is not as expected, and what is violated.")
  private boolean isQuiet;

  @Mixin private OutputOptions output = new OutputOptions();

  RunCommand(Streams streams) {
    this.streams = streams;
  }

  /** A scenario that was run. */
  private record Ran(ScenarioFile file, ScenarioRun run) {
    boolean isRow() {
      return file.fileName().endsWith(JSON_LINES);
    }

    String name() {
      return isRow() ? file.fileName() + ":" + file.line() : file.fileName();
    }
  }

  @Override
  public Integer call() {
    if (wantsProcesses && output.isJson()) {
      throw new BadInput(commandLine(), Vector.of("--processes: there is no JSON for it"));
    }
    var files = files();
    return output.isJson() ? json(files) : text(files);
  }

  // The input.

  private Vector<ScenarioFile> files() {
    var read = Vector.ofAll(fileNames).map(this::read);
    var problems = read.filter(Either::isLeft).flatMap(Either::getLeft);
    if (!problems.isEmpty()) throw new BadInput(commandLine(), problems);
    var files = read.flatMap(Either::get);
    var missing = files.flatMap(this::missingSteps);
    if (!missing.isEmpty()) throw new BadInput(commandLine(), missing);
    return files;
  }

  private Either<Vector<String>, Vector<ScenarioFile>> read(String name) {
    return InputFiles.readText(name, LONGEST, streams.in())
        .mapLeft(Vector::of)
        .flatMap(
            text ->
                ScenarioFiles.read(InputFiles.shown(name), text)
                    .toEither()
                    .mapLeft(problems -> problems.map(Problem::toString)));
  }

  private Vector<String> missingSteps(ScenarioFile file) {
    int last = file.scenario().steps().size();
    return Vector.ofAll(steps)
        .filter(step -> step < 1 || step > last)
        .map(step -> file.fileName() + ": there is no step " + step + ", it has " + last);
  }

  private CommandLine commandLine() {
    return io.vavr.control.Option.of(spec).get().commandLine();
  }

  private Ran run(ScenarioFile file) {
    var scenario = file.scenario();
    var rules =
        variantFile
            .orElse(variant)
            // The file was read, so the name means something.
            .orElse(() -> scenario.variant().map(name -> Variants.parse(name).get()))
            .getOrElse(HtmlStandard.VARIANT);
    var able = capabilities.apply(scenario.capabilities().getOrElse(Capabilities.ALL));
    return new Ran(file, ScenarioRun.of(scenario, rules, able));
  }

  // JSON.

  private int json(Vector<ScenarioFile> files) {
    var ran = files.map(this::run);
    var results = ran.map(each -> ResultJson.of(each.file(), each.run()));
    streams.print(JsonNodeFactory.instance.arrayNode().addAll(results.asJava()));
    boolean isMet = results.forAll(result -> result.at("/expectations/met").asBoolean());
    return status(isMet && ran.forAll(each -> demanded(each).isEmpty()));
  }

  /** The violations that count. */
  private Vector<FirstViolation> demanded(Ran ran) {
    return FirstViolation.in(ran.file().scenario(), ran.run(), demanded());
  }

  private Vector<Invariant> demanded() {
    return Vector.ofAll(invariants).flatMap(InvariantsCommand.Named::invariants).distinct();
  }

  private static int status(boolean isAllRight) {
    return (isAllRight ? ExitStatus.HOLDS : ExitStatus.VIOLATED).code();
  }

  // Text.

  private int text(Vector<ScenarioFile> files) {
    int wrong = 0;
    for (var file : files) {
      if (!text(run(file), files.size() > 1)) wrong++;
      streams.flush();
    }
    int rows = files.count(file -> file.fileName().endsWith(JSON_LINES));
    if (rows > 0) {
      streams.print(
          Line.of(
                  wrong == 0 ? Tone.GOOD : Tone.BAD,
                  "%d of %d".formatted(files.size() - wrong, files.size()))
              .with(" scenarios are as they should be"));
    }
    return status(wrong == 0);
  }

  /** Prints one scenario and says whether all is as it should be. */
  private boolean text(Ran ran, boolean isOneOfSeveral) {
    var mismatches = mismatches(ran);
    boolean isAllRight = mismatches.isEmpty() && demanded(ran).isEmpty();
    if (ran.isRow()) {
      printRow(ran, isAllRight);
    } else if (isOneOfSeveral && !isQuiet) {
      streams.print(Line.of(Tone.FAINT, ran.name()));
    }
    boolean isDrawn = ran.isRow() ? isVerbose || !isAllRight : !isQuiet;
    if (isDrawn) streams.print(pictures(ran));
    if (isDrawn || !isAllRight) {
      streams.print(verdicts(ran, mismatches).map(line -> ran.isRow() ? line.indented(2) : line));
    }
    if (isOneOfSeveral && isDrawn) streams.print(Line.EMPTY);
    return isAllRight;
  }

  private void printRow(Ran ran, boolean isAllRight) {
    if (isQuiet && isAllRight) return;
    streams.print(
        Line.of(isAllRight ? Tone.GOOD : Tone.BAD, isAllRight ? "ok     " : "NOT OK ")
            .with(ran.name())
            .with("  " + Visible.clipped(ran.file().scenario().title(), LONGEST_TITLE)));
  }

  private Vector<Line> pictures(Ran ran) {
    var detail = isVerbose ? Picture.Detail.FULL : Picture.Detail.BRIEF;
    var drawn =
        Picture.of(ran.run())
            .filter(each -> steps.isEmpty() || steps.contains(each.taken().number()));
    String title = ran.isRow() ? "" : ran.file().scenario().title();
    return RunText.heading(title, ran.run())
        .appendAll(drawn.flatMap(each -> each.lines(detail).prepend(Line.EMPTY)))
        .append(Line.EMPTY);
  }

  private Vector<Line> verdicts(Ran ran, Vector<Mismatch> mismatches) {
    var scenario = ran.file().scenario();
    var asked =
        invariants.isEmpty() ? Invariants.meantFor(ran.run().variant(), scenario) : demanded();
    var violations = FirstViolation.in(scenario, ran.run(), asked);
    return RunText.expectations(ran.file().expect().isDefined(), mismatches)
        .appendAll(violations.flatMap(RunText::of))
        .appendAll(wantsProcesses ? processes(ran.run()) : Vector.empty());
  }

  private Vector<Line> processes(ScenarioRun run) {
    var world = run.steps().lastOption().map(taken -> taken.step().world()).getOrElse(World.EMPTY);
    return ABILITIES
        .map(
            able ->
                new Capabilities(
                    able.oopif(), able.pageIsolation(), run.capabilities().isolation()))
        .flatMap(able -> AllocationText.of(able, Allocations.of(world, run.variant(), able)));
  }

  private static Vector<Mismatch> mismatches(Ran ran) {
    return ran.file()
        .expect()
        .map(
            (JsonNode expect) ->
                Expectations.mismatches(expect, ResultJson.of(ran.file(), ran.run())))
        .getOrElse(Vector.empty());
  }
}
