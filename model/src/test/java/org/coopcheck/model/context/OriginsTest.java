package org.coopcheck.model.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple4;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.world.World;

/** Section 4.5 of the digest of HTML. */
class OriginsTest {
  private static final Origin SOURCE = Url.of("https://source.example/").tupleOrigin().get();

  @Data
  Iterable<Tuple4<String, Boolean, Boolean, String>> origins() {
    return Table.of( // URL, is the origin sandboxed, is there a source origin, the origin
        Tuple.of("https://a.example/", false, true, "https://a.example"),
        Tuple.of("https://a.example/", false, false, "https://a.example"),
        Tuple.of("https://a.example/", true, true, "opaque-1"),
        Tuple.of("about:srcdoc", false, true, "https://source.example"),
        Tuple.of("about:srcdoc", true, true, "opaque-1"),
        Tuple.of("about:blank", false, true, "https://source.example"),
        Tuple.of("about:blank?query#fragment", false, true, "https://source.example"),
        Tuple.of("about:blank", false, false, "opaque-1"),
        Tuple.of("about:blank", true, true, "opaque-1"),
        Tuple.of("blob:https://a.example/1", false, true, "https://a.example"),
        Tuple.of("data:text/html,x", false, true, "opaque-1"));
  }

  @Property
  @FromData("origins")
  void the_origin_is_determined_as_the_standard_says(
      @ForAll String url,
      @ForAll boolean isSandboxed,
      @ForAll boolean hasSource,
      @ForAll String origin) {
    SortedSet<SandboxingFlag> flags =
        isSandboxed ? TreeSet.of(SandboxingFlag.SANDBOXED_ORIGIN) : TreeSet.empty();
    var determined =
        Origins.determineTheOrigin(World.EMPTY, Url.of(url), flags, Option.when(hasSource, SOURCE));
    assertThat(determined.origin()).hasToString(origin);
    boolean isNew = determined.origin() instanceof OpaqueOrigin;
    assertThat(determined.world().nextNumber()).isEqualTo(isNew ? 2 : 1);
  }

  @Example
  void other_flags_leave_the_origin_alone() {
    var flags = TreeSet.of(SandboxingFlag.values()).remove(SandboxingFlag.SANDBOXED_ORIGIN);
    var determined =
        Origins.determineTheOrigin(World.EMPTY, Url.of("https://a.example/"), flags, Option.none());
    assertThat(determined.origin()).hasToString("https://a.example");
  }

  @Example
  void two_new_opaque_origins_are_two() {
    var first = Origins.newOpaqueOrigin(World.EMPTY);
    var second = Origins.newOpaqueOrigin(first.world());
    assertThat(first.origin().isSameOriginWith(second.origin())).isFalse();
    assertThat(first.origin().isSameOriginWith(first.origin())).isTrue();
  }
}
