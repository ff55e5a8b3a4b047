package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.headers.HeadersJson;
import org.coopcheck.counterexamples.headers.HeadersReport;
import org.coopcheck.counterexamples.headers.HeadersText;
import org.coopcheck.counterexamples.headers.PrintedResponses;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code headers}. */
@Command(
    name = "headers",
    header = "What response headers become in a browser, and why.",
    description = {
      "Reads raw response headers as curl -sI and curl -sIL print them, several responses in a row"
          + " for redirects, and says what each policy becomes, what is ignored and why, whether"
          + " the page is cross-origin isolated, and whether it stays connected to an opener.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  curl -sIL https://example.org/ | coopcheck headers --url https://example.org/",
      "  coopcheck headers saved-headers.txt",
      "  coopcheck headers --url http://localhost:8080/ --json < saved-headers.txt"
    })
final class HeadersCommand implements Callable<Integer> {
  private static final int LONGEST = 1 << 20;

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file with the headers; standard input if there is none, or with -.")
  private String file = InputFiles.STANDARD_INPUT;

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = HttpUrlConverter.class,
      description = {
        "The URL of the first response: policies count in secure contexts only.",
        "https://page.example/ if there is none."
      })
  private Url url = Url.of("https://page.example/");

  @Option(
      names = "--variant",
      paramLabel = "VARIANT",
      converter = VariantConverter.class,
      description = "Whose rules: " + VariantConverter.SYNTAX + ".")
  private Optional<Variant> variant = Optional.empty();

  @Mixin private VariantFileOptions variantFile = new VariantFileOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  HeadersCommand(Streams streams) {
    this.streams = streams;
  }

  /** Reads the URL of a response. */
  static final class HttpUrlConverter implements ITypeConverter<Url> {
    @Override
    public Url convert(String text) {
      return Url.parse(text)
          .filterOrElse(Url::isHttp, url -> "is neither an http: nor an https: URL")
          .getOrElseThrow(why -> new TypeConversionException("\"" + text + "\" " + why));
    }
  }

  @Override
  public Integer call() {
    var commandLine = io.vavr.control.Option.of(spec).get().commandLine();
    var responses =
        InputFiles.read(file, LONGEST, streams.in())
            // Header fields are bytes; each becomes a character of its own.
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .flatMap(
                text ->
                    PrintedResponses.read(text).mapLeft(why -> InputFiles.shown(file) + ": " + why))
            .getOrElseThrow(problem -> new BadInput(commandLine, Vector.of(problem)));
    var report =
        HeadersReport.of(
            responses, url, variantFile.orElse(variant).getOrElse(HtmlStandard.VARIANT));
    if (output.isJson()) {
      streams.print(HeadersJson.of(report));
    } else {
      streams.print(HeadersText.of(report));
    }
    return ExitStatus.HOLDS.code();
  }
}
