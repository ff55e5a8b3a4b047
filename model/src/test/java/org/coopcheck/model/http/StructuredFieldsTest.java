package org.coopcheck.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Data;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

class StructuredFieldsTest {
  private static final int KIB_64 = 65_536;
  private static final BareItem TRUE = new BareItem.BooleanItem(true);

  /**
   * The rows of spec/01-coop-html.md, section 2.1, as far as they are about structured items: what
   * the items mean is the opener policy's business. The first row, no field at all, is {@link
   * HeaderListTest}'s.
   */
  @Data
  Iterable<Tuple2<String, Option<StructuredItem>>> consequencesOfSection21() {
    return Table.of( // raw value, item
        Tuple.of("same-origin", some(token("same-origin"))),
        Tuple.of("\"same-origin\"", some(string("same-origin"))),
        Tuple.of("Same-Origin", some(token("Same-Origin"))),
        Tuple.of("same-origin, same-origin", none()),
        Tuple.of("same-origin ;report-to=\"x\"", none()),
        Tuple.of("same-origin; report-to=x", some(token("same-origin"), "report-to", token("x"))),
        Tuple.of("same-origin-plus-COEP", some(token("same-origin-plus-COEP"))),
        Tuple.of("foo; report-to=\"e\"", some(token("foo"), "report-to", string("e"))));
  }

  @Property
  @FromData("consequencesOfSection21")
  void an_item_is_read_as_the_table_of_section_2_1_says(
      @ForAll String raw, @ForAll Option<StructuredItem> item) {
    assertThat(StructuredFields.parseItem(raw)).isEqualTo(item);
  }

  /** The header values that corpus/browsers/README.md names: taken, then ignored. */
  @Data
  Iterable<Tuple2<String, Option<StructuredItem>>> valuesMeasuredInBrowsers() {
    return Table.of( // raw value, item
        Tuple.of("same-origin;foo=bar", some(token("same-origin"), "foo", token("bar"))),
        Tuple.of("same-origin; report-to=x", some(token("same-origin"), "report-to", token("x"))),
        Tuple.of(
            "same-origin-allow-popups; report-to",
            some(token("same-origin-allow-popups"), "report-to", TRUE)),
        Tuple.of("same-origin ", some(token("same-origin"))),
        Tuple.of("SAME-ORIGIN", some(token("SAME-ORIGIN"))),
        Tuple.of("\"same-origin\"", some(string("same-origin"))),
        Tuple.of("same-origin, same-origin", none()),
        Tuple.of("unsafe-none, same-origin", none()),
        Tuple.of("same-origin,", none()),
        Tuple.of("same-origin;", none()),
        Tuple.of("same-origin report-to", none()),
        Tuple.of("same-origin-plus-coep", some(token("same-origin-plus-coep"))),
        Tuple.of("", none()));
  }

  @Property
  @FromData("valuesMeasuredInBrowsers")
  void an_item_is_read_so_that_browsers_took_or_ignored_it(
      @ForAll String raw, @ForAll Option<StructuredItem> item) {
    assertThat(StructuredFields.parseItem(raw)).isEqualTo(item);
  }

