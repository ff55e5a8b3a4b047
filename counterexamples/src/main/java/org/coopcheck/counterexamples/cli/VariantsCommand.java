package org.coopcheck.counterexamples.cli;

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
import org.coopcheck.model.variant.TableCells;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import picocli.CommandLine;
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
      "  coopcheck variants html,about-blank=literal,name=sticky",
      "  coopcheck variants --choices",
      "  coopcheck variants --variant-file docs/examples/popups-inherit.yaml"
    })
final class VariantsCommand implements Callable<Integer> {
  /** The choices of which there are too many for a line each. */
  private static final Vector<Line> TABLES =
      Vector.of("popup-table", "ordinary-table")
          .map(
              key ->
                  Line.of(
                          "  "
                              + key
                              + "=ACTIVE/RESPONSE/same-origin|cross-origin/none|related|full")
                      .with("  one cell of what is compared: see coopcheck matrix"));

  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      converter = VariantConverter.class,
      description = "The variant to be shown, perhaps with choices.")
  private Optional<Variant> named = Optional.empty();

  @Mixin private VariantFileOptions variantFile = new VariantFileOptions();

  @CommandLine.Option(
      names = "--choices",
      description = "Every rule decision that can be changed, with the standard's answer.")
  private boolean isOfChoices;

  @Mixin private OutputOptions output = new OutputOptions();

  VariantsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    var variant = variantFile.orElse(named);
    if (output.isJson()) {
      streams.print(variant.map(VariantsCommand::entryJson).getOrElse(VariantsCommand::listJson));
    } else if (isOfChoices) {
      streams.print(choices());
    } else {
      streams.print(variant.map(VariantsCommand::entry).getOrElse(VariantsCommand::list));
    }
    return ExitStatus.HOLDS.code();
  }

  private static Vector<Line> list() {
    var variants =
        Variants.named().map(each -> Line.of(Tone.STRONG, each.name()).with("  " + each.summary()));
    return variants
        .append(Line.EMPTY)
        .append(Line.of("Choices, which can follow a name as ,KEY=VALUE:"))
        .appendAll(Choices.ALL.map(choice -> line(choice, false)))
        .appendAll(TABLES);
  }

  private static Vector<Line> entry(Variant variant) {
    var lines =
        Vector.of(Line.of(Tone.STRONG, variant.name()), Line.of(variant.summary()))
            .appendAll(Entries.source(variant.source()))
            .append(Line.EMPTY)
            .append(Line.of("Its choices:"));
    return lines.appendAll(
        choicesOf(variant)
            .flatMap(
                choice ->
                    Vector.of(line(choice, isTaken(choice, variant)))
                        .appendAll(Entries.source(choice.source()).map(each -> each.indented(4)))));
  }

  private static Vector<Line> choices() {
    return Choices.ALL
        .map(Choice::key)
        .distinct()
        .flatMap(VariantsCommand::question)
        .appendAll(TABLES)
        .append(Line.EMPTY)
        .append(
            Line.of(
                "* is what html does if nothing is said. Use: html,KEY=VALUE, or a variant file."));
  }

  private static Vector<Line> question(String key) {
    return Choices.ALL
        .filter(choice -> choice.key().equals(key))
        .flatMap(
            choice ->
                Entries.source(choice.source())
                    .map(each -> each.indented(6))
                    .prepend(
                        Line.of(choice.isDefault() ? "  * " : "    ")
                            .with(choice.isDefault() ? Tone.STRONG : Tone.PLAIN, choice.value())
                            .with("  " + choice.statement())))
        .prepend(Line.of(Tone.STRONG, key))
        .append(Line.EMPTY);
  }

  private static Line line(Choice choice, boolean isTaken) {
    return Line.of(isTaken ? "* " : "  ")
        .with(isTaken ? Tone.STRONG : Tone.PLAIN, choice.spelling())
        .with(choice.isDefault() ? " (default)" : "")
        .with("  " + choice.statement());
  }

  /** All choices, and of the cells of tables, of which there are hundreds, those that it took. */
  private static Vector<Choice> choicesOf(Variant variant) {
    var words = Vector.of(variant.name().split(",", -1));
    return Choices.ALL.appendAll(TableCells.ALL.filter(cell -> words.contains(cell.spelling())));
  }

  /** Whether the variant's name asks for it, or for no other answer to the same question. */
  private static boolean isTaken(Choice choice, Variant variant) {
    var words = Vector.of(variant.name().split(",", -1));
    return TableCells.ALL.contains(choice)
        ? words.contains(choice.spelling())
        : words
            .findLast(word -> word.startsWith(choice.key() + "="))
            .map(word -> word.equals(choice.spelling()))
            .getOrElse(choice.isDefault());
  }

  private static ObjectNode listJson() {
    var json = JsonNodeFactory.instance.objectNode().put("coopcheck", 1);
    var variants = json.putArray("variants");
    Variants.named().forEach(each -> putVariant(variants.addObject(), each));
    Choices.ALL.forEach(
        choice -> put(json.withArray("choices").addObject(), choice, Option.none()));
    return json;
  }

  private static ObjectNode entryJson(Variant variant) {
    var json = JsonNodeFactory.instance.objectNode().put("coopcheck", 1);
    putVariant(json, variant);
    choicesOf(variant)
        .forEach(
            choice ->
                put(
                    json.withArray("choices").addObject(),
                    choice,
                    Option.some(isTaken(choice, variant))));
    return json;
  }

  private static void putVariant(ObjectNode json, Variant variant) {
    json.put("name", variant.name()).put("summary", variant.summary());
    json.set("source", Entries.json(variant.source()));
  }

  private static void put(ObjectNode json, Choice choice, Option<Boolean> taken) {
    json.put("key", choice.key()).put("value", choice.value()).put("default", choice.isDefault());
    taken.forEach(is -> json.put("taken", is));
    json.put("statement", choice.statement()).set("source", Entries.json(choice.source()));
  }
}
