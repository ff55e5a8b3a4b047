package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.matrix.Matrix;
import org.coopcheck.counterexamples.matrix.MatrixReports;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The command {@code matrix}. */
@Command(
    name = "matrix",
    header = "Tables of opener policy values: who may stay with whom.",
    description = {
      "Shows, for every value of a document and every value of a response, whether the window stays"
          + " (-), stays only if both are same origin (=o) or leaves its browsing context group"
          + " (X): for popups, for ordinary navigations, and if the values stood in report-only"
          + " headers.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck matrix",
      "  coopcheck matrix html,nap-to-unsafe-none=stay",
      "  coopcheck matrix html --format csv"
    })
final class MatrixCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "VARIANT",
      converter = VariantConverter.class,
      description = "Whose rules; html if there is none.")
  private Optional<Variant> variant = Optional.empty();

  @Mixin private VariantFileOptions variantFile = new VariantFileOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "text, markdown, csv or json; text if there is none.")
  private Format format = Format.TEXT;

  @Mixin private OutputOptions output = new OutputOptions();

  MatrixCommand(Streams streams) {
    this.streams = streams;
  }

  /** How tables are written. */
  enum Format {
    TEXT,
    MARKDOWN,
    CSV,
    JSON;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the name of a format. */
  static final class FormatConverter implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      var formats = Vector.of(Format.values());
      return formats
          .find(format -> format.word().equals(word))
          .getOrElseThrow(
              () ->
                  new TypeConversionException(
                      Words.unknown(word, "a format", formats.map(Format::word))));
    }
  }

  @Override
  public Integer call() {
    var matrix = Matrix.of(variantFile.orElse(variant).getOrElse(HtmlStandard.VARIANT));
    switch (output.isJson() ? Format.JSON : format) {
      case TEXT -> streams.print(MatrixReports.text(matrix));
      case MARKDOWN -> streams.print(MatrixReports.markdown(matrix));
      case CSV -> printExactly(MatrixReports.csv(matrix));
      case JSON -> streams.print(MatrixReports.json(matrix));
    }
    return ExitStatus.HOLDS.code();
  }

  private void printExactly(Vector<String> lines) {
    streams.printExactly(lines.mkString("", "\n", "\n"));
  }
}