  /**
   * The values of web-platform-tests, html/cross-origin-opener-policy/header-parsing-failures and
   * header-parsing-successes (0cae1931e508), and of Chromium,
   * services/network/public/cpp/cross_origin_opener_policy_parser_unittest.cc (db50863a57cb).
   */
  @Data
  Iterable<Tuple2<String, Option<StructuredItem>>> valuesOfWebPlatformTestsAndChromium() {
    return Table.of( // raw value, item
        Tuple.of("same-origin;", none()),
        Tuple.of("\fsame-origin\f", none()),
        Tuple.of("\rsame-origin\r", none()),
        Tuple.of("Same-origin", some(token("Same-origin"))),
        Tuple.of("same-origin;\tfoo=bar", none()),
        Tuple.of("same-origin ;foo=bar", none()),
        Tuple.of("same-origin; foo=bar;", none()),
        Tuple.of("\"same-origin\"", some(string("same-origin"))),
        Tuple.of(":c2FtZS1vcmlnaW4=:", some(other(":c2FtZS1vcmlnaW4=:"))),
        Tuple.of("?1", some(TRUE)),
        Tuple.of("1", some(other("1"))),
        Tuple.of("$same-origin", none()),
        Tuple.of("same-origin same-origin", none()),
        Tuple.of("same-origin,same-origin", none()),
        Tuple.of("*same-origin ", some(token("*same-origin"))),
        Tuple.of(" same-origin", some(token("same-origin"))),
        Tuple.of("same-origin;same-origin", some(token("same-origin"), "same-origin", TRUE)),
        Tuple.of("same-origin; foo=bar", some(token("same-origin"), "foo", token("bar"))),
        Tuple.of("same%FForigin", some(token("same%FForigin"))),
        Tuple.of("same-origin-allow-popups   ", some(token("same-origin-allow-popups"))),
        Tuple.of("   ", none()),
        Tuple.of(
            "same-origin; report-to=\"endpoint\"; report-to=\"foo\"",
            some(token("same-origin"), "report-to", string("foo"))),
        Tuple.of(
            "same-origin; report-to=\"\"", some(token("same-origin"), "report-to", string(""))),
        Tuple.of("same-origin; report-to=", none()),
        Tuple.of("same-origin; =\"\"", none()),
        Tuple.of("INVALID HEADER", none()));
  }

  @Property
  @FromData("valuesOfWebPlatformTestsAndChromium")
  void an_item_is_read_as_web_platform_tests_and_chromium_expect(
      @ForAll String raw, @ForAll Option<StructuredItem> item) {
    assertThat(StructuredFields.parseItem(raw)).isEqualTo(item);
  }

  @Data
  Iterable<Tuple2<String, BareItem>> bareItems() {
    return Table.of( // raw value, bare item
        Tuple.of("*a", token("*a")),
        Tuple.of("a/b:c!#$%&'*+-.^_`|~9", token("a/b:c!#$%&'*+-.^_`|~9")),
        Tuple.of("\"a\\\\b\\\"c\"", string("a\\b\"c")),
        Tuple.of("\";,=() %@\"", string(";,=() %@")),
        Tuple.of("\"\"", string("")),
        Tuple.of("?0", new BareItem.BooleanItem(false)),
        Tuple.of("999999999999999", other("999999999999999")),
        Tuple.of("-999999999999999", other("-999999999999999")),
        Tuple.of("123456789012.123", other("123456789012.123")),
        Tuple.of("-0", other("0")),
        Tuple.of("::", other("::")),
        Tuple.of(":YQ:", other(":YQ==:")),
        Tuple.of("@0", other("@0")),
        Tuple.of("@-1659578233", other("@-1659578233")),
        Tuple.of("@999999999999999", other("@999999999999999")),
        Tuple.of("%\"\"", other("%\"\"")),
        Tuple.of("%\"f%c3%bc%c3%bc\"", other("%\"f%c3%bc%c3%bc\"")),
        Tuple.of("%\"a; \\ %22b%22, (c)\"", other("%\"a; \\ %22b%22, (c)\"")),
        Tuple.of("%\"%00%7f%0a%f0%90%80%80\"", other("%\"%00%7f%0a%f0%90%80%80\"")),
        Tuple.of("%\"\\\"", other("%\"\\\"")));
  }

  @Property
  @FromData("bareItems")
  void a_bare_item_of_rfc_9651_is_read(@ForAll String raw, @ForAll BareItem bareItem) {
    assertThat(StructuredFields.parseItem(raw)).isEqualTo(some(bareItem));
  }

  @Property
  @FromData("bareItems")
  void a_bare_item_of_rfc_9651_is_read_as_a_parameter_too(
      @ForAll String raw, @ForAll BareItem bareItem) {
    assertThat(StructuredFields.parseItem("a;b=" + raw + ";c"))
        .isEqualTo(
            Option.some(new StructuredItem(token("a"), TreeMap.of("b", bareItem, "c", TRUE))));
  }

