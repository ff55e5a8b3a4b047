package org.coopcheck.counterexamples.cli;

import io.vavr.Function1;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Optional;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options of every command that searches: how far it looks. */
final class BoundOptions {
  private static final int MOST = 9;

  @CommandLine.Option(
      names = "--windows",
      paramLabel = "N",
      description = "Top-level traversables alive at once.")
  private Optional<Integer> windows = Optional.empty();

  @CommandLine.Option(names = "--frames", paramLabel = "N", description = "Iframes alive at once.")
  private Optional<Integer> frames = Optional.empty();

  @CommandLine.Option(
      names = "--origins",
      paramLabel = "N",
      description = "Origins; the third is same-site with the first.")
  private Optional<Integer> origins = Optional.empty();

  @CommandLine.Option(
      names = "--redirects",
      paramLabel = "N",
      description = "Redirect hops in one navigation.")
  private Optional<Integer> redirects = Optional.empty();

  @CommandLine.Option(
      names = "--steps",
      paramLabel = "N",
      converter = StepsConverter.class,
      description = "Steps of a run, or: unbounded.")
  private Optional<Option<Integer>> steps = Optional.empty();

  @CommandLine.Option(
      names = "--capabilities",
      paramLabel = "LIST",
      converter = CapabilitiesConverter.class,
      description = "What the browser can do: " + CapabilitiesConverter.SYNTAX + ".")
  private CapabilitiesConverter.Change capabilities = CapabilitiesConverter.Change.NONE;

  @CommandLine.Option(
      names = "--values",
      paramLabel = "LIST",
      converter = ValuesConverter.class,
      description = "Opener policy values that responses may have, with commas.")
  private Optional<Vector<OpenerPolicyValue>> values = Optional.empty();

  @CommandLine.Option(
      names = "--actions",
      paramLabel = "LIST",
      converter = KindsConverter.class,
      description = {
        "Kinds of steps, with commas. If not given: with diff all but tab, with others those that"
            + " each invariant can see.",
        "There are: " + KindsConverter.WORDS + "."
      })
  private Optional<Vector<StepKind>> kinds = Optional.empty();

  /** Whether the kinds of steps were left open. */
  boolean widens() {
    return kinds.isEmpty();
  }

  /**
   * The bound that was asked for.
   *
   * @param standard what holds where nothing was said
   */
  Bound bound(Bound standard) {
    return standard
        .withWindows(windows.orElse(standard.windows()))
        .withFrames(frames.orElse(standard.frames()))
        .withOrigins(origins.orElse(standard.origins()))
        .withRedirects(redirects.orElse(standard.redirects()))
        .withSteps(steps.orElse(standard.steps()))
        .withCapabilities(capabilities.apply(standard.capabilities()))
        .withValues(values.orElse(standard.values()))
        .withKinds(kinds.map(TreeSet::ofAll).orElseGet(() -> TreeSet.ofAll(standard.kinds())));
  }

  /** What the browser is able to do, where something is said about it. */
  Capabilities capabilities(Capabilities otherwise) {
    return capabilities.apply(otherwise);
  }

  /** Everything that is wrong with the numbers. */
  Vector<String> problems() {
    return Vector.<Option<String>>of(
            outside("--windows", windows, 1, MOST),
            outside("--frames", frames, 0, MOST),
            outside("--origins", origins, 1, Universe.MOST_ORIGINS),
            outside("--redirects", redirects, 0, 3),
            outside("--steps", steps.flatMap(Option::toJavaOptional), 1, 1_000))
        .flatMap(problem -> problem);
  }

  private static Option<String> outside(String name, Optional<Integer> value, int least, int most) {
    return Option.ofOptional(value)
        .filter(number -> number < least || number > most)
        .map(number -> "%s: %d is not a number from %d to %d".formatted(name, number, least, most));
  }

  /** Reads {@code unbounded} or a number. */
  static final class StepsConverter implements ITypeConverter<Option<Integer>> {
    @Override
    public Option<Integer> convert(String text) {
      if (text.equals("unbounded")) return Option.none();
      try {
        return Option.some(Integer.valueOf(text));
      } catch (NumberFormatException e) {
        throw new TypeConversionException("\"" + text + "\" is neither a number nor unbounded");
      }
    }
  }

  /** Reads opener policy values. */
  static final class ValuesConverter implements ITypeConverter<Vector<OpenerPolicyValue>> {
    @Override
    public Vector<OpenerPolicyValue> convert(String text) {
      return words(
          text,
          "an opener policy value",
          Vector.of(OpenerPolicyValue.values()),
          OpenerPolicyValue::token);
    }
  }

  /** Reads kinds of steps. */
  static final class KindsConverter implements ITypeConverter<Vector<StepKind>> {
    static final String WORDS =
        "tab, open, noopener, navigate, iframe, delegation, sandbox, csp-sandbox, error,"
            + " about-blank, blob, javascript, document-open, name, push-state, traverse, reload,"
            + " close, report-only, report-endpoint, access, origin-agent-cluster, page-policy,"
            + " embedder-policy, initial-iframe, both-policies";

    @Override
    public Vector<StepKind> convert(String text) {
      return words(text, "a kind of step", Vector.of(StepKind.values()), StepKind::word);
    }
  }

  private static <T> Vector<T> words(
      String text, String expected, Vector<T> all, Function1<T, String> word) {
    var found = Vector.of(text.split(",", -1)).map(String::strip);
    var unknown = found.filter(each -> all.forAll(one -> !word.apply(one).equals(each)));
    if (!unknown.isEmpty()) {
      throw new TypeConversionException(
          unknown.map(each -> Words.unknown(each, expected, all.map(word))).mkString("\n"));
    }
    return all.filter(one -> found.contains(word.apply(one)));
  }
}
