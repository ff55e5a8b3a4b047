package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Tone;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code variants}. */
@Command(
    name = "variants",
    header = "The sets of rules that can be asked for.",
    description = {
      "Lists the variants, and the choices that can follow a variant's name: ,KEY=VALUE for each."
          + " With a name, shows the whole entry with its source.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  coopcheck variants",
      "  coopcheck variants html",
      "  coopcheck variants html,about-blank=literal,name=sticky"
    })
final class VariantsCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      converter = VariantConverter.class,
      description = "The variant to be shown, perhaps with choices.")
  private Optional<Variant> variant = Optional.empty();

  @Mixin private OutputOptions output = new OutputOptions();

  VariantsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (output.isJson()) {
      streams.print(variant.map(VariantsCommand::entryJson).orElseGet(VariantsCommand::listJson));
    } else {
      streams.print(variant.map(VariantsCommand::entry).orElseGet(VariantsCommand::list));
    }
    return ExitStatus.HOLDS.code();
  }

  private static Vector<Line> list() {
    var variants =
        Variants.ALL.map(each -> Line.of(Tone.STRONG, each.name()).with("  " + each.summary()));
    return variants
        .append(Line.EMPTY)
        .append(Line.of("Choices, which can follow a name as ,KEY=VALUE:"))
        .appendAll(Choices.ALL.map(choice -> line(choice, false)));
  }

  private static Vector<Line> entry(Variant variant) {
    var lines =
        Vector.of(Line.of(Tone.STRONG, variant.name()), Line.of(variant.summary()))
            .appendAll(Entries.source(variant.source()))
            .append(Line.EMPTY)
            .append(Line.of("Its choices:"));
    return lines.appendAll(
        Choices.ALL.flatMap(
            choice ->
                Vector.of(line(choice, isTaken(choice, variant)))
                    .appendAll(Entries.source(choice.source()).map(each -> each.indented(4)))));
  }

  private static Line line(Choice choice, boolean isTaken) {
    return Line.of(isTaken ? "* " : "  ")
        .with(isTaken ? Tone.STRONG : Tone.PLAIN, choice.spelling())
        .with(choice.isDefault() ? " (default)" : "")
        .with("  " + choice.statement());
  }

  /** Whether the variant's name asks for it, or for no other answer to the same question. */
  private static boolean isTaken(Choice choice, Variant variant) {
    var asked =
        Vector.of(variant.name().split(",", -1))
            .findLast(word -> word.startsWith(choice.key() + "="));
    return asked.map(word -> word.equals(choice.spelling())).getOrElse(choice.isDefault());
  }

  private static ObjectNode listJson() {
    var json = JsonNodeFactory.instance.objectNode().put("coopcheck", 1);
    var variants = json.putArray("variants");
    Variants.ALL.forEach(each -> putVariant(variants.addObject(), each));
    putChoices(json.putArray("choices"), Option.none());
    return json;
  }

  private static ObjectNode entryJson(Variant variant) {
    var json = JsonNodeFactory.instance.objectNode().put("coopcheck", 1);
    putVariant(json, variant);
    putChoices(json.putArray("choices"), Option.some(variant));
    return json;
  }

  private static void putVariant(ObjectNode json, Variant variant) {
    json.put("name", variant.name()).put("summary", variant.summary());
    json.set("source", Entries.json(variant.source()));
  }

  private static void putChoices(ArrayNode json, Option<Variant> variant) {
    Choices.ALL.forEach(
        choice -> {
          var each =
              json.addObject()
                  .put("key", choice.key())
                  .put("value", choice.value())
                  .put("default", choice.isDefault());
          variant.forEach(taker -> each.put("taken", isTaken(choice, taker)));
          each.put("statement", choice.statement());
          each.set("source", Entries.json(choice.source()));
        });
  }
}