  @Data
  Iterable<Tuple2<String, String>> malformed() {
    return Table.of( // raw value, what is wrong with it
        Tuple.of("9999999999999999", "an integer of 16 digits"),
        Tuple.of("1234567890123.1", "a decimal with 13 digits before the point"),
        Tuple.of("1.", "a decimal that ends in its point"),
        Tuple.of("1.1234", "a decimal with four digits after the point"),
        Tuple.of("-", "a sign alone"),
        Tuple.of("+1", "a plus sign"),
        Tuple.of("?2", "no boolean"),
        Tuple.of("?", "half a boolean"),
        Tuple.of("\"", "a string without end"),
        Tuple.of("\"\\", "an escape without end"),
        Tuple.of("\"\\a\"", "an escape of another character"),
        Tuple.of("\"\t\"", "a tab in a string"),
        Tuple.of("\"\u00e9\"", "a string that is not ASCII"),
        Tuple.of("\"\u007f\"", "a delete character in a string"),
        Tuple.of(":a:", "half a byte"),
        Tuple.of(":YQ==", "a byte sequence without end"),
        Tuple.of(":Y Q:", "a byte sequence with a space"),
        Tuple.of("\u00e9", "a token that is not ASCII"),
        Tuple.of("a\u00e9", "a token that goes on outside of ASCII"),
        Tuple.of("\0", "NUL"),
        Tuple.of("a\0", "NUL at the end"),
        Tuple.of("a;b=\"\0\"", "NUL in a string"),
        Tuple.of("\ta", "a tab before the item"),
        Tuple.of("a; ", "a semicolon without parameter"),
        Tuple.of("a;;b", "two semicolons"),
        Tuple.of("a;B=1", "a key in upper case"),
        Tuple.of("a;_b", "a key that begins with an underscore"),
        Tuple.of("a;b =1", "a space before the equals sign"),
        Tuple.of("a;b= 1", "a space after the equals sign"),
        Tuple.of("a;b==1", "two equals signs"),
        Tuple.of("a;b=1 ;c", "a space before a semicolon"),
        Tuple.of("a;b=\"x;c", "a string without end in a parameter"),
        Tuple.of("a;b=(1 2)", "an inner list as a parameter"),
        Tuple.of("a=b", "a dictionary"),
        Tuple.of("a\"b\"", "a string after a token"),
        Tuple.of("@", "a date without number"),
        Tuple.of("@1.0", "a date with a point"),
        Tuple.of("@\"1\"", "a date that is a string"),
        Tuple.of("@ 1", "a date with a space"),
        Tuple.of("@9999999999999999", "a date of 16 digits"),
        Tuple.of("%", "a percent sign"),
        Tuple.of("%1", "a percent sign before an integer"),
        Tuple.of("% \"a\"", "a display string with a space before it"),
        Tuple.of("%\"a", "a display string without end"),
        Tuple.of("%\"a\"b", "a display string and more"),
        Tuple.of("%\"%\"", "a percent sign in a display string"),
        Tuple.of("%\"%a\"", "half a byte in a display string"),
        Tuple.of("%\"%C3%BC\"", "upper-case digits in a display string"),
        Tuple.of("%\"%c3\"", "half a character in a display string"),
        Tuple.of("%\"%ff\"", "no UTF-8 in a display string"),
        Tuple.of("%\"%c3a%bc\"", "a character in a display string that another parts"),
        Tuple.of("%\"%4G\"", "a second digit that is none"),
        Tuple.of("%\"%G0%90%80%80\"", "a first digit that is none"),
        Tuple.of("%\"\u00fc\"", "a display string that is not ASCII"));
  }

  @Property
  @FromData("malformed")
  void what_rfc_9651_does_not_allow_is_no_item(@ForAll String raw, @ForAll String why) {
    assertThat(StructuredFields.parseItem(raw)).as(why).isEmpty();
  }

  @Property
  @FromData("malformed")
  void what_rfc_9651_does_not_allow_spoils_a_whole_dictionary(
      @ForAll String raw, @ForAll String why) {
    assertThat(StructuredFields.parseDictionary("first=1, key=" + raw)).as(why).isEmpty();
  }

