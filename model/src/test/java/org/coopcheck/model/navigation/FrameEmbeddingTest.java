package org.coopcheck.model.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.HTML;
import static org.coopcheck.model.scenario.Story.SUB_A;

import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.world.LoadError;

/** Section 2.4 of the digest of HTML, and Fetch's cross-origin resource policy check. */
class FrameEmbeddingTest {
  private static final String COEP = "Cross-Origin-Embedder-Policy";
  private static final String CORP = "Cross-Origin-Resource-Policy";

  @Data
  Iterable<Tuple3<String, String, Boolean>> embedderPolicies() {
    return Table.of( // of the page, of the frame, whether the frame is let in
        Tuple.of("unsafe-none", "unsafe-none", true),
        Tuple.of("unsafe-none", "require-corp", true),
        Tuple.of("require-corp", "unsafe-none", false),
        Tuple.of("require-corp", "require-corp", true),
        Tuple.of("require-corp", "credentialless", true),
        Tuple.of("credentialless", "unsafe-none", false),
        Tuple.of("credentialless", "require-corp", true),
        Tuple.of("credentialless", "credentialless", true));
  }

  @Property
  @FromData("embedderPolicies")
  void a_page_lets_in_frames_as_its_embedder_policy_says(
      @ForAll String page, @ForAll String frame, @ForAll boolean isLetIn) {
    var ending =
        HTML.serving(A, COEP, page)
            .serving(A + "frame", COEP, frame)
            .userOpens("w", A)
            .frames("w", "f", A + "frame")
            .ending();
    assertThat(ending.error("f")).isEqualTo(Option.when(!isLetIn, () -> LoadError.COEP));
    assertThat(ending.embedderPolicy("f")).isEqualTo(isLetIn ? frame : "unsafe-none");
  }

  @Data
  Iterable<Tuple3<String, String, Boolean>> resourcePolicies() {
    return Table.of( // of the frame, its origin, whether a require-corp page lets it in
        Tuple.of("", A, true),
        Tuple.of("", SUB_A, false),
        Tuple.of("", B, false),
        Tuple.of("same-origin", A, true),
        Tuple.of("same-origin", SUB_A, false),
        Tuple.of("same-site", SUB_A, true),
        Tuple.of("same-site", B, false),
        Tuple.of("cross-origin", SUB_A, true),
        Tuple.of("cross-origin", B, true));
  }

  @Property
  @FromData("resourcePolicies")
  void a_page_lets_in_frames_as_their_resource_policy_says(
      @ForAll String policy, @ForAll String origin, @ForAll boolean isLetIn) {
    var story =
        policy.isEmpty()
            ? HTML.serving(origin + "frame", COEP, "require-corp")
            : HTML.serving(origin + "frame", COEP, "require-corp", CORP, policy);
    var ending =
        story
            .serving(A, COEP, "require-corp")
            .userOpens("w", A)
            .frames("w", "f", origin + "frame")
            .ending();
    assertThat(ending.error("f")).isEqualTo(Option.when(!isLetIn, () -> LoadError.COEP));
  }

  @Example
  void every_hop_needs_a_resource_policy_but_only_the_document_an_embedder_policy() {
    var story = HTML.serving(A, COEP, "require-corp").userOpens("w", A);
    assertThat(
            story
                .redirecting(B + "1", A + "embeddable", CORP, "cross-origin")
                .frames("w", "f", B + "1")
                .ending()
                .error("f"))
        .isEmpty();
    assertThat(
            story
                .redirecting(B + "1", A + "embeddable")
                .frames("w", "f", B + "1")
                .ending()
                .error("f"))
        .contains(LoadError.COEP);
  }

  @Example
  void frames_without_a_response_inherit_the_embedder_policy() {
    var story = HTML.serving(A, COEP, "require-corp").userOpens("w", A);
    for (String url : new String[] {"about:blank", "about:srcdoc", "blob:https://a.example/1"}) {
      var ending = story.frames("w", "f", url).ending();
      assertThat(ending.error("f")).isEmpty();
      assertThat(ending.embedderPolicy("f")).isEqualTo("require-corp");
    }
  }

  @Example
  void the_policy_of_the_container_counts_not_that_of_the_top() {
    var story =
        HTML.serving(B + "embedding", COEP, "require-corp").userOpens("w", A).frames("w", "f", B);
    assertThat(story.frames("f", "g", A).ending().error("g")).isEmpty();
    var embedding = HTML.serving(B, COEP, "require-corp").userOpens("w", A).frames("w", "f", B);
    assertThat(embedding.ending().error("f")).isEmpty();
    assertThat(embedding.frames("f", "g", A).ending().error("g")).contains(LoadError.COEP);
  }

  @Example
  void a_report_only_embedder_policy_blocks_nothing() {
    var ending =
        HTML.serving(A, COEP + "-Report-Only", "require-corp")
            .userOpens("w", A)
            .frames("w", "f", B)
            .ending();
    assertThat(ending.error("f")).isEmpty();
  }

  @Example
  void a_credentialless_frame_needs_no_policy_and_neither_do_the_frames_in_it() {
    var ending =
        HTML.serving(A, COEP, "require-corp")
            .userOpens("w", A)
            .framesCredentialless("w", "f", B)
            .frames("f", "g", Story.C)
            .ending();
    assertThat(ending.error("f")).isEmpty();
    assertThat(ending.error("g")).isEmpty();
  }

  @Example
  void a_popup_needs_no_embedder_policy() {
    var ending =
        HTML.serving(A, COEP, "require-corp").userOpens("w", A).opens("w", "popup", B).ending();
    assertThat(ending.error("popup")).isEmpty();
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Example
  void a_frame_that_is_not_let_in_is_an_error_page_of_an_opaque_origin_in_the_same_group() {
    var ending =
        HTML.serving(A, COEP, "require-corp").userOpens("w", A).frames("w", "f", A + "2").ending();
    assertThat(ending.error("f")).contains(LoadError.COEP);
    assertThat(ending.origin("f")).isEqualTo("opaque");
    assertThat(ending.sameGroup("w", "f")).isTrue();
  }
}
