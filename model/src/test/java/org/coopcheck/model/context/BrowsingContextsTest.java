package org.coopcheck.model.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.HTML;

import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple1;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Ending;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.world.CrossOriginIsolationMode;

/** Section 5 of the digest of HTML: what a fresh window's initial document gets. */
class BrowsingContextsTest {

  // 5.6, row by row.

  @Data
  Iterable<Tuple2<OpenerPolicyValue, String>> pages() {
    return Table.of( // the page's policy, its embedder policy
        Tuple.of(UNSAFE_NONE, "unsafe-none"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS, "unsafe-none"),
        Tuple.of(SAME_ORIGIN, "unsafe-none"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP, "require-corp"),
        Tuple.of(OpenerPolicyValue.NOOPENER_ALLOW_POPUPS, "unsafe-none"));
  }

  @Property
  @FromData("pages")
  void the_popup_of_a_page_has_its_origin_policies_and_group(
      @ForAll OpenerPolicyValue page, @ForAll String coep) {
    var ending = HTML.userOpens("w", A + page.token()).opens("w", "popup").ending();
    assertInitial(ending, "https://a.example", page, coep);
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Property
  @FromData("pages")
  void the_popup_of_a_same_origin_frame_has_the_opener_policy_of_its_page(
      @ForAll OpenerPolicyValue page, @ForAll String coep) {
    var ending =
        HTML.serving(A + "frame", "Cross-Origin-Embedder-Policy", coep)
            .userOpens("w", A + page.token())
            .frames("w", "f", A + "frame")
            .opens("f", "popup")
            .ending();
    assertInitial(ending, "https://a.example", page, coep);
    assertThat(ending.areConnected("f", "popup")).isTrue();
  }

  @Data
  Iterable<Tuple1<OpenerPolicyValue>> keepingPages() {
    return Table.of(
        Tuple.of(UNSAFE_NONE),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS),
        Tuple.of(OpenerPolicyValue.NOOPENER_ALLOW_POPUPS));
  }

  @Property
  @FromData("keepingPages")
  void the_popup_of_a_cross_origin_frame_is_connected_and_has_no_opener_policy(
      @ForAll OpenerPolicyValue page) {
    var ending =
        HTML.userOpens("w", A + page.token())
            .frames("w", "f", B + "embeddable")
            .opens("f", "popup")
            .ending();
    assertInitial(ending, "https://b.example", UNSAFE_NONE, "require-corp");
    assertThat(ending.areConnected("f", "popup")).isTrue();
    assertThat(ending.sameGroup("w", "popup")).isTrue();
  }

  @Data
  Iterable<Tuple1<OpenerPolicyValue>> cuttingPages() {
    return Table.of(Tuple.of(SAME_ORIGIN), Tuple.of(OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP));
  }

  @Property
  @FromData("cuttingPages")
  void the_popup_of_a_cross_origin_frame_of_a_same_origin_page_is_cut_off(
      @ForAll OpenerPolicyValue page) {
    var ending =
        HTML.userOpens("w", A + page.token())
            .frames("w", "f", B + "embeddable")
            .opens("f", "popup")
            .ending();
    assertInitial(ending, "opaque", UNSAFE_NONE, "unsafe-none");
    assertCutOff(ending, "f");
  }

  @Property
  @FromData("pages")
  void a_noopener_popup_has_nothing_of_its_page(
      @ForAll OpenerPolicyValue page, @ForAll String coep) {
    for (String features : new String[] {"noopener", "noreferrer"}) {
      var ending =
          HTML.userOpens("w", A + page.token())
              .opens("w", "popup", "", "_blank", features)
              .ending();
      assertInitial(ending, "opaque", UNSAFE_NONE, "unsafe-none");
      assertCutOff(ending, "w");
    }
  }

  private static void assertInitial(
      Ending ending, String origin, OpenerPolicyValue coop, String coep) {
    assertThat(ending.document("popup").isInitialAboutBlank()).isTrue();
    assertThat(ending.url("popup")).isEqualTo("about:blank");
    assertThat(ending.origin("popup")).isEqualTo(origin);
    assertThat(ending.openerPolicy("popup")).isEqualTo(coop);
    assertThat(ending.embedderPolicy("popup")).isEqualTo(coep);
  }

  private static void assertCutOff(Ending ending, String by) {
    assertThat(ending.sameGroup(by, "popup")).isFalse();
    assertThat(ending.group("popup").crossOriginIsolationMode())
        .isEqualTo(CrossOriginIsolationMode.NONE);
    assertThat(ending.opener("popup")).isEqualTo("null");
    assertThat(ending.hasHandle(by, "popup")).isFalse();
    assertThat(ending.browsingContext("popup").isAuxiliary()).isFalse();
    assertThat(((Outcome.Opened) ending.outcome()).isReturned()).isFalse();
    assertThat(((Outcome.Opened) ending.outcome()).isNoopener()).isTrue();
  }

  // 5.1 in detail.

  @Example
  void an_initial_document_inherits_the_whole_opener_policy() {
    var ending =
        HTML.serving(
                A,
                "Cross-Origin-Opener-Policy",
                "same-origin-allow-popups; report-to=\"e\"",
                "Cross-Origin-Opener-Policy-Report-Only",
                "same-origin; report-to=\"f\"")
            .userOpens("w", A)
            .opens("w", "popup")
            .ending();
    assertThat(ending.document("popup").openerPolicy())
        .isEqualTo(ending.document("w").openerPolicy());
    assertThat(ending.document("popup").openerPolicy().reportOnlyReportingEndpoint()).contains("f");
  }

