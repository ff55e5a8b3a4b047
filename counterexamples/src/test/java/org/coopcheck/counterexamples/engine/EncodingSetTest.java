package org.coopcheck.counterexamples.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EncodingSetTest {

  @Provide
  Arbitrary<List<byte[]>> similarEncodings() {
    return Arbitraries.bytes()
        .between((byte) 0, (byte) 1)
        .array(byte[].class)
        .ofMaxSize(9)
        .list()
        .ofMaxSize(300);
  }

  @Provide
  Arbitrary<List<byte[]>> encodingsOfFiveBytes() {
    return Arbitraries.bytes().array(byte[].class).ofSize(5).list().ofMaxSize(300);
  }

  @Property(seed = "42", tries = 200)
  void it_knows_what_a_hash_map_knows(@ForAll("similarEncodings") List<byte[]> encodings) {
    addAndCompareWithAHashMap(encodings);
  }

  @Property(seed = "42", tries = 200)
  void it_knows_what_a_hash_map_knows_if_all_have_one_length(
      @ForAll("encodingsOfFiveBytes") List<byte[]> encodings) {
    addAndCompareWithAHashMap(encodings);
  }

  @Example
  void it_keeps_apart_encodings_that_only_differ_by_zeros_at_their_end() {
    var set = new EncodingSet();
    for (int length = 0; length < 40; length++) {
      assertThat(set.add(encoding(new byte[length]))).isEqualTo(length);
    }
    assertThat(set.add(encoding(new byte[7]))).isEqualTo(-8);
  }

  @Example
  void a_beginning_is_not_the_whole() {
    var set = new EncodingSet();
    set.add(encoding(new byte[] {1, 2, 3}));
    assertThat(set.isAt(0, encoding(new byte[] {1, 2, 3}))).isTrue();
    assertThat(set.isAt(0, encoding(new byte[] {1, 2}))).isFalse();
    assertThat(set.isAt(0, encoding(new byte[] {1, 2, 3, 4}))).isFalse();
  }

  @Example
  void it_forgets_nothing_when_it_grows_over_many_chunks() {
    var random = new Random(42);
    var set = new EncodingSet();
    var all = new ArrayList<byte[]>();
    Map<ByteBuffer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < 60_000; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      all.add(bytes);
      Integer known = numbers.putIfAbsent(ByteBuffer.wrap(bytes), set.size());
      int expected = known == null ? set.size() : ~known;
      assertThat(set.add(encoding(bytes))).isEqualTo(expected);
    }
    for (byte[] bytes : all) {
      int number = numbers.getOrDefault(ByteBuffer.wrap(bytes), -1);
      assertThat(set.isAt(number, encoding(bytes))).isTrue();
      assertThat(set.add(encoding(bytes))).isEqualTo(~number);
    }
    assertThat(set.size()).isEqualTo(numbers.size());
  }

  @Example
  void it_can_hold_an_empty_encoding_where_a_chunk_ends() {
    var set = new EncodingSet();
    set.add(encoding(new byte[1 << 20]));
    assertThat(set.add(encoding(new byte[0]))).isEqualTo(1);
    assertThat(set.contains(encoding(new byte[0]))).isTrue();
    assertThat(set.contains(encoding(new byte[1]))).isFalse();
  }

  private static void addAndCompareWithAHashMap(List<byte[]> encodings) {
    var set = new EncodingSet();
    Map<ByteBuffer, Integer> numbers = new HashMap<>();
    for (byte[] bytes : encodings) {
      boolean isKnown = numbers.containsKey(ByteBuffer.wrap(bytes));
      assertThat(set.contains(encoding(bytes))).isEqualTo(isKnown);
      Integer known = numbers.putIfAbsent(ByteBuffer.wrap(bytes), numbers.size());
      int expected = known == null ? numbers.size() - 1 : ~known;
      assertThat(set.add(encoding(bytes))).isEqualTo(expected);
      assertThat(set.size()).isEqualTo(numbers.size());
    }
  }

  private static Encoding encoding(byte[] bytes) {
    var encoding = new Encoding();
    encoding.putBytes(bytes);
    return encoding;
  }
}
