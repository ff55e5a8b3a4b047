package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.report.files.ReportFile;
import org.coopcheck.counterexamples.report.json.RolloutJson;
import org.coopcheck.counterexamples.report.text.RolloutText;
import org.coopcheck.counterexamples.rollout.CoverageSearch;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Alarm;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Answer;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Found;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Question;
import org.coopcheck.counterexamples.rollout.Rehearsed;
import org.coopcheck.counterexamples.scenario.Problem;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.rollout.Announcement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code coverage}. */
@Command(
    name = "coverage",
    header = "What breaks when report-only policies are enforced, and which report tells of it.",
    description = {
      "Takes the steps of a scenario file twice: as it is, and with each report-only header in the"
          + " place of the one that is enforced; then with all of them. What works in the one run and"
          + " fails in the other is a breakage: an access, a window.open() that returned something, a"
          + " name, a document. For each it says which rule decides, and which report of the first"
          + " run announces it; or that it is silent, and why.",
      "With --search it looks for all causes of breakages in every run within a bound, in which"
          + " every report-only header has an endpoint, and shows the smallest scenario of each,"
          + " the silent ones first. If nothing else is said: "
          + CoverageCommand.STANDARD
          + "; and pages that enforce one of these already, without iframes and redirects, in 3"
          + " steps.",
      "The exit code is 1 if something breaks of which no report tells; a report of the navigation"
          + " counts as one.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck coverage rollout.yaml",
      "  coopcheck coverage --variant html,reporting=standard rollout.yaml",
      "  coopcheck coverage --search --steps 3",
      "  coopcheck coverage --search --values unsafe-none,noopener-allow-popups",
      "  coopcheck coverage --search --json > gaps.json"
    })
