package org.coopcheck.model.navigation;

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
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.world.LoadError;

/** Section 4.1 of the digest of HTML: opener policies and sandboxing exclude each other. */
class SandboxedNavigationTest {
  private static final String POPUPS = "allow-scripts allow-popups";
  private static final String CSP = "Content-Security-Policy";
  private static final String SANDBOX = "sandbox allow-scripts allow-popups";

  /** A page with a sandboxed frame, which opens a popup. */
  private static Story withPopup(String variant, String sandbox, String url) {
    return Story.under(variant)
        .userOpens("w", A)
        .framesSandboxed("w", "f", B, sandbox)
        .opens("f", "popup", url);
  }

  @Data
  Iterable<Tuple1<String>> policies() {
    return Table.of(
        Tuple.of("same-origin"),
        Tuple.of("same-origin-allow-popups"),
        Tuple.of("same-origin-plus-coep"),
        Tuple.of("noopener-allow-popups"));
  }

  @Property
  @FromData("policies")
  void a_sandboxed_popup_shows_an_error_page_instead_of_a_page_with_an_opener_policy(
      @ForAll String policy) {
    var ending = withPopup("html", POPUPS, B + policy).ending();
    assertThat(ending.error("popup")).contains(LoadError.COOP_SANDBOX);
    assertThat(ending.origin("popup")).isEqualTo("opaque");
    assertThat(ending.openerPolicy("popup")).isEqualTo(UNSAFE_NONE);
    assertThat(ending.embedderPolicy("popup")).isEqualTo("unsafe-none");
  }

  @Example
  void allow_same_origin_does_not_help() {
    var ending = withPopup("html", POPUPS + " allow-same-origin", B + "same-origin").ending();
    assertThat(ending.error("popup")).contains(LoadError.COOP_SANDBOX);
  }

  @Example
  void by_default_the_error_page_is_in_a_group_of_its_own() {
    var ending = withPopup("html", POPUPS, B + "same-origin").ending();
    assertThat(ending.swap()).isEqualTo(Swap.FULL);
    assertThat(ending.sameGroup("w", "popup")).isFalse();
    assertThat(ending.isClosed("f", "popup")).isTrue();
    assertThat(ending.opener("popup")).isEqualTo("null");
  }

  @Example
  void by_the_letter_the_error_page_stays() {
    var ending = withPopup("html,sandbox-error=stays", POPUPS, B + "same-origin").ending();
    assertThat(ending.error("popup")).contains(LoadError.COOP_SANDBOX);
    assertThat(ending.swap()).isEqualTo(Swap.NONE);
    assertThat(ending.sameGroup("w", "popup")).isTrue();
    assertThat(ending.isClosed("f", "popup")).isFalse();
  }

  @Example
  void a_popup_that_escapes_the_sandbox_loads_the_page() {
    var ending =
        withPopup("html", POPUPS + " allow-popups-to-escape-sandbox", B + "same-origin").ending();
    assertThat(ending.error("popup")).isEmpty();
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
    assertThat(ending.origin("popup")).isEqualTo("https://b.example");
  }

  @Example
  void a_sandboxed_popup_loads_a_plain_page_with_an_opaque_origin_and_stays_connected() {
    var ending = withPopup("html", POPUPS, B).ending();
    assertThat(ending.error("popup")).isEmpty();
    assertThat(ending.origin("popup")).isEqualTo("opaque");
    assertThat(ending.areConnected("f", "popup")).isTrue();
    assertThat(ending.document("popup").has(SandboxingFlag.SANDBOXED_ORIGIN)).isTrue();
  }

  @Example
  void a_hop_with_an_opener_policy_is_enough_for_the_error() {
    var ending =
        HTML.redirecting(B + "1", B, "Cross-Origin-Opener-Policy", "same-origin")
            .userOpens("w", A)
            .framesSandboxed("w", "f", B, POPUPS)
            .opens("f", "popup", B + "1")
            .ending();
    assertThat(ending.error("popup")).contains(LoadError.COOP_SANDBOX);
  }

