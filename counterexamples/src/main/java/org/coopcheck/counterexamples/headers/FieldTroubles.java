package org.coopcheck.counterexamples.headers;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.StructuredFields;

/** Why the parser finds no structured item in a field, told by what would make it find one. */
final class FieldTroubles {
  private static final int LONGEST = 4_096;
  private static final CharMatcher PRINTABLE_ASCII = CharMatcher.inRange(' ', '~');
  private static final CharMatcher OWS = CharMatcher.anyOf(" \t");
  private static final Pattern PARAMETER_NAME = Pattern.compile(";\\s*[A-Za-z-]+");

  /** Slips that one meets, each with the text as it should have been. */
  private static final Vector<Slip> SLIPS =
      Vector.of(
          new Slip(
              "there is a space before the semicolon, and none is allowed",
              value -> value.replaceAll("[ \\t]+;", ";")),
          new Slip("it ends with a semicolon", value -> value.replaceAll("[; \\t]+$", "")),
          new Slip(
              "it is in quotation marks, and single ones at that",
              value -> value.replaceAll("^'([^']*)'", "$1")),
          new Slip(
              "single quotation marks mean nothing in a header", value -> value.replace('\'', '"')),
          new Slip(
              "there are spaces around the equals sign",
              value -> value.replaceAll("[ \\t]*=[ \\t]*", "=")),
          new Slip(
              "parameters are named in lower case",
              value ->
                  PARAMETER_NAME
                      .matcher(value)
                      .replaceAll(m -> m.group().toLowerCase(Locale.ROOT))),
          new Slip("a quotation mark is not closed", value -> value + "\""),
          new Slip(
              "the value of the parameter needs quotation marks",
              value -> value.replaceAll("=[ \\t]*([^\";]+)", "=\"$1\"")),
          new Slip(
              "there is more after the value",
              value -> Splitter.on(OWS).split(value).iterator().next()));

  private FieldTroubles() {}

  private record Slip(String complaint, UnaryOperator<String> mending) {}

  /**
   * @param headers a header list that has the field, and no structured item in it
   * @param name the name of the field
   * @return the reason, as a sentence whose subject is the field
   */
  static String whyThereIsNoItem(HeaderList headers, String name) {
    int lines = headers.fields().count(field -> field.name().equalsIgnoreCase(name));
    if (lines > 1) {
      return "it is sent "
          + (lines == 2 ? "twice" : lines + " times")
          + ", browsers join the lines with a comma, and a list is no policy; send it once";
    }
    String value = headers.get(name).getOrElse("");
    if (value.isEmpty()) return "it is empty";
    if (value.length() > LONGEST) return "it is no structured field, and very long";
    int odd = PRINTABLE_ASCII.negate().indexIn(value);
    if (odd >= 0) {
      return "character %d is not printable ASCII; was it pasted out of a document?"
          .formatted(odd + 1);
    }
    return listTrouble(value)
        .orElse(() -> SLIPS.flatMap(slip -> slipTrouble(slip, value)).headOption())
        .getOrElse(
            "it is no structured field: expected one word, then perhaps ; report-to=\"name\"");
  }

  private static Option<String> listTrouble(String value) {
    var items = Vector.ofAll(Splitter.on(',').trimResults(OWS).split(value));
    return Option.when(
        items.size() > 1
            && items.forAll(
                item -> !item.isEmpty() && StructuredFields.parseItem(item).isDefined()),
        "it is a list, and a list is no policy; choose one");
  }

  private static Option<String> slipTrouble(Slip slip, String value) {
    String mended = slip.mending.apply(value);
    return Option.when(
        !mended.equals(value) && StructuredFields.parseItem(mended).isDefined(),
        () -> slip.complaint + "; write: " + mended);
  }
}
