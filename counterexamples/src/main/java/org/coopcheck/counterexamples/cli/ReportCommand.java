package org.coopcheck.counterexamples.cli;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.report.files.Format;
import org.coopcheck.counterexamples.report.files.ReportFiles;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.report.story.StoryReader;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.properties.invariant.Invariant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code report}. */
@Command(
    name = "report",
    header = "Reports of scenarios, and of what an earlier command found.",
    description = {
      "Makes a page, pictures and files for other tools of scenario files, or of the JSON that"
          + " check --json, claims --json or diff --json printed. index.html leads to all of them.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck report popup.yaml",
      "  coopcheck check html+naive --json > found.json; coopcheck report found.json",
      "  coopcheck report --format html,svg --out site docs/findings/*.yaml"
    })
final class ReportCommand implements Callable<Integer> {
  private static final int LONGEST = 1 << 28;

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Scenario files, or JSON of check, claims or diff; - is standard input.")
  private List<String> fileNames = List.of();

  @Mixin private OutDirectory out = new OutDirectory();

  @CommandLine.Option(
      names = "--format",
      paramLabel = "LIST",
      split = ",",
      converter = FormatConverter.class,
      description = {
        "Which formats; without it, all.",
        "There are: " + FormatConverter.WORDS + "."
      })
  private List<Format> formats = List.of();

  @CommandLine.Option(
      names = "--invariant",
      paramLabel = "NAME",
      converter = InvariantsCommand.NameConverter.class,
      description = "An invariant that scenario files are about; can be repeated. Without it, all.")
  private List<InvariantsCommand.Named> invariants = List.of();

  ReportCommand(Streams streams) {
    this.streams = streams;
  }

  /** Reads the word for a format. */
  static final class FormatConverter implements ITypeConverter<Format> {
    static final String WORDS = "html, svg, markdown, mermaid, yaml, json, itf";

    @Override
    public Format convert(String word) {
      return Format.fromWord(word)
          .getOrElseThrow(
              () ->
                  new TypeConversionException(
                      Words.unknown(
                          word, "a format", Vector.of(Format.values()).map(Format::word))));
    }
  }

  @Override
  public Integer call() {
    var read = Vector.ofAll(fileNames).map(this::read);
    var problems = out.problems().appendAll(read.filter(Either::isLeft).flatMap(Either::getLeft));
    if (!problems.isEmpty()) {
      throw new BadInput(Option.of(spec).get().commandLine(), problems);
    }
    var book = new Book("coopcheck report", read.flatMap(Either::get));
    var written = ReportFiles.of(book, wanted()).map(out::write);
    streams.print(Line.of("%d files, %s".formatted(written.size(), out.path(ReportFiles.INDEX))));
    return ExitStatus.HOLDS.code();
  }

  private Either<Vector<String>, Vector<Entry>> read(String name) {
    return InputFiles.readText(name, LONGEST, streams.in())
        .mapLeft(Vector::of)
        .flatMap(text -> StoryReader.read(InputFiles.shown(name), text, demanded()));
  }

  private Vector<Invariant> demanded() {
    return Vector.ofAll(invariants).flatMap(InvariantsCommand.Named::invariants).distinct();
  }

  private SortedSet<Format> wanted() {
    return formats.isEmpty() ? ReportFiles.ALL : TreeSet.ofAll(formats);
  }
}