  @Example
  void a_popup_stays_sandboxed_in_all_its_navigations() {
    var ending = withPopup("html", POPUPS, B).goes("popup", B + "same-origin").ending();
    assertThat(ending.error("popup")).contains(LoadError.COOP_SANDBOX);
  }

  @Example
  void an_insecure_response_has_no_opener_policy_and_so_no_error() {
    var ending =
        HTML.serving("http://b.example/", "Cross-Origin-Opener-Policy", "same-origin")
            .userOpens("w", A)
            .framesSandboxed("w", "f", B, POPUPS)
            .opens("f", "popup", "http://b.example/")
            .ending();
    assertThat(ending.error("popup")).isEmpty();
  }

  // A response's own CSP sandbox.

  private static Story openingSandboxed(String variant, String opener) {
    return Story.under(variant)
        .serving(A + "sandboxed", "Cross-Origin-Opener-Policy", "same-origin", CSP, SANDBOX)
        .userOpens("w", A + opener)
        .opens("w", "popup", A + "sandboxed");
  }

  @Example
  void by_default_a_response_with_an_opener_policy_and_its_own_csp_sandbox_loads_and_is_cut() {
    var ending = openingSandboxed("html", "same-origin").ending();
    assertThat(ending.error("popup")).isEmpty();
    assertThat(ending.origin("popup")).isEqualTo("opaque");
    assertThat(ending.openerPolicy("popup")).isEqualTo(SAME_ORIGIN);
    assertThat(ending.sameGroup("w", "popup")).isFalse();
    assertThat(ending.isClosed("w", "popup")).isTrue();
    assertThat(ending.document("popup").has(SandboxingFlag.SANDBOXED_ORIGIN)).isTrue();
  }

  @Example
  void by_default_the_flags_of_a_csp_sandbox_go_with_the_document() {
    var story = openingSandboxed("html", "same-origin").goes("popup", A + "same-origin");
    assertThat(story.ending().error("popup")).isEmpty();
    assertThat(story.ending().origin("popup")).isEqualTo("https://a.example");
  }

  @Example
  void by_the_letter_such_a_response_is_an_error() {
    var ending = openingSandboxed("html,csp-sandbox=every-stage", "same-origin").ending();
    assertThat(ending.error("popup")).contains(LoadError.COOP_SANDBOX);
  }

  @Example
  void a_csp_sandbox_without_an_opener_policy_is_no_error_either_way() {
    for (String variant : new String[] {"html", "html,csp-sandbox=every-stage"}) {
      var ending =
          Story.under(variant)
              .serving(B + "sandboxed", CSP, SANDBOX)
              .userOpens("w", A)
              .opens("w", "popup", B + "sandboxed")
              .ending();
      assertThat(ending.error("popup")).isEmpty();
      assertThat(ending.origin("popup")).isEqualTo("opaque");
      assertThat(ending.areConnected("w", "popup")).isTrue();
    }
  }

  private static Story redirectingSandboxed(String variant) {
    return Story.under(variant)
        .redirecting(
            A + "1", A + "same-origin", "Cross-Origin-Opener-Policy", "same-origin", CSP, SANDBOX)
        .userOpens("w", A + "same-origin")
        .opens("w", "popup", A + "1");
  }

  @Example
  void by_default_the_csp_sandbox_of_a_redirect_does_not_count() {
    var ending = redirectingSandboxed("html").ending();
    assertThat(ending.error("popup")).isEmpty();
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Example
  void by_the_letter_the_csp_sandbox_of_a_redirect_counts() {
    var ending = redirectingSandboxed("html,csp-sandbox=every-stage").ending();
    assertThat(ending.error("popup")).contains(LoadError.COOP_SANDBOX);
  }
}