  @Example
  void a_token_and_a_string_are_told_apart() {
    StructuredItem item = StructuredFields.parseItem("a;t=b;s=\"c\"").get();
    assertThat(item.token()).contains("a");
    assertThat(item.string()).isEmpty();
    assertThat(item.stringParameter("s")).contains("c");
    assertThat(item.stringParameter("t")).isEmpty();
    assertThat(item.stringParameter("u")).isEmpty();
    assertThat(item(string("a")).token()).isEmpty();
    assertThat(item(string("a")).string()).contains("a");
  }

  @Example
  void what_only_a_dictionary_may_have_is_no_item() {
    assertThat(StructuredFields.parseItem("a\t")).isEmpty();
    assertThat(StructuredFields.parseItem("(a b)")).isEmpty();
    assertThat(StructuredFields.parseDictionary("k=(a b)\t")).isNotEmpty();
  }

  @Example
  void of_a_repeated_parameter_the_last_value_counts_wherever_it_stands() {
    assertThat(StructuredFields.parseItem("a;b=1;c;b=2"))
        .isEqualTo(
            Option.some(new StructuredItem(token("a"), TreeMap.of("b", other("2"), "c", TRUE))));
    assertThat(StructuredFields.parseItem("a;b=1;c;b=2"))
        .isEqualTo(StructuredFields.parseItem("a;c;b=2"));
  }

  @Data
  Iterable<Tuple2<String, Option<SortedMap<String, DictionaryMember>>>> dictionaries() {
    return Table.of( // raw value, members
        Tuple.of("", members()),
        Tuple.of("  ", members()),
        Tuple.of("a", members("a", item(TRUE))),
        Tuple.of("a;x=1", members("a", item(TRUE, "x", other("1")))),
        Tuple.of("a=?0", members("a", item(new BareItem.BooleanItem(false)))),
        Tuple.of(" a=1 ,\t b=\"x,y\"\t", members("a", item(other("1")), "b", item(string("x,y")))),
        Tuple.of("a=1, a=2", members("a", item(other("2")))),
        Tuple.of("a=()", members("a", list())),
        Tuple.of("a=(  )", members("a", list())),
        Tuple.of("a=(  x   \"y z)\" )", members("a", list(item(token("x")), item(string("y z)"))))),
        Tuple.of(
            "a=(x;  p=1;q y)",
            members(
                "a",
                list(
                    new StructuredItem(token("x"), TreeMap.of("p", other("1"), "q", TRUE)),
                    item(token("y"))))),
        Tuple.of(
            "a=(x);p=\"()\"",
            members(
                "a", new InnerList(Vector.of(item(token("x"))), TreeMap.of("p", string("()"))))),
        Tuple.of(
            "a=(@1 %\"b c)\")", members("a", list(item(other("@1")), item(other("%\"b c)\""))))),
        Tuple.of("a=%\"\\\", b", members("a", item(other("%\"\\\"")), "b", item(TRUE))),
        Tuple.of("a,", Option.none()),
        Tuple.of("a,,b", Option.none()),
        Tuple.of(",a", Option.none()),
        Tuple.of(",", Option.none()),
        Tuple.of("\ta", Option.none()),
        Tuple.of("\t", Option.none()),
        Tuple.of("a b", Option.none()),
        Tuple.of("a =1", Option.none()),
        Tuple.of("a= 1", Option.none()),
        Tuple.of("A=1", Option.none()),
        Tuple.of("a=", Option.none()),
        Tuple.of("a=1 ;b", Option.none()),
        Tuple.of("=1", Option.none()),
        Tuple.of("a=(", Option.none()),
        Tuple.of("a=(x", Option.none()),
        Tuple.of("a=(x)y", Option.none()),
        Tuple.of("a=(x) ;y", Option.none()),
        Tuple.of("a=(x,y)", Option.none()),
        Tuple.of("a=(x\ty)", Option.none()),
        Tuple.of("a=(\"x\"\"y\")", Option.none()),
        Tuple.of("a=(x; )", Option.none()),
        Tuple.of("a=(x ;p)", Option.none()),
        Tuple.of("a=((x))", Option.none()),
        Tuple.of("a=x)", Option.none()),
        Tuple.of("a=\"x, b", Option.none()));
  }

