package org.coopcheck.counterexamples.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple1;
import net.jqwik.api.Tuple.Tuple2;

class NearestWordTest {
  private static final Vector<String> WORDS =
      Vector.of("open", "navigate", "close", "by", "same-origin", "same-origin-allow-popups");

  @Data
  Iterable<Tuple2<String, String>> slips() {
    return Table.of( // found, meant
        Tuple.of("opn", "open"),
        Tuple.of("opeen", "open"),
        Tuple.of("opan", "open"),
        Tuple.of("poen", "open"),
        Tuple.of("OPEN", "open"),
        Tuple.of("naviagte", "navigate"),
        Tuple.of("yb", "by"),
        Tuple.of("same-orign", "same-origin"),
        Tuple.of("same-origin-allow-popus", "same-origin-allow-popups"));
  }

  @Property
  @FromData("slips")
  void a_word_with_a_slip_of_the_pen_is_understood(@ForAll String found, @ForAll String meant) {
    assertThat(NearestWord.to(found, WORDS)).isEqualTo(Option.some(meant));
  }

  @Data
  Iterable<Tuple1<String>> strangers() {
    return Table.of( // found
        Tuple.of(""),
        Tuple.of("x"),
        Tuple.of("tab"),
        Tuple.of("reload"),
        Tuple.of("origin"),
        Tuple.of("close-window"),
        Tuple.of("o".repeat(65)));
  }

  @Property
  @FromData("strangers")
  void a_word_that_resembles_none_is_not_taken_for_one(@ForAll String found) {
    assertThat(NearestWord.to(found, WORDS)).isEmpty();
  }

  @Example
  void of_two_equally_near_words_the_first_is_meant() {
    assertThat(NearestWord.to("cat", Vector.of("car", "cap"))).isEqualTo(Option.some("car"));
  }
}