  @Example
  void the_embedder_policy_is_that_of_the_frame_that_opens_not_of_its_page() {
    var ending =
        HTML.userOpens("w", A + "same-origin-allow-popups")
            .frames("w", "f", A + "embeddable")
            .opens("f", "popup")
            .ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS);
    assertThat(ending.embedderPolicy("popup")).isEqualTo("require-corp");
  }

  @Example
  void a_frame_in_a_frame_is_compared_with_the_top_not_with_its_parent() {
    var ending =
        HTML.userOpens("w", A + "same-origin")
            .frames("w", "f", B)
            .frames("f", "g", A)
            .opens("g", "popup")
            .ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
    assertThat(ending.areConnected("g", "popup")).isTrue();
  }

  @Example
  void a_sandboxed_frame_of_the_pages_origin_counts_as_cross_origin() {
    var ending =
        HTML.userOpens("w", A + "same-origin")
            .framesSandboxed("w", "f", A, "allow-scripts allow-popups")
            .opens("f", "popup")
            .ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(UNSAFE_NONE);
    assertCutOff(ending, "f");
  }

  @Example
  void a_window_that_the_user_opens_starts_in_a_group_of_its_own_without_creator() {
    var ending = HTML.userOpens("v", A).userOpens("w", "about:blank").ending();
    assertThat(ending.sameGroup("v", "w")).isFalse();
    assertThat(ending.origin("w")).isEqualTo("opaque");
    assertThat(ending.openerPolicy("w")).isEqualTo(UNSAFE_NONE);
  }

  @Example
  void a_frame_starts_with_the_origin_and_policies_of_its_document() {
    var ending =
        HTML.userOpens("w", A + "same-origin-plus-coep").frames("w", "f", "about:blank").ending();
    assertThat(ending.document("f").isInitialAboutBlank()).isTrue();
    assertThat(ending.origin("f")).isEqualTo("https://a.example");
    assertThat(ending.embedderPolicy("f")).isEqualTo("require-corp");
    assertThat(ending.sameGroup("w", "f")).isTrue();
    assertThat(ending.browsingContext("f").group()).isEmpty();
  }

  @Example
  void a_sandboxed_frame_starts_with_an_opaque_origin() {
    var ending =
        HTML.userOpens("w", A).framesSandboxed("w", "f", "about:blank", "allow-scripts").ending();
    assertThat(ending.origin("f")).isEqualTo("opaque");
    var sameOrigin =
        HTML.userOpens("w", A)
            .framesSandboxed("w", "f", "about:blank", "allow-scripts allow-same-origin")
            .ending();
    assertThat(sameOrigin.origin("f")).isEqualTo("https://a.example");
  }

  // 5.2.

  @Example
  void an_auxiliary_browsing_context_remembers_who_opened_it() {
    var ending = HTML.userOpens("w", A).frames("w", "f", B).opens("f", "popup").ending();
    var popup = ending.browsingContext("popup");
    assertThat(popup.isAuxiliary()).isTrue();
    assertThat(popup.opener()).contains(ending.browsingContext("f").id());
    assertThat(popup.openerOriginAtCreation()).contains(ending.document("f").origin());
    assertThat(popup.group()).isEqualTo(ending.browsingContext("w").group());
  }

  @Example
  void popups_of_popups_are_in_one_group() {
    var ending =
        HTML.userOpens("w", A).opens("w", "popup", B).opens("popup", "second", Story.C).ending();
    assertThat(ending.sameGroup("w", "second")).isTrue();
    assertThat(ending.opener("second")).isEqualTo("popup");
  }

  // 5.4 step 5.2, in its three readings.

  @Example
  void read_by_the_letter_the_noopener_rule_never_fires_for_a_frame() {
    var ending =
        Story.under("html,noopener-rule=literal")
            .userOpens("w", A + "same-origin")
            .frames("w", "f", B)
            .opens("f", "popup")
            .ending();
    assertThat(ending.areConnected("f", "popup")).isTrue();
    assertThat(ending.openerPolicy("popup")).isEqualTo(UNSAFE_NONE);
  }

  @Example
  void without_the_noopener_rule_such_a_popup_is_connected() {
    var ending =
        Story.under("html,noopener-rule=off")
            .userOpens("w", A + "same-origin")
            .frames("w", "f", B)
            .opens("f", "popup")
            .ending();
    assertThat(ending.areConnected("f", "popup")).isTrue();
  }

  @Example
  void with_naive_inheritance_such_a_popup_is_connected_and_has_the_policy_of_the_page() {
    var ending =
        Story.under("html+naive")
            .userOpens("w", A + "same-origin")
            .frames("w", "f", B)
            .opens("f", "popup")
            .ending();
    assertThat(ending.areConnected("f", "popup")).isTrue();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
    assertThat(ending.origin("popup")).isEqualTo("https://b.example");
  }

  @Example
  void a_cut_off_popup_has_no_name() {
    var ending =
        HTML.userOpens("w", A + "same-origin")
            .frames("w", "f", B)
            .opens("f", "popup", "", "n", "")
            .ending();
    assertThat(ending.name("popup")).isEmpty();
  }
}
