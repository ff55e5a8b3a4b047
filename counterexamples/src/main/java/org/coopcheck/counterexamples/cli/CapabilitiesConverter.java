package org.coopcheck.counterexamples.cli;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code oopif=BOOL,page-isolation=BOOL,isolation=MODE}, of which parts may be missing. */
final class CapabilitiesConverter implements ITypeConverter<CapabilitiesConverter.Change> {
  static final String SYNTAX = "oopif=BOOL,page-isolation=BOOL,isolation=none|logical|concrete";

  private static final Vector<String> KEYS = Vector.of("oopif", "page-isolation", "isolation");
  private static final Vector<String> BOOLEANS = Vector.of("true", "false");
  private static final Vector<String> MODES =
      Vector.of(CrossOriginIsolationMode.values()).map(CrossOriginIsolationMode::toString);

  /** What the command line makes of the capabilities of a file. */
  interface Change extends Function1<Capabilities, Capabilities> {
    long serialVersionUID = 1L;

    /** Nothing. */
    Change NONE = capabilities -> capabilities;
  }

  @Override
  public Change convert(String text) {
    var parts = Vector.of(text.split(",", -1)).map(String::strip);
    var problems = parts.flatMap(CapabilitiesConverter::problem);
    if (!problems.isEmpty()) throw new TypeConversionException(problems.mkString("\n"));
    return capabilities -> parts.foldLeft(capabilities, CapabilitiesConverter::changed);
  }

  private static Option<String> problem(String part) {
    String key = key(part);
    if (!KEYS.contains(key)) return Option.some(Words.unknown(key, "a capability", KEYS));
    var legal = key.equals("isolation") ? MODES : BOOLEANS;
    return Option.when(
        !legal.contains(value(part)), () -> Words.unknown(value(part), "a value of " + key, legal));
  }

  private static Capabilities changed(Capabilities before, String part) {
    String value = value(part);
    return switch (key(part)) {
      case "oopif" ->
          new Capabilities(Boolean.parseBoolean(value), before.pageIsolation(), before.isolation());
      case "page-isolation" ->
          new Capabilities(before.oopif(), Boolean.parseBoolean(value), before.isolation());
      default ->
          new Capabilities(
              before.oopif(),
              before.pageIsolation(),
              CrossOriginIsolationMode.values()[MODES.indexOf(value)]);
    };
  }

  private static String key(String part) {
    int equals = part.indexOf('=');
    return equals < 0 ? part : part.substring(0, equals);
  }

  private static String value(String part) {
    int equals = part.indexOf('=');
    return equals < 0 ? "" : part.substring(equals + 1);
  }
}
