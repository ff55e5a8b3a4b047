package org.coopcheck.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class HeaderListTest {
  private static final String COOP = "Cross-Origin-Opener-Policy";
  private static final Option<StructuredItem> SAME_ORIGIN =
      Option.some(new StructuredItem(new BareItem.Token("same-origin"), TreeMap.empty()));

  @Example
  void the_values_of_all_lines_are_joined_in_their_order() {
    var headers = HeaderList.of("A", "1", "B", "2", "a", " 3\t", "A", "");
    assertThat(headers.get("A")).contains("1, 3, ");
    assertThat(headers.get("b")).contains("2");
  }

  @Example
  void a_field_that_is_missing_has_no_value_and_no_item() {
    assertThat(HeaderList.EMPTY.get(COOP)).isEmpty();
    assertThat(HeaderList.EMPTY.getStructuredItem(COOP)).isEmpty();
    assertThat(HeaderList.EMPTY.getStructuredDictionary(COOP)).isEmpty();
  }

  @Example
  void an_empty_field_is_not_a_missing_one() {
    var headers = HeaderList.of("A", "");
    assertThat(headers.get("A")).contains("");
    assertThat(headers.getStructuredItem("A")).isEmpty();
    assertThat(headers.getStructuredDictionary("A")).contains(TreeMap.empty());
  }

  @Data
  Iterable<Tuple2<String, Boolean>> whiteSpaceAround() {
    return Table.of( // raw value, read as same-origin
        Tuple.of("same-origin", true),
        Tuple.of(" same-origin", true),
        Tuple.of("\tsame-origin", true),
        Tuple.of(" \t same-origin\t \t", true),
        Tuple.of("\fsame-origin\f", false),
        Tuple.of("\rsame-origin\r", false),
        Tuple.of("\nsame-origin", false),
        Tuple.of("same-origin\u000b", false),
        Tuple.of("same-origin\u00a0", false),
        Tuple.of("\u2003same-origin", false));
  }

  @Property
  @FromData("whiteSpaceAround")
  void only_spaces_and_tabs_may_stand_around_a_value(
      @ForAll String raw, @ForAll boolean readAsSameOrigin) {
    var item = HeaderList.of(COOP, raw).getStructuredItem(COOP);
    assertThat(item).isEqualTo(readAsSameOrigin ? SAME_ORIGIN : Option.none());
  }

  @Example
  void two_lines_of_one_item_are_no_item() {
    var headers = HeaderList.of(COOP, "same-origin", COOP, "same-origin");
    assertThat(headers.get(COOP)).contains("same-origin, same-origin");
    assertThat(headers.getStructuredItem(COOP)).isEmpty();
  }

  @Example
  void two_lines_of_a_dictionary_are_one_dictionary() {
    var headers = HeaderList.of("P", "a=1", "P", "b=2, a=3");
    var expected = TreeMap.<String, DictionaryMember>of("a", integer("3")).put("b", integer("2"));
    assertThat(headers.getStructuredDictionary("p")).contains(expected);
  }

  private static StructuredItem integer(String serialized) {
    return new StructuredItem(new BareItem.Other(serialized), TreeMap.empty());
  }

  @Example
  void an_item_is_parsed_once_per_list() {
    var headers = HeaderList.of(COOP, "same-origin");
    var first = headers.getStructuredItem(COOP);
    assertThat(first).isEqualTo(SAME_ORIGIN);
    assertThat(headers.getStructuredItem(COOP)).isSameAs(first);
  }

  @Example
  void a_reading_happens_once_per_list_even_if_it_finds_nothing() {
    var count = new AtomicInteger();
    HeaderReading<Option<String>> reading =
        HeaderReading.of(
            headers -> {
              count.incrementAndGet();
              return headers.get("A");
            });
    var with = HeaderList.of("A", "1");
    var without = HeaderList.of("B", "1");
    assertThat(reading.in(with)).contains("1");
    assertThat(reading.in(with)).contains("1");
    assertThat(reading.in(without)).isEmpty();
    assertThat(reading.in(without)).isEmpty();
    assertThat(count).hasValue(2);
  }

  @Example
  void a_reading_may_ask_for_other_readings() {
    HeaderReading<String> inner = HeaderReading.of(headers -> headers.get("A").getOrElse("-"));
    HeaderReading<String> outer =
        HeaderReading.of(headers -> inner.in(headers) + headers.getStructuredItem("A").isDefined());
    assertThat(outer.in(HeaderList.of("A", "1"))).isEqualTo("1true");
  }

  @Example
  void what_was_read_is_no_part_of_the_value() {
    var read = HeaderList.of(COOP, "same-origin");
    read.getStructuredItem(COOP);
    var unread = HeaderList.of(Vector.of(new HeaderField(COOP, "same-origin")));
    assertThat(read).isEqualTo(unread).hasSameHashCodeAs(unread);
    assertThat(read).isNotEqualTo(HeaderList.of(COOP, "unsafe-none"));
  }

  @Example
  void a_copy_knows_nothing_of_what_the_original_read() {
    var original = HeaderList.of(COOP, "same-origin");
    original.getStructuredItem(COOP);
    assertThat(original.with(COOP, "same-origin").getStructuredItem(COOP)).isEmpty();
    assertThat(original.without("cross-origin-opener-policy").getStructuredItem(COOP)).isEmpty();
    assertThat(original.getStructuredItem(COOP)).isEqualTo(SAME_ORIGIN);
  }

  @Example
  void without_takes_away_all_lines_of_a_name_or_those_that_are_pointed_out() {
    var headers = HeaderList.of("A", "1", "B", "2", "a", "3");
    assertThat(headers.without("a")).isEqualTo(HeaderList.of("B", "2"));
    assertThat(headers.without(field -> field.value().equals("3")))
        .isEqualTo(HeaderList.of("A", "1", "B", "2"));
    assertThat(headers.contains("b")).isTrue();
    assertThat(headers.without("b").contains("B")).isFalse();
  }

  @Example
  void a_list_is_its_lines_in_their_order_and_in_their_case() {
    var headers = HeaderList.of("A", "1", "b", "2");
    assertThat(headers.fields())
        .containsExactly(new HeaderField("A", "1"), new HeaderField("b", "2"));
    assertThat(headers).hasToString("[A: 1; b: 2]");
    assertThat(headers).isNotEqualTo(HeaderList.of("b", "2", "A", "1"));
    assertThat(headers).isNotEqualTo(HeaderList.of("a", "1", "b", "2"));
    assertThat(headers.equals((Object) headers.fields())).isFalse();
    assertThat(HeaderList.of()).isSameAs(HeaderList.EMPTY);
  }

  @Example
  void lists_that_differ_rarely_share_a_hash() {
    var hashes = Vector.range(0, 1_000).map(n -> HeaderList.of("A", "" + n).hashCode()).distinct();
    assertThat(hashes.size()).isGreaterThan(900);
  }

  @Example
  void a_name_without_a_value_is_refused() {
    assertThatThrownBy(() -> HeaderList.of("A", "1", "B"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
