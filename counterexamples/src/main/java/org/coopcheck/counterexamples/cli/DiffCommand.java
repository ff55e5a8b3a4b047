package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.report.json.DiffJson;
import org.coopcheck.counterexamples.report.story.Stories;
import org.coopcheck.counterexamples.report.text.DiffText;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.search.DifferenceSearch;
import org.coopcheck.counterexamples.search.DifferenceSearch.Answers;
import org.coopcheck.counterexamples.search.DifferenceSearch.Found;
import org.coopcheck.counterexamples.search.DifferenceSearch.Question;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code diff}. */
@Command(
    name = "diff",
    header = "What two variants do not answer alike, in the smallest scenarios that show it.",
    description = {
      "Runs both variants side by side through every run within a bound, and shows the first one"
          + " after which anything differs that a result tells; then the next one that has another"
          + " cause, and so on. The cause is the first decision that is not the same in both, up to"
          + " the names of origins and windows. Each scenario is reduced until nothing can be"
          + " dropped from it, and written to a file that coopcheck run replays.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck diff html html,about-blank=literal",
      "  coopcheck diff html html+naive --observable dom --observable isolated",
      "  coopcheck diff html html,traversal=restore --actions open,traverse --steps 4",
      "  coopcheck diff html --variant-file docs/examples/popups-inherit.yaml"
    })
final class DiffCommand implements Callable<Integer> {
  /**
   * What is looked at if nothing else is said; session history and report-only policies each by
   * themselves.
   */
  private static final Vector<SortedSet<StepKind>> KINDS =
      Vector.of(
          StepKind.OF_WORLDS.removeAll(
              Vector.of(
                  StepKind.TAB,
                  StepKind.TRAVERSE,
                  StepKind.RELOAD,
                  StepKind.PUSH_STATE,
                  StepKind.REPORT_ONLY)),
          TreeSet.of(
              StepKind.OPEN,
              StepKind.NAVIGATE,
              StepKind.IFRAME,
              StepKind.TRAVERSE,
              StepKind.RELOAD,
              StepKind.PUSH_STATE),
          TreeSet.of(
              StepKind.OPEN,
              StepKind.NAVIGATE,
              StepKind.IFRAME,
              StepKind.CLOSE,
              StepKind.REPORT_ONLY));

  /** What is looked at besides if reports are asked for. */
  private static final SortedSet<StepKind> KINDS_OF_REPORTS =
      TreeSet.of(
          StepKind.OPEN,
          StepKind.NAVIGATE,
          StepKind.REPORT_ONLY,
          StepKind.REPORT_ENDPOINT,
          StepKind.ACCESS);

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..2",
      paramLabel = "VARIANT",
      description = "The two variants: " + VariantConverter.SYNTAX + ".")
  private List<String> variantNames = List.of();

  @Mixin private VariantFileOptions variantFiles = new VariantFileOptions();

  @CommandLine.Option(
      names = "--observable",
      paramLabel = "NAME",
      converter = ObservableConverter.class,
      description = {
        "What counts as a difference; can be repeated. Without it, everything does but reports.",
        "There are: " + ObservableConverter.WORDS + "."
      })
  private List<Observable> observables = List.of();

  @CommandLine.Option(
      names = "--max-findings",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many causes are enough. Default: 5.")
  private int most = 5;

  @Mixin private SearchOptions search = new SearchOptions();

  DiffCommand(Streams streams) {
    this.streams = streams;
  }

  /** Reads the word for a kind of facts. */
  static final class ObservableConverter implements ITypeConverter<Observable> {
    static final String WORDS =
        "group, coop-group, virtual-group, opener, dom, properties, closed, handle, name, isolated,"
            + " why-not-isolated, opener-policy, embedder-policy, origin, sandbox,"
            + " initial-about-blank, error, open, agent-cluster, process, outcome, reports";

    @Override
    public Observable convert(String word) {
      return Observable.fromWord(word)
          .getOrElseThrow(
              () ->
                  new TypeConversionException(
                      Words.unknown(
                          word,
                          "an observable",
                          Vector.of(Observable.values()).map(Observable::word))));
    }
  }

  @Override
  public Integer call() {
    var questions = questions();
    var answers =
        search.run(
            streams,
            questions,
            question -> question.a() + " and " + question.b(),
            DifferenceSearch::search,
            found -> print(questions.head(), new Answers(found, most)));
    return status(new Answers(answers, most)).code();
  }

  private Vector<Question> questions() {
    var read = variantFiles.after(Vector.ofAll(variantNames));
    var problems =
        read.fold(wrong -> wrong, DiffCommand::wrongNumber)
            .map(problem -> "coopcheck diff: " + problem)
            .appendAll(search.problems())
            .appendAll(
                most < 1
                    ? Vector.of("--max-findings: " + most + " is less than 1")
                    : Vector.empty());
    if (!problems.isEmpty()) {
      throw new BadInput(Option.of(spec).get().commandLine(), problems);
    }
    var variants = read.get();
    return bounds(variants)
        .map(each -> new Question(variants.get(0), variants.get(1), each, wanted(), most));
  }

  private static Vector<String> wrongNumber(Vector<Variant> variants) {
    return variants.size() == 2
        ? Vector.empty()
        : Vector.of("two variants are compared, and here are " + variants.size());
  }

  private Vector<Bound> bounds(Vector<Variant> variants) {
    var asked = search.bound().bound(Bound.standardFor(variants));
    if (!search.bound().widens()) return Vector.of(asked);
    boolean hasPagePolicies = variants.exists(Variant::hasPagePolicies);
    return (wanted().contains(Observable.REPORTS) ? KINDS.append(KINDS_OF_REPORTS) : KINDS)
        .map(kinds -> hasPagePolicies ? kinds : kinds.remove(StepKind.PAGE_POLICY))
        .map(asked::withKinds);
  }

  private SortedSet<Observable> wanted() {
    return observables.isEmpty()
        ? TreeSet.of(Observable.values()).remove(Observable.REPORTS)
        : TreeSet.ofAll(observables);
  }

  // Output.

  private void print(Question question, Answers answers) {
    var found = answers.found();
    if (search.isJson()) {
      streams.print(JsonNodeFactory.instance.arrayNode().addAll(found.map(DiffJson::of).asJava()));
      return;
    }
    streams.print(DiffText.heading(question));
    var reports = Option.when(!found.isEmpty(), () -> reports(question, found));
    reports.forEach(each -> tell(question, each));
    streams.print(DiffText.summary(answers));
    reports.forEach(each -> streams.print(each.index()));
  }

  private Reports<Found> reports(Question question, Vector<Found> found) {
    return Reports.write(
        "coopcheck diff %s %s".formatted(question.a().name(), question.b().name()),
        found,
        each -> Vector.of(Stories.ofFound(question, found.indexOf(each) + 1, each)),
        search.out());
  }

  private void tell(Question question, Reports<Found> reports) {
    reports
        .told()
        .forEachWithIndex(
            (told, index) -> {
              var story = told.stories().head();
              streams.print(told(question, index + 1, told.found(), reports.scenario(story)));
              streams.print(reports.remark(story).map(line -> line.indented(2)));
            });
  }

  private Vector<Line> told(Question question, int number, Found found, String file) {
    return search.isQuiet()
        ? Vector.of(DiffText.brief(number, found))
        : DiffText.of(number, question, found, file);
  }

  private static ExitStatus status(Answers answers) {
    if (!answers.found().isEmpty()) return ExitStatus.VIOLATED;
    return answers.cutShort().isDefined() ? ExitStatus.UNDECIDED : ExitStatus.HOLDS;
  }
}
