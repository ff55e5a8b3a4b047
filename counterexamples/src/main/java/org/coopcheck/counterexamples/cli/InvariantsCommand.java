package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Tone;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The command {@code invariants}. */
@Command(
    name = "invariants",
    header = "What is checked.",
    description = {
      "Lists the invariants with their short names, one line each. With a name, shows the whole"
          + " entry with its source and with what must be reached for it to say anything.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {"  coopcheck invariants", "  coopcheck invariants B1"})
final class InvariantsCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      converter = NameConverter.class,
      description = "The invariant to be shown, by its name or short name.")
  private Optional<Named> named = Optional.empty();

  @Mixin private OutputOptions output = new OutputOptions();

  InvariantsCommand(Streams streams) {
    this.streams = streams;
  }

  /**
   * @param invariants the invariants that a name means; a short name may mean two halves
   */
  record Named(Vector<Invariant> invariants) {}

  /** Reads the name or short name of an invariant. */
  static final class NameConverter implements ITypeConverter<Named> {
    @Override
    public Named convert(String name) {
      var meant =
          Invariants.EVERY.filter(
              each -> each.name().equals(name) || each.id().equalsIgnoreCase(name));
      if (meant.isEmpty()) {
        throw new TypeConversionException(
            Words.unknown(name, "an invariant", Invariants.EVERY.map(Invariant::name)));
      }
      return new Named(meant);
    }
  }

  @Override
  public Integer call() {
    var invariants = named.map(Named::invariants).orElse(Invariants.EVERY);
    if (output.isJson()) {
      streams.print(json(invariants));
    } else {
      streams.print(named.isPresent() ? entries(invariants) : list());
    }
    return ExitStatus.HOLDS.code();
  }

  private static Vector<Line> list() {
    int widest = Invariants.EVERY.map(each -> each.id().length()).max().getOrElse(0);
    return Invariants.EVERY.map(
        each ->
            Line.of(each.id() + " ".repeat(widest + 2 - each.id().length()))
                .with(Tone.STRONG, each.name())
                .with("  " + each.statement()));
  }

  private static Vector<Line> entries(Vector<Invariant> invariants) {
    return invariants.flatMap(each -> entry(each).prepend(Line.EMPTY)).tail();
  }

  private static Vector<Line> entry(Invariant invariant) {
    return Vector.of(
            Line.of(Tone.STRONG, invariant.name()).with("  " + invariant.id()),
            Line.of(invariant.statement()),
            Line.of("It says something once " + invariant.witness() + "."))
        .appendAll(Entries.source(invariant.source()));
  }

  private static ArrayNode json(Vector<Invariant> invariants) {
    var json = JsonNodeFactory.instance.arrayNode();
    invariants.forEach(each -> json.add(json(each)));
    return json;
  }

  private static ObjectNode json(Invariant invariant) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", invariant.name())
            .put("id", invariant.id())
            .put("statement", invariant.statement())
            .put("witness", invariant.witness());
    json.set("source", Entries.json(invariant.source()));
    return json;
  }
}