  @Property
  @FromData("dictionaries")
  void a_dictionary_is_read_as_rfc_9651_says(
      @ForAll String raw, @ForAll Option<SortedMap<String, DictionaryMember>> members) {
    assertThat(StructuredFields.parseDictionary(raw)).isEqualTo(members);
  }

  @Property(seed = "-2113650123486221", tries = 10_000)
  void what_rfc_8941_knows_is_an_item_just_when_the_library_alone_takes_it(
      @ForAll("shortTextsWithoutDatesAndDisplayStrings") String raw) {
    assertThat(StructuredFields.parseItem(raw).isDefined())
        .isEqualTo(isTaken(() -> new Parser(raw).parseItem()));
  }

  @Property(seed = "7302398814365512", tries = 10_000)
  void what_rfc_8941_knows_is_a_dictionary_just_when_the_library_alone_takes_it(
      @ForAll("shortTextsWithoutDatesAndDisplayStrings") String raw) {
    assertThat(StructuredFields.parseDictionary("a=" + raw).isDefined())
        .isEqualTo(isTaken(() -> new Parser("a=" + raw).parseDictionary()));
  }

  @Provide
  Arbitrary<String> shortTextsWithoutDatesAndDisplayStrings() {
    return Arbitraries.of(
            "a",
            "b=",
            "1",
            ".",
            "-",
            "?1",
            ":YQ:",
            "\"",
            "\"x\"",
            "\\",
            ";",
            "; ",
            ",",
            ", ",
            "=",
            "(",
            ")",
            " ",
            "\t",
            "*",
            "\0",
            "\u00e9",
            "A",
            ";c=\"d e\"",
            "(f g)")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  private static boolean isTaken(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (ParseException failure) {
      return false;
    }
  }

  @Property(seed = "48120011265438817", tries = 2_000)
  void every_item_that_can_be_written_is_read_as_what_was_written(
      @ForAll("bareItemsAsWritten") Written item,
      @ForAll("parametersAsWritten") java.util.List<Tuple2<String, Written>> parameters) {
    String raw = item.raw();
    SortedMap<String, BareItem> expected = TreeMap.empty();
    for (var parameter : parameters) {
      raw += ";" + parameter.get1() + "=" + parameter.get2().raw();
      expected = expected.put(parameter.get1(), parameter.get2().item());
    }
    assertThat(StructuredFields.parseItem(raw))
        .isEqualTo(Option.some(new StructuredItem(item.item(), expected)));
    assertThat(StructuredFields.parseDictionary("k=(" + raw + "  " + raw + "), l=" + raw))
        .isEqualTo(
            members(
                "k",
                list(
                    new StructuredItem(item.item(), expected),
                    new StructuredItem(item.item(), expected)),
                "l",
                new StructuredItem(item.item(), expected)));
  }

  record Written(String raw, BareItem item) {}

  @Provide
  Arbitrary<Written> bareItemsAsWritten() {
    Arbitrary<String> printable = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12);
    return Arbitraries.oneOf(
        printable.map(
            text ->
                new Written(
                    "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"", string(text))),
        printable
            .map(text -> "%\"" + text.replace("%", "%25").replace("\"", "%22") + "\"")
            .map(raw -> new Written(raw, other(raw))),
        Arbitraries.longs()
            .between(-999_999_999_999_999L, 999_999_999_999_999L)
            .map(date -> new Written("@" + date, other("@" + date))),
        Arbitraries.strings()
            .withChars("abcXYZ019:/!#$%&'*+-.^_`|~")
            .ofMaxLength(12)
            .map(text -> "t" + text)
            .map(text -> new Written(text, token(text))));
  }

  @Provide
  Arbitrary<java.util.List<Tuple2<String, Written>>> parametersAsWritten() {
    Arbitrary<String> keys = Arbitraries.strings().withChars("ab*").ofMinLength(1).ofMaxLength(2);
    return Combinators.combine(keys, bareItemsAsWritten()).as(Tuple::of).list().ofMaxSize(5);
  }

  @Data
  Iterable<Tuple2<String, String>> hostileShapes() {
    return Table.of( // beginning, what follows until there are 64 KiB
        Tuple.of("a", ";a=b"),
        Tuple.of("a", ";a=\"\""),
        Tuple.of("a", ";a"),
        Tuple.of("a", ";a=@1"),
        Tuple.of("a", ";a=%\"\""),
        Tuple.of("a", "a"),
        Tuple.of("\"", "a"),
        Tuple.of("\"", "\\\""),
        Tuple.of("", "\""),
        Tuple.of("", " "),
        Tuple.of("", "("),
        Tuple.of("", ";"),
        Tuple.of("", "1"),
        Tuple.of("", "%\""),
        Tuple.of(":", "YQ=="),
        Tuple.of("a", " ;"),
        Tuple.of("k=(", "a "),
        Tuple.of("k=(", "\"\" "),
        Tuple.of("k=(", "a;b "),
        Tuple.of("k", ",k"),
        Tuple.of("k", ", k=(a b);c"));
  }

  @Property
  @FromData("hostileShapes")
  void no_hostile_value_of_64_kib_throws(@ForAll String beginning, @ForAll String unit) {
    String raw = beginning + unit.repeat((KIB_64 - beginning.length()) / unit.length());
    assertThat(StructuredFields.parseItem(raw)).isNotNull();
    assertThat(StructuredFields.parseDictionary(raw)).isNotNull();
    assertThat(StructuredFields.parseDictionary(raw + ")")).isNotNull();
  }

  @Example
  void a_value_of_64_kib_is_read_to_its_end() {
    String numbered =
        Vector.range(0, 8_000).map(number -> ";a" + number + "=" + number).mkString("a", "", "");
    assertThat(StructuredFields.parseItem(numbered).get().parameters().size()).isEqualTo(8_000);
    assertThat(StructuredFields.parseDictionary("k=(" + "\"\" ".repeat(20_000) + ")"))
        .isEqualTo(
            members("k", new InnerList(Vector.fill(20_000, item(string(""))), noParameters())));
  }

  @Property(seed = "6172839405164738", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void no_text_makes_the_parsers_throw(@ForAll("longTexts") String raw) {
    assertThat(StructuredFields.parseItem(raw)).isNotNull();
    assertThat(StructuredFields.parseDictionary(raw)).isNotNull();
  }

  @Provide
  Arbitrary<String> longTexts() {
    return Hostile.texts();
  }

  private static SortedMap<String, BareItem> noParameters() {
    return TreeMap.empty();
  }

  private static Option<StructuredItem> none() {
    return Option.none();
  }

  private static Option<StructuredItem> some(BareItem bareItem) {
    return Option.some(item(bareItem));
  }

  private static Option<StructuredItem> some(BareItem bareItem, String key, BareItem value) {
    return Option.some(item(bareItem, key, value));
  }

  private static StructuredItem item(BareItem bareItem) {
    return new StructuredItem(bareItem, TreeMap.empty());
  }

  private static StructuredItem item(BareItem bareItem, String key, BareItem value) {
    return new StructuredItem(bareItem, TreeMap.of(key, value));
  }

  private static InnerList list(StructuredItem... items) {
    return new InnerList(Vector.of(items), TreeMap.empty());
  }

  private static Option<SortedMap<String, DictionaryMember>> members() {
    return Option.some(TreeMap.empty());
  }

  private static Option<SortedMap<String, DictionaryMember>> members(
      String key, DictionaryMember member) {
    return Option.some(TreeMap.of(key, member));
  }

  private static Option<SortedMap<String, DictionaryMember>> members(
      String key1, DictionaryMember member1, String key2, DictionaryMember member2) {
    return Option.some(TreeMap.of(key1, member1, key2, member2));
  }

  private static BareItem token(String value) {
    return new BareItem.Token(value);
  }

  private static BareItem string(String value) {
    return new BareItem.StringItem(value);
  }

  private static BareItem other(String serialized) {
    return new BareItem.Other(serialized);
  }
}