final class CoverageCommand implements Callable<Integer> {
  static final String STANDARD =
      "2 windows, 1 iframe, 2 origins, 1 redirect, 4 steps, and the values unsafe-none,"
          + " same-origin-allow-popups and same-origin; --values widens";
  private static final int LONGEST = 1 << 28;

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "SCENARIO",
      description = "Scenario files: YAML, JSON, or .jsonl with one per line; - is standard input.")
  private List<String> fileNames = List.of();

  @Option(names = "--search", description = "Look for causes in all runs within a bound.")
  private boolean isSearch;

  @Option(
      names = "--variant",
      paramLabel = "VARIANT",
      converter = VariantConverter.class,
      description = "Whose rules, whatever the file says: " + VariantConverter.SYNTAX + ".")
  private Optional<Variant> variant = Optional.empty();

  @Mixin private VariantFileOptions variantFile = new VariantFileOptions();
  @Mixin private SearchOptions search = new SearchOptions();

  CoverageCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    var problems =
        search
            .problems()
            .appendAll(
                isSearch == fileNames.isEmpty()
                    ? Vector.empty()
                    : Vector.of("coverage wants either scenario files or --search"));
    if (!problems.isEmpty()) throw new BadInput(commandLine(), problems);
    return (isSearch ? searched() : rehearsed(files())).code();
  }

  private CommandLine commandLine() {
    return io.vavr.control.Option.of(spec).get().commandLine();
  }

  // Scenario files.

  private Vector<ScenarioFile> files() {
    var read = Vector.ofAll(fileNames).map(this::read);
    var problems = read.filter(Either::isLeft).flatMap(Either::getLeft);
    if (!problems.isEmpty()) throw new BadInput(commandLine(), problems);
    return read.flatMap(Either::get);
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

  private ExitStatus rehearsed(Vector<ScenarioFile> files) {
    var all = files.map(this::rehearsed);
    if (search.isJson()) {
      var items =
          files.zip(all).flatMap(each -> each._2.map(one -> RolloutJson.of(name(each._1), one)));
      print(items);
    } else {
      streams.print(RolloutText.heading());
      files.zip(all).forEach(each -> print(each._1, each._2));
    }
    return all.exists(each -> each.exists(Rehearsed::isSilent))
        ? ExitStatus.VIOLATED
        : ExitStatus.HOLDS;
  }

  private Vector<Rehearsed> rehearsed(ScenarioFile file) {
    var scenario = file.scenario();
    return Rehearsed.allOf(
        scenario,
        rules(scenario),
        search.bound().capabilities(scenario.capabilities().getOrElse(Capabilities.ALL)));
  }

  private Variant rules(Scenario scenario) {
    return variantFile
        .orElse(variant)
        // The file was read, so the name means something.
        .orElse(() -> scenario.variant().map(name -> Variants.parse(name).get()))
        .getOrElse(HtmlStandard.VARIANT);
  }

  private static String name(ScenarioFile file) {
    return file.isOneOfManyLines() ? file.fileName() + ":" + file.line() : file.fileName();
  }

  private void print(ScenarioFile file, Vector<Rehearsed> all) {
    boolean isShown = !search.isQuiet() || all.exists(Rehearsed::isSilent);
    if (isShown) streams.print(RolloutText.of(name(file), rules(file.scenario()), all));
  }

  private void print(Vector<ObjectNode> items) {
    streams.print(JsonNodeFactory.instance.arrayNode().addAll(items.asJava()));
  }

  // The search.

  private ExitStatus searched() {
    var rules = variantFile.orElse(variant).getOrElse(HtmlStandard.VARIANT);
    var answers =
        search.run(
            streams,
            bounds().map(bound -> new Question(rules, bound)),
            each -> each.variant().name(),
            CoverageSearch::search,
            this::printAll);
    return status(answers);
  }

  private Vector<Bound> bounds() {
    var standard =
        search.bound().widens()
            ? Vector.of(CoverageSearch.STANDARD, CoverageSearch.WITH_BOTH_POLICIES)
            : Vector.of(CoverageSearch.STANDARD);
    return standard.map(search.bound()::bound);
  }

  private void printAll(Vector<Answer> answers) {
    if (search.isJson()) {
      print(answers.map(RolloutJson::of));
      return;
    }
    streams.print(RolloutText.heading());
    var causes = answers.flatMap(Answer::found).distinctBy(found -> found.breakage().cause());
    for (Answer answer : answers) {
      answer
          .found()
          .filter(causes::contains)
          .forEach(found -> print(answer, found, causes.indexOf(found) + 1));
      answer.alarm().forEach(alarm -> print(answer, alarm, answers.indexOf(answer) + 1));
      streams.print(RolloutText.summary(answer));
    }
  }

  private void print(Answer answer, Found found, int number) {
    if (search.isQuiet()) {
      if (found.breakage().isSilent()) streams.print(RolloutText.brief(number, found));
      return;
    }
    String name = number + "-" + found.breakage().announcement().kind();
    var rehearsed = found.rehearsed();
    String file = written(answer, name, rehearsed.scenario());
    String enforced = written(answer, name + "-enforced", rehearsed.enforcedScenario());
    streams.print(RolloutText.of(number, found, file, enforced));
  }

  private void print(Answer answer, Alarm alarm, int number) {
    String file = written(answer, "false-alarm-" + number, alarm.rehearsed().scenario());
    streams.print(RolloutText.of(alarm, file));
  }

  private String written(Answer answer, String name, Scenario scenario) {
    var path =
        Vector.of(
            "coverage",
            answer.question().variant().name().replaceAll("[^A-Za-z0-9+=.,-]", "_"),
            name + ".yaml");
    var written = search.out().write(new ReportFile(path, ScenarioFiles.write(scenario)));
    streams.print(written.remark());
    return search.out().path(path);
  }

  private static ExitStatus status(Vector<Answer> answers) {
    boolean isSilent =
        answers.exists(each -> !each.announcedBy(Announcement.Kind.SILENT).isEmpty());
    if (isSilent) return ExitStatus.VIOLATED;
    return answers.exists(each -> each.cutShort().isDefined())
        ? ExitStatus.UNDECIDED
        : ExitStatus.HOLDS;
  }
}
