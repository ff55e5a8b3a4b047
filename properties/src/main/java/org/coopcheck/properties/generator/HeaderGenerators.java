package org.coopcheck.properties.generator;

import io.vavr.collection.Vector;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;

/** Raw header fields for jqwik: right, nearly right, and hostile. */
public final class HeaderGenerators {
  private static final int KIB_64 = 65_536;

  /** The names of the fields that the model reads, but for {@code Location}. */
  public static final Vector<String> HONOURED =
      Vector.of(
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Embedder-Policy",
          "Cross-Origin-Opener-Policy-Report-Only",
          "Cross-Origin-Embedder-Policy-Report-Only",
          "Content-Security-Policy",
          "Cross-Origin-Resource-Policy",
          "Origin-Agent-Cluster",
          "Permissions-Policy",
          "Referrer-Policy",
          "Reporting-Endpoints",
          "Report-To");

  private HeaderGenerators() {}

  /**
   * Header lists: mostly of a few fields, sometimes with several lines of one name.
   *
   * @param names the names that fields may have
   */
  public static Arbitrary<HeaderList> lists(Vector<String> names) {
    return Arbitraries.of(names.asJava())
        .flatMap(name -> Combinators.combine(spellings(name), valuesOf(name)).as(HeaderField::new))
        .list()
        .ofMaxSize(4)
        .map(fields -> HeaderList.of(Vector.ofAll(fields)));
  }

  private static Arbitrary<String> spellings(String name) {
    return Arbitraries.of(name, name, name.toLowerCase(Locale.ROOT));
  }

  /**
   * Values of a field.
   *
   * @param name one of {@link #HONOURED}
   */
  public static Arbitrary<String> valuesOf(String name) {
    return Arbitraries.frequencyOf(
        Tuple.of(7, validValuesOf(name)),
        Tuple.of(3, nearlyValidValuesOf(name)),
        Tuple.of(1, hostileValues()));
  }

  /**
   * Values of a field as its specification wants them.
   *
   * @param name one of {@link #HONOURED}
   */
  public static Arbitrary<String> validValuesOf(String name) {
    return switch (name) {
      case "Cross-Origin-Opener-Policy", "Cross-Origin-Opener-Policy-Report-Only" ->
          withReportTo(
              Arbitraries.of(
                  "unsafe-none",
                  "same-origin",
                  "same-origin-allow-popups",
                  "noopener-allow-popups"));
      case "Cross-Origin-Embedder-Policy", "Cross-Origin-Embedder-Policy-Report-Only" ->
          withReportTo(Arbitraries.of("unsafe-none", "require-corp", "credentialless"));
      case "Content-Security-Policy" ->
          sandboxes().map(keywords -> ("sandbox " + keywords).strip());
      case "Cross-Origin-Resource-Policy" ->
          Arbitraries.of("cross-origin", "same-site", "same-origin");
      case "Origin-Agent-Cluster" -> Arbitraries.of("?1", "?0");
      case "Permissions-Policy" ->
          Arbitraries.of("*", "()", "(self)", "self", "(self \"https://b.example\")")
              .map(allowlist -> "cross-origin-isolated=" + allowlist);
      case "Referrer-Policy" ->
          Arbitraries.of("no-referrer", "origin", "unsafe-url", "same-origin, no-referrer");
      case "Reporting-Endpoints" ->
          Arbitraries.of(
              "e=\"https://a.example/reports\"", "e=\"/reports\", f=\"https://b.example/\"");
      case "Report-To" ->
          Arbitraries.of(
              "{\"group\":\"e\",\"max_age\":1,\"endpoints\":[{\"url\":\"https://a.example/r\"}]}");
      default -> throw new IllegalArgumentException(name + " is no field that the model reads");
    };
  }

  private static Arbitrary<String> withReportTo(Arbitrary<String> tokens) {
    return Combinators.combine(tokens, Arbitraries.of("", "", "; report-to=\"e\""))
        .as((token, parameter) -> token + parameter);
  }

  /** Values of an iframe's {@code sandbox} attribute. */
  public static Arbitrary<String> sandboxes() {
    return Arbitraries.of(
            "allow-scripts",
            "allow-popups",
            "allow-same-origin",
            "allow-popups-to-escape-sandbox",
            "allow-top-navigation",
            "allow-top-navigation-by-user-activation",
            "allow-forms")
        .set()
        .map(keywords -> Vector.ofAll(keywords).sorted().mkString(" "));
  }

  /**
   * Values with one slip.
   *
   * @param name one of {@link #HONOURED}
   */
  public static Arbitrary<String> nearlyValidValuesOf(String name) {
    return Combinators.combine(validValuesOf(name), Arbitraries.integers().between(0, 15))
        .as(HeaderGenerators::withASlip);
  }

  private static String withASlip(String value, int slip) {
    return switch (slip) {
      case 0 -> "\"" + value + "\"";
      case 1 -> value.toUpperCase(Locale.ROOT);
      case 2 -> value + ", " + value;
      case 3 -> value + ",";
      case 4 -> value + ";";
      case 5 -> value + " ;report-to=\"e\"";
      case 6 -> value + "; report-to=e";
      case 7 -> value + "; Report-To=\"e\"";
      case 8 -> value + "-plus-COEP";
      case 9 -> value + " ; x";
      case 10 -> value + "; report-to=\"a\"; report-to=\"b\"";
      case 11 -> "\t" + value;
      case 12 -> value.substring(0, value.length() - 1);
      case 13 -> value + "\u00a0";
      case 14 -> value + "\0";
      default -> "";
    };
  }

  /** Values that nobody would write in good faith, of up to 64 KiB. */
  public static Arbitrary<String> hostileValues() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "same-origin",
                "sandbox ",
                "a=",
                "(",
                "{",
                "\"",
                "\\",
                ";",
                ",",
                "\r\n",
                "?1",
                "@1",
                ":YQ:",
                "%\"",
                "\ud800",
                "*",
                "-",
                "0.",
                "\t"),
            Arbitraries.strings().all().ofMinLength(1).ofMaxLength(8));
    return Combinators.combine(parts, Arbitraries.of(1, 2, 60, KIB_64), parts)
        .as((unit, length, end) -> unit.repeat(Math.max(1, length / unit.length())) + end);
  }
}
