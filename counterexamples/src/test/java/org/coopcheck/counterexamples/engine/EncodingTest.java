package org.coopcheck.counterexamples.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import net.jqwik.api.Example;

class EncodingTest {

  @Example
  void a_number_takes_as_few_bytes_as_it_needs() {
    var encoding = new Encoding();
    encoding.putInt(0);
    encoding.putInt(127);
    encoding.putInt(128);
    encoding.putInt(-1);
    assertThat(written(encoding)).isEqualTo("00 7f 80 01 ff ff ff ff 0f");
  }

  @Example
  void only_the_lowest_bytes_of_a_number_are_written_if_asked_for() {
    var encoding = new Encoding();
    encoding.putLong(0x1122334455667788L, 3);
    encoding.putBoolean(true);
    encoding.putLong(0x1122334455667788L, 8);
    assertThat(written(encoding)).isEqualTo("88 77 66 01 88 77 66 55 44 33 22 11");
  }

  @Example
  void a_string_is_preceded_by_its_length_in_bytes() {
    var encoding = new Encoding();
    encoding.putString("aé");
    encoding.putString("");
    assertThat(written(encoding)).isEqualTo("03 61 c3 a9 00");
  }

  @Example
  void nothing_of_what_was_written_before_is_left_after_clearing() {
    var encoding = new Encoding();
    encoding.putBytes(new byte[1000]);
    encoding.clear();
    encoding.putByte(0x1ff);
    assertThat(written(encoding)).isEqualTo("ff");
  }

  @Example
  void different_numbers_are_written_differently() {
    var seen = new HashSet<String>();
    for (int value = -70_000; value <= 70_000; value++) {
      var encoding = new Encoding();
      encoding.putInt(value);
      assertThat(seen.add(written(encoding))).isTrue();
    }
  }

  private static String written(Encoding encoding) {
    assertThat(encoding.toByteArray()).hasSize(encoding.length());
    return HexFormat.ofDelimiter(" ").formatHex(encoding.toByteArray());
  }
}
