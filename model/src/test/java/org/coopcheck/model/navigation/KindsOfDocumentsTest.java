package org.coopcheck.model.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.HTML;
import static org.coopcheck.model.scenario.Story.SUB_A;

import net.jqwik.api.Example;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.world.LoadError;

/** Section 4.4 of the digest of HTML: documents that do not come from an ordinary response. */
class KindsOfDocumentsTest {
  private static final String JAVASCRIPT = "javascript:'x'";

  // about:blank that is navigated to.

  /** A same-origin page opens a page of its own, and navigates it to about:blank. */
  private static Story navigatedToAboutBlank(String variant) {
    return Story.under(variant)
        .userOpens("w", A + "same-origin")
        .opens("w", "popup", A + "same-origin")
        .navigates("w", "popup", "about:blank");
  }

  @Example
  void about_blank_takes_the_opener_policy_of_its_initiators_page() {
    var ending = navigatedToAboutBlank("html").ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
    assertThat(ending.origin("popup")).isEqualTo("https://a.example");
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Example
  void by_the_letter_about_blank_has_no_opener_policy() {
    var ending = navigatedToAboutBlank("html,about-blank=literal").ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(UNSAFE_NONE);
    assertThat(ending.sameGroup("w", "popup")).isFalse();
  }

  @Example
  void about_blank_takes_nothing_from_a_page_that_its_initiator_is_cross_origin_with() {
    var ending =
        HTML.userOpens("w", A + "same-origin-allow-popups")
            .frames("w", "f", B)
            .opens("f", "popup", B)
            .navigates("f", "popup", "about:blank")
            .ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(UNSAFE_NONE);
    assertThat(ending.origin("popup")).isEqualTo("https://b.example");
    assertThat(ending.areConnected("f", "popup")).isTrue();
  }

  @Example
  void about_blank_of_a_same_origin_frame_takes_the_policy_of_its_page() {
    var ending =
        HTML.userOpens("w", A + "same-origin")
            .frames("w", "f", A)
            .opens("f", "popup", A + "same-origin")
            .navigates("f", "popup", "about:blank")
            .ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
    assertThat(ending.areConnected("f", "popup")).isTrue();
  }

  @Example
  void about_blank_is_compared_like_any_response() {
    var ending =
        HTML.userOpens("w", A + "same-origin-allow-popups")
            .opens("w", "popup", B)
            .navigates("w", "popup", "about:blank")
            .ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN_ALLOW_POPUPS);
    assertThat(ending.swap()).isEqualTo(Swap.FULL);
  }

  @Example
  void about_blank_of_the_address_bar_has_no_opener_policy_and_an_opaque_origin() {
    var ending = HTML.userOpens("w", A + "same-origin").userNavigates("w", "about:blank").ending();
    assertThat(ending.openerPolicy("w")).isEqualTo(UNSAFE_NONE);
    assertThat(ending.origin("w")).isEqualTo("opaque");
    assertThat(ending.swap()).isEqualTo(Swap.FULL);
  }

  @Example
  void about_blank_that_is_navigated_to_is_not_the_initial_one() {
    var ending = HTML.userOpens("w", A).goes("w", "about:blank").ending();
    assertThat(ending.document("w").isInitialAboutBlank()).isFalse();
  }

  @Example
  void about_blank_takes_the_embedder_policy_of_its_initiator() {
    var ending = HTML.userOpens("w", A + "same-origin-plus-coep").goes("w", "about:blank").ending();
    assertThat(ending.embedderPolicy("w")).isEqualTo("require-corp");
    assertThat(ending.openerPolicy("w")).isEqualTo(SAME_ORIGIN_PLUS_COEP);
    assertThat(ending.isIsolated("w")).isTrue();
  }

  // blob:

  @Example
  void a_blob_takes_the_policies_of_its_creator() {
    var ending =
        HTML.userOpens("w", A + "same-origin-plus-coep")
            .opens("w", "popup", "blob:https://a.example/1")
            .ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN_PLUS_COEP);
    assertThat(ending.embedderPolicy("popup")).isEqualTo("require-corp");
    assertThat(ending.origin("popup")).isEqualTo("https://a.example");
    assertThat(ending.areConnected("w", "popup")).isTrue();
    assertThat(ending.isIsolated("popup")).isTrue();
  }

  @Example
  void a_blob_of_a_same_origin_page_stays_connected() {
    var ending =
        HTML.userOpens("w", A + "same-origin")
            .opens("w", "popup", "blob:https://a.example/1")
            .ending();
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Example
  void a_blob_of_a_noopener_allow_popups_page_is_cut_off() {
    var ending =
        HTML.userOpens("w", A + "noopener-allow-popups")
            .opens("w", "popup", "blob:https://a.example/1")
            .ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(NOOPENER_ALLOW_POPUPS);
    assertThat(ending.sameGroup("w", "popup")).isFalse();
  }

  @Example
  void by_the_letter_a_blob_has_no_opener_policy() {
    var cut =
        Story.under("html,blob=literal")
            .userOpens("w", A + "same-origin")
            .opens("w", "popup", "blob:https://a.example/1")
            .ending();
    assertThat(cut.openerPolicy("popup")).isEqualTo(UNSAFE_NONE);
    assertThat(cut.sameGroup("w", "popup")).isFalse();
    var connected =
        Story.under("html,blob=literal")
            .userOpens("w", A + "noopener-allow-popups")
            .opens("w", "popup", "blob:https://a.example/1")
            .ending();
    assertThat(connected.areConnected("w", "popup")).isTrue();
  }

  @Example
  void window_open_of_a_blob_of_another_site_than_the_page_is_noopener() {
    var ending =
        HTML.userOpens("w", A)
            .frames("w", "f", B)
            .opens("f", "popup", "blob:https://b.example/1")
            .ending();
    assertThat(ending.sameGroup("f", "popup")).isFalse();
    assertThat(ending.hasHandle("f", "popup")).isFalse();
    assertThat(((Outcome.Opened) ending.outcome()).isNoopener()).isTrue();
  }

  @Example
  void window_open_of_a_blob_of_the_same_site_is_not_forced() {
    var ending =
        HTML.userOpens("w", A)
            .frames("w", "f", SUB_A)
            .opens("f", "popup", "blob:https://sub.a.example/1")
            .ending();
    assertThat(ending.areConnected("f", "popup")).isTrue();
  }

  // data:

  @Example
  void scripts_cannot_navigate_a_window_to_a_data_url() {
    var story = HTML.userOpens("w", A).opens("w", "popup", B);
    var ending = story.navigates("w", "popup", "data:text/html,x").ending();
    assertThat(ending.isAllowed()).isFalse();
    assertThat(ending.world()).isEqualTo(story.ending().world());
  }

  @Example
  void a_frame_may_show_a_data_url_of_an_opaque_origin() {
    var ending = HTML.userOpens("w", A).frames("w", "f", "data:text/html,x").ending();
    assertThat(ending.error("f")).isEmpty();
    assertThat(ending.origin("f")).isEqualTo("opaque");
  }

  // javascript:

  @Example
  void a_javascript_url_makes_a_document_with_the_policies_of_the_one_before_it() {
    var story =
        HTML.serving(
                A + "policies",
                "Cross-Origin-Opener-Policy",
                "same-origin; report-to=\"e\"",
                "Cross-Origin-Embedder-Policy",
                "require-corp",
                "Cross-Origin-Opener-Policy-Report-Only",
                "same-origin")
            .userOpens("w", A + "policies");
    var before = story.ending().document("w");
    var ending = story.goes("w", JAVASCRIPT).ending();
    var after = ending.document("w");
    assertThat(ending.swap()).isEqualTo(Swap.NONE);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(after.browsingContext()).isEqualTo(before.browsingContext());
    assertThat(after.openerPolicy()).isEqualTo(before.openerPolicy());
    assertThat(after.policyContainer()).isEqualTo(before.policyContainer());
    assertThat(after.origin()).isEqualTo(before.origin());
  }

  @Example
  void a_javascript_url_runs_only_for_the_windows_own_origin() {
    var story = HTML.userOpens("w", A).opens("w", "popup", B);
    var ending = story.navigates("w", "popup", JAVASCRIPT).ending();
    assertThat(ending.isAllowed()).isFalse();
    assertThat(ending.world()).isEqualTo(story.ending().world());
    var sameOrigin = HTML.userOpens("w", A).opens("w", "popup", A + "2");
    assertThat(sameOrigin.navigates("w", "popup", JAVASCRIPT).ending().isAllowed()).isTrue();
  }

  @Example
  void a_javascript_url_never_switches() {
    // The initial document has same-origin and stays in the group of its opener.
    var ending =
        HTML.userOpens("w", A + "same-origin")
            .opens("w", "popup")
            .navigates("w", "popup", JAVASCRIPT)
            .ending();
    assertThat(ending.areConnected("w", "popup")).isTrue();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
  }

  // about:srcdoc

  @Example
  void a_srcdoc_frame_has_its_parents_origin_and_policies_but_no_opener_policy() {
    var ending =
        HTML.userOpens("w", A + "same-origin-plus-coep").frames("w", "f", "about:srcdoc").ending();
    assertThat(ending.error("f")).isEmpty();
    assertThat(ending.origin("f")).isEqualTo("https://a.example");
    assertThat(ending.openerPolicy("f")).isEqualTo(UNSAFE_NONE);
    assertThat(ending.embedderPolicy("f")).isEqualTo("require-corp");
    assertThat(ending.isIsolated("f")).isTrue();
  }

  // Error pages.

  private static Story toAnErrorPage(String variant, String opener, String popup) {
    return Story.under(variant)
        .answering(B + "down", new Answer.Nothing())
        .redirecting(A + "1", B + "down", "Cross-Origin-Opener-Policy", "same-origin")
        .userOpens("w", A + opener)
        .opens("w", "popup", popup);
  }

  @Example
  void an_error_page_has_a_fresh_opaque_origin_and_no_policies() {
    var ending = toAnErrorPage("html", "same-origin-plus-coep", B + "down").ending();
    var document = ending.document("popup");
    assertThat(document.error()).contains(LoadError.NETWORK);
    assertThat(ending.origin("popup")).isEqualTo("opaque");
    assertThat(document.openerPolicy()).isEqualTo(OpenerPolicy.DEFAULT);
    assertThat(document.policyContainer()).isEqualTo(PolicyContainer.DEFAULT);
    assertThat(document.activeSandboxingFlags()).isEmpty();
  }

  @Example
  void an_error_page_stays_where_the_window_was() {
    var ending = toAnErrorPage("html", "same-origin", B + "down").ending();
    assertThat(ending.swap()).isEqualTo(Swap.NONE);
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Example
  void an_error_page_stays_even_if_a_hop_before_it_had_asked_for_a_switch() {
    var ending = toAnErrorPage("html", "unsafe-none", A + "1").ending();
    assertThat(ending.error("popup")).contains(LoadError.NETWORK);
    assertThat(ending.swap()).isEqualTo(Swap.NONE);
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Example
  void an_error_page_that_is_compared_leaves_a_same_origin_page() {
    var variant = "html,error-page=compared";
    assertThat(toAnErrorPage(variant, "same-origin", B + "down").ending().sameGroup("w", "popup"))
        .isFalse();
    assertThat(toAnErrorPage(variant, "unsafe-none", B + "down").ending().sameGroup("w", "popup"))
        .isTrue();
    assertThat(toAnErrorPage(variant, "unsafe-none", A + "1").ending().sameGroup("w", "popup"))
        .isFalse();
  }

  @Example
  void an_error_page_is_left_like_a_page_without_an_opener_policy() {
    var story = toAnErrorPage("html", "unsafe-none", B + "down");
    assertThat(story.userNavigates("popup", B).ending().swap()).isEqualTo(Swap.NONE);
    assertThat(story.userNavigates("popup", B + "same-origin").ending().swap())
        .isEqualTo(Swap.FULL);
  }

  // Session history.

  /** A popup that leaves its opener's group and comes back. */
  private static Story comingBack(String variant) {
    return Story.under(variant)
        .userOpens("w", A)
        .opens("w", "popup", B)
        .goes("popup", B + "same-origin")
        .traverses("popup", -1);
  }

  @Example
  void going_back_loads_the_page_anew_and_does_not_restore_the_link() {
    var ending = comingBack("html").ending();
    assertThat(ending.url("popup")).isEqualTo(B);
    assertThat(ending.swap()).isEqualTo(Swap.FULL);
    assertThat(ending.sameGroup("w", "popup")).isFalse();
    assertThat(ending.isClosed("w", "popup")).isTrue();
  }

  @Example
  void a_document_that_history_kept_comes_back_with_its_group_and_opener() {
    var ending = comingBack("html,traversal=restore").ending();
    assertThat(ending.url("popup")).isEqualTo(B);
    assertThat(ending.swap()).isEqualTo(Swap.FULL);
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Example
  void a_document_that_history_kept_is_the_very_same_one() {
    var story = Story.under("html,traversal=restore").userOpens("w", A).goes("w", B);
    var before = Story.under("html,traversal=restore").userOpens("w", A).ending().document("w");
    assertThat(story.traverses("w", -1).ending().document("w").id()).isEqualTo(before.id());
    assertThat(story.traverses("w", -1).traverses("w", 1).ending().url("w")).isEqualTo(B);
  }

  private static Story answeringOtherwiseTheSecondTime() {
    return HTML.answering(
            B,
            Answer.Served.PLAIN,
            new Answer.Served(200, HeaderList.of("Cross-Origin-Opener-Policy", "same-origin")))
        .userOpens("w", A)
        .opens("w", "popup", B);
  }

  @Example
  void a_traversal_asks_the_server_again() {
    var ending = answeringOtherwiseTheSecondTime().goes("popup", A).traverses("popup", -1).ending();
    assertThat(ending.url("popup")).isEqualTo(B);
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
    assertThat(ending.sameGroup("w", "popup")).isFalse();
  }

  @Example
  void a_reload_asks_the_server_again() {
    var ending = answeringOtherwiseTheSecondTime().reloads("popup").ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
    assertThat(ending.sameGroup("w", "popup")).isFalse();
  }

  @Example
  void there_is_no_going_beyond_the_ends_of_the_history() {
    var story = HTML.userOpens("w", A).goes("w", B);
    assertThat(story.traverses("w", 1).ending().isAllowed()).isFalse();
    assertThat(story.traverses("w", -2).ending().isAllowed()).isFalse();
    assertThat(story.traverses("w", -1).ending().url("w")).isEqualTo(A);
    assertThat(story.traverses("w", -1).goes("w", A + "2").traverses("w", 1).ending().isAllowed())
        .isFalse();
  }

  // What changes the URL and nothing else (section 1.2).

  @Example
  void pushing_state_keeps_the_document_and_its_policies() {
    var story = HTML.userOpens("w", A + "same-origin");
    var before = story.ending().document("w");
    var after = story.pushes("w", A + "pushed").ending().document("w");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.openerPolicy()).isEqualTo(before.openerPolicy());
    assertThat(after.url()).hasToString(A + "pushed");
  }

  @Example
  void only_urls_of_the_documents_origin_can_be_pushed() {
    assertThat(HTML.userOpens("w", A).pushes("w", B).ending().isAllowed()).isFalse();
    assertThat(HTML.userOpens("w", A).pushes("w", SUB_A).ending().isAllowed()).isFalse();
  }

  @Example
  void a_fragment_navigation_asks_no_server_and_keeps_the_document() {
    var story = answeringOtherwiseTheSecondTime();
    var before = story.ending().document("popup");
    var ending = story.goes("popup", B + "#fragment").ending();
    assertThat(ending.document("popup").id()).isEqualTo(before.id());
    assertThat(ending.openerPolicy("popup")).isEqualTo(UNSAFE_NONE);
    assertThat(ending.areConnected("w", "popup")).isTrue();
    assertThat(story.goes("popup", B + "#f").traverses("popup", -1).ending().document("popup").id())
        .isEqualTo(before.id());
  }

  @Example
  void document_open_keeps_policies_and_ends_the_time_as_initial_about_blank() {
    var story = HTML.userOpens("w", A + "same-origin-allow-popups").opens("w", "popup");
    var ending = story.writesInto("w", "popup").ending();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN_ALLOW_POPUPS);
    assertThat(ending.document("popup").isInitialAboutBlank()).isFalse();
    assertThat(ending.document("popup").policyContainer().embedderPolicy())
        .isEqualTo(EmbedderPolicy.DEFAULT);
  }

  @Example
  void a_popup_that_was_written_into_no_longer_gets_the_popup_case() {
    var story = HTML.userOpens("w", A + "same-origin-allow-popups").opens("w", "popup");
    assertThat(story.goes("popup", B).ending().areConnected("w", "popup")).isTrue();
    assertThat(story.writesInto("w", "popup").goes("popup", B).ending().sameGroup("w", "popup"))
        .isFalse();
    assertThat(
            Story.under("html,initial-about-blank=until-navigation")
                .userOpens("w", A + "same-origin-allow-popups")
                .opens("w", "popup")
                .writesInto("w", "popup")
                .goes("popup", B)
                .ending()
                .areConnected("w", "popup"))
        .isTrue();
  }
}
