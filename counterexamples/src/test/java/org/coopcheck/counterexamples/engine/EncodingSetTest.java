package org.coopcheck.counterexamples.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
  void it_knows_what_a_hash_set_knows(@ForAll("similarEncodings") List<byte[]> encodings) {
    addAndCompareWithAHashSet(encodings);
  }

  @Property(seed = "42", tries = 200)
  void it_knows_what_a_hash_set_knows_if_all_have_one_length(
      @ForAll("encodingsOfFiveBytes") List<byte[]> encodings) {
    addAndCompareWithAHashSet(encodings);
  }

  @Example
  void it_keeps_apart_encodings_that_only_differ_by_zeros_at_their_end() {
    var set = new EncodingSet();
    for (int length = 0; length < 40; length++) {
      assertThat(add(set, new byte[length])).isTrue();
    }
    assertThat(add(set, new byte[7])).isFalse();
    assertThat(set.size()).isEqualTo(40);
  }

  @Example
  void a_beginning_is_not_the_whole() {
    var set = new EncodingSet();
    add(set, new byte[] {1, 2, 3});
    assertThat(contains(set, new byte[] {1, 2, 3})).isTrue();
    assertThat(contains(set, new byte[] {1, 2})).isFalse();
    assertThat(contains(set, new byte[] {1, 2, 3, 4})).isFalse();
  }

  @Example
  void bytes_decide_even_if_all_hashes_are_equal() {
    var set = new EncodingSet();
    for (int i = 0; i < 40; i++) {
      assertThat(set.add(1, padded(new byte[] {(byte) i}), 3, 1)).isTrue();
    }
    for (int i = 0; i < 41; i++) {
      assertThat(set.contains(1, padded(new byte[] {(byte) i}), 3, 1)).isEqualTo(i < 40);
    }
  }

  @Example
  void it_forgets_nothing_when_it_grows_over_many_chunks() {
    var random = new Random(42);
    var set = new EncodingSet();
    List<byte[]> added = new ArrayList<>();
    Set<ByteBuffer> all = new HashSet<>();
    for (int i = 0; i < 60_000; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      assertThat(add(set, bytes)).isEqualTo(all.add(ByteBuffer.wrap(bytes)));
      added.add(bytes);
    }
    for (byte[] bytes : added) assertThat(contains(set, bytes)).isTrue();
    assertThat(set.size()).isEqualTo(all.size());
    assertThat(set.bytes()).isBetween(60_000L * 59, 60_000L * 59 * 2);
  }

  @Example
  void it_can_hold_an_empty_encoding_where_a_chunk_ends() {
    var set = new EncodingSet();
    add(set, new byte[1 << 20]);
    assertThat(add(set, new byte[0])).isTrue();
    assertThat(contains(set, new byte[0])).isTrue();
    assertThat(contains(set, new byte[1])).isFalse();
  }

  private static void addAndCompareWithAHashSet(List<byte[]> encodings) {
    var set = new EncodingSet();
    Set<ByteBuffer> all = new HashSet<>();
    for (byte[] bytes : encodings) {
      assertThat(contains(set, bytes)).isEqualTo(all.contains(ByteBuffer.wrap(bytes)));
      assertThat(add(set, bytes)).isEqualTo(all.add(ByteBuffer.wrap(bytes)));
      assertThat(set.size()).isEqualTo(all.size());
    }
  }

  private static boolean add(EncodingSet set, byte[] bytes) {
    byte[] padded = padded(bytes);
    return set.add(Encoding.hash(padded, 3, bytes.length), padded, 3, bytes.length);
  }

  private static boolean contains(EncodingSet set, byte[] bytes) {
    byte[] padded = padded(bytes);
    return set.contains(Encoding.hash(padded, 3, bytes.length), padded, 3, bytes.length);
  }

  /** What is around an encoding must not count. */
  private static byte[] padded(byte[] bytes) {
    byte[] padded = new byte[3 + bytes.length + Encoding.ROOM];
    Arrays.fill(padded, (byte) padded.length);
    System.arraycopy(bytes, 0, padded, 3, bytes.length);
    return padded;
  }
}
