package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.TableCells;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;

/** Reads a variant that is put together from another one and named choices. */
final class VariantReader {
  private static final Vector<String> VARIANT =
      Vector.of(FormatVersion.KEY, "title", "base", "choices", "tables", "meta");
  private static final Vector<String> TABLES = Vector.of("popup", "ordinary");
  private static final Vector<String> CELL = Vector.of("active", "response", "origins", "swap");
  private static final Vector<String> ORIGINS = Vector.of("same-origin", "cross-origin");

  private final Problems problems;

  VariantReader(Problems problems) {
    this.problems = problems;
  }

  /** A word of a variant's name, and where the file has it. */
  private record Word(String text, int line) {}

  /**
   * @return the variant; none if there are problems
   */
  Option<Variant> read(Yaml value) {
    return Members.of(value, "a variant", VARIANT, problems).flatMap(this::variant);
  }

  private Option<Variant> variant(Members members) {
    FormatVersion.check(members);
    members.require("base", "the name of a variant");
    var title = members.text("title");
    var base = members.scalar("base", "the name of a variant");
    base.forEach(word -> VariantNames.check(word, problems));
    if (base.isEmpty() || !problems.areNone()) return Option.none();
    var words =
        members
            .get("choices")
            .map(this::choices)
            .getOrElse(Vector.empty())
            .appendAll(members.get("tables").map(this::tables).getOrElse(Vector.empty()));
    tellOfRepetitions(words);
    words.forEach(word -> tellOfARefusal(base.get(), word));
    if (!problems.areNone()) return Option.none();
    var variant =
        Variants.parse(words.map(Word::text).prepend(base.get().text()).mkString(",")).get();
    return Option.some(title.map(variant::withSummary).getOrElse(variant));
  }

  // Choices.

  private Vector<Word> choices(Yaml value) {
    if (!(value instanceof Yaml.Mapping mapping)) {
      problems.wrong(value, "choices, which are a mapping from a question to its answer");
      return Vector.empty();
    }
    return mapping.entries().flatMap(this::choice);
  }

  private Option<Word> choice(Yaml.Entry entry) {
    String key = entry.key().text();
    var values = Choices.valuesOf(key);
    if (values.isEmpty()) {
      problems.unknown(entry.key(), "a choice", Choices.keys());
    } else if (!(entry.value() instanceof Yaml.Scalar word)) {
      problems.wrong(entry.value(), "an answer for " + key);
    } else if (!values.contains(word.text())) {
      problems.unknown(word, "an answer for " + key, values);
    } else {
      return Option.some(new Word(key + "=" + word.text(), word.line()));
    }
    return Option.none();
  }

  // Tables.

  private Vector<Word> tables(Yaml value) {
    return Members.of(value, "tables", TABLES, problems)
        .map(
            members ->
                TABLES.flatMap(
                    table ->
                        members
                            .get(table)
                            .map(cells -> cells(cells, table.equals("popup")))
                            .getOrElse(Vector.empty())))
        .getOrElse(Vector.empty());
  }

  private Vector<Word> cells(Yaml value, boolean isInitialAboutBlank) {
    if (value instanceof Yaml.Sequence cells) {
      return cells.items().flatMap(cell -> cell(cell, isInitialAboutBlank));
    }
    problems.wrong(value, "a list of cells");
    return Vector.empty();
  }

  private Vector<Word> cell(Yaml value, boolean isInitialAboutBlank) {
    return Members.of(value, "a cell", CELL, problems)
        .map(members -> cell(members, isInitialAboutBlank))
        .getOrElse(Vector.empty());
  }

  private Vector<Word> cell(Members members, boolean isInitialAboutBlank) {
    members.require("active", "an opener policy value");
    members.require("response", "an opener policy value");
    members.require("swap", "what comes of it");
    var swap = word(members, "swap", Vector.of(Swap.values()).map(Swap::toString));
    var origins = members.get("origins").isEmpty() ? ORIGINS : word(members, "origins", ORIGINS);
    return values(members, "active")
        .flatMap(
            active ->
                values(members, "response")
                    .flatMap(
                        response ->
                            origins.flatMap(
                                origin ->
                                    swap.map(
                                        answer ->
                                            TableCells.spelling(
                                                new CoopComparison(
                                                    isInitialAboutBlank,
                                                    origin.equals("same-origin"),
                                                    active,
                                                    response),
                                                Swap.valueOf(
                                                    answer.toUpperCase(java.util.Locale.ROOT)))))))
        .map(spelling -> new Word(spelling, members.mapping().line()));
  }

  private Vector<String> word(Members members, String key, Vector<String> legal) {
    var word = members.scalar(key, "a word");
    var unknown = word.filter(each -> !legal.contains(each.text()));
    unknown.forEach(each -> problems.unknown(each, "one of the words for " + key, legal));
    return word.map(Yaml.Scalar::text).filter(legal::contains).toVector();
  }

  /** One opener policy value, or a list. */
  private Vector<OpenerPolicyValue> values(Members members, String key) {
    return members
        .get(key)
        .map(
            value ->
                value instanceof Yaml.Sequence several
                    ? several.items().flatMap(this::value)
                    : value(value).toVector())
        .getOrElse(Vector.empty());
  }

  private Option<OpenerPolicyValue> value(Yaml value) {
    var all = Vector.of(OpenerPolicyValue.values());
    if (!(value instanceof Yaml.Scalar word)) {
      problems.wrong(value, "an opener policy value");
      return Option.none();
    }
    var found = all.find(each -> each.token().equals(word.text()));
    if (found.isEmpty()) {
      problems.unknown(word, "an opener policy value", all.map(OpenerPolicyValue::token));
    }
    return found;
  }

  // What is wrong with words that mean something by themselves.

  /** A choice that repeats another one's question would silently win. */
  private void tellOfRepetitions(Vector<Word> words) {
    words
        .zipWithIndex()
        .filter(
            word -> words.take(word._2).exists(other -> question(other).equals(question(word._1))))
        .forEach(
            word ->
                problems.wrong(word._1.line(), word._1.text(), "the only answer to its question"));
  }

  /** The word without its answer. */
  private static String question(Word word) {
    int answer = Math.max(word.text().indexOf('='), word.text().lastIndexOf('/'));
    return word.text().substring(0, answer);
  }

  private void tellOfARefusal(Yaml.Scalar base, Word word) {
    Variants.parse(base.text() + "," + word.text())
        .swap()
        .forEach(
            found ->
                found.forEach(
                    problem ->
                        VariantNames.tell(
                            problem, new Yaml.Scalar(word.line(), word.text(), false), problems)));
  }
}
