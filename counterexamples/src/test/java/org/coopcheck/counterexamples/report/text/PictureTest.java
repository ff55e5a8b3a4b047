package org.coopcheck.counterexamples.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.report.text.Picture.Detail;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variants;

class PictureTest {
  private static final String RESPONSES =
      """
      coopcheck: 1
      responses:
        https://coop.example/:
          headers: {Cross-Origin-Opener-Policy: same-origin}
        https://isolated.example/:
          headers:
            Cross-Origin-Opener-Policy: same-origin
            Cross-Origin-Embedder-Policy: require-corp
        https://tried.example/:
          headers: {Cross-Origin-Opener-Policy-Report-Only: same-origin}
        https://misspelt.example/:
          headers: {Cross-Origin-Opener-Policy: same-orign}
        https://restricted.example/:
          headers: {Cross-Origin-Opener-Policy: restrict-properties}
        https://restricted.example/to-coop:
          status: 302
          headers:
            Cross-Origin-Opener-Policy: restrict-properties
            Location: https://coop.example/
      steps:
      """;

  /** The picture of the last step, one line each, without indentation. */
  private static Vector<String> lastStep(String variant, String... steps) {
    String text = RESPONSES + Vector.of(steps).map(step -> "  - {" + step + "}\n").mkString();
    var scenario = ScenarioFiles.read("test.yaml", text).get().head().scenario();
    var run = ScenarioRun.of(scenario, Variants.parse(variant).get(), Capabilities.ALL);
    return Style.PLAIN.render(Picture.of(run).last().lines(Detail.BRIEF)).map(String::strip);
  }

  private static Vector<String> lastStep(String variant, Vector<String> steps) {
    return lastStep(variant, steps.toJavaArray(String[]::new));
  }

  @Example
  void a_popup_that_a_frame_may_not_keep_is_explained_by_the_policy_of_its_page() {
    assertThat(
            lastStep(
                "html",
                "tab: shop, url: https://coop.example/",
                "iframe: pay, in: shop, url: https://pay.example/",
                "open: login, by: pay, url: https://login.example/"))
        .containsExactly(
            "Step 3  pay opens login with window.open(\"https://login.example/\")",
            "window.open() returned null: it has no opener",
            "COOP group 1 > browsing context group 1",
            "└─ shop    https://coop.example  same-origin  not isolated: embedder-policy",
            "└─ pay  https://pay.example  not isolated: embedder-policy, permissions-policy",
            "COOP group 2 > browsing context group 2",
            "└─ login   https://login.example  unsafe-none  not isolated",
            "decided by:",
            "popup of https://pay.example, cross-origin to its page, which has same-origin"
                + " → new window without an opener",
            "(html: the-rules-for-choosing-a-navigable)",
            "changed:",
            "login: new");
  }

  @Example
  void a_header_that_is_ignored_is_shown_as_it_was_sent() {
    assertThat(lastStep("html", "tab: shop, url: https://misspelt.example/"))
        .contains(
            "Cross-Origin-Opener-Policy: same-orign, Cross-Origin-Embedder-Policy: (none)"
                + " → unsafe-none")
        .contains("(html: obtain-coop)");
  }

  private static final Vector<String> POPUP =
      Vector.of(
          "tab: shop, url: https://shop.example/",
          "open: login, by: shop, url: https://shop.example/login, target: x");

  @Example
  void windows_that_stay_together_reach_each_others_dom() {
    assertThat(lastStep("html", POPUP))
        .contains(
            "├─ shop   https://shop.example  unsafe-none  not isolated",
            "└─ login  https://shop.example  unsafe-none  opener shop  name \"x\"  not isolated",
            "shop → login  dom, and everything else",
            "login → shop  dom, and everything else")
        .noneMatch(line -> line.contains("✂"));
  }

  @Example
  void a_window_on_another_origin_is_reached_by_the_properties_that_cross_origins() {
    assertThat(lastStep("html", POPUP.append("navigate: login, url: https://login.example/")))
        .contains(
            "shop → login  cross-origin properties: postMessage, location, closed, ...; no dom")
        .contains("login: url https://shop.example/login → https://login.example/");
  }

  @Example
  void a_window_that_leaves_later_is_cut_from_the_one_that_it_opened() {
    assertThat(lastStep("html", POPUP.append("navigate: shop, url: https://coop.example/")))
        .contains(
            "login ✂ shop  cut apart at hop 1 by",
            "unsafe-none of https://shop.example",
            "same-origin at https://coop.example/",
            "login ✂ shop  severed: closed reads true, nothing else works")
        .contains(
            "shop: url https://shop.example/ → https://coop.example/; browsing context group 1 → 2;"
                + " opener policy unsafe-none → same-origin")
        .contains("login: opener shop → none");
  }

  @Example
  void a_switch_within_the_coop_group_cuts_nothing() {
    assertThat(
            lastStep(
                "restrict-properties",
                POPUP.append("navigate: login, url: https://restricted.example/")))
        .anyMatch(line -> line.endsWith("→ switch within the COOP group"))
        .noneMatch(line -> line.contains("✂"));
  }

  @Example
  void of_several_hops_the_first_that_cuts_is_blamed() {
    assertThat(
            lastStep(
                "restrict-properties",
                POPUP.append("navigate: login, url: https://restricted.example/to-coop")))
        .contains("shop ✂ login  cut apart at hop 2 by");
  }

  @Example
  void an_error_page_that_parts_windows_is_blamed_and_not_the_values_before_it() {
    var steps =
        Vector.of(
            "tab: shop, url: https://shop.example/",
            "iframe: box, in: shop, url: https://box.example/, sandbox: allow-scripts allow-popups",
            "open: login, by: box, url: https://coop.example/");
    assertThat(lastStep("html", steps))
        .contains("error page: a sandboxed window may not have an opener policy")
        .contains("box ✂ login  cut apart by an error page in a group of its own")
        .noneMatch(line -> line.contains("cut apart at hop"));
    assertThat(lastStep("html,sandbox-error=stays", steps)).noneMatch(line -> line.contains("✂"));
  }

  @Example
  void a_switch_that_no_policy_asks_for_is_the_browsers_own_choice() {
    assertThat(
            lastStep(
                "html,optional-switch=by-user",
                POPUP.append("navigate: login, by: user, url: https://login.example/")))
        .contains("shop ✂ login  cut apart by the browser's own choice")
        .anyMatch(line -> line.endsWith("→ new browsing context group"));
  }

  @Example
  void what_would_switch_is_told_and_cuts_nothing() {
    assertThat(lastStep("html", POPUP.append("navigate: login, url: https://tried.example/")))
        .anyMatch(line -> line.startsWith("hop 1, if report-only values counted:"))
        .anyMatch(line -> line.endsWith("; virtual browsing context group 1 → 2"))
        .noneMatch(line -> line.contains("✂"));
  }

  @Example
  void a_window_with_two_labels_is_drawn_once() {
    var again = POPUP.append("open: again, by: shop, target: x");
    assertThat(lastStep("html", again))
        .contains("chose login, which was there", "all windows and handles are as before");
    assertThat(lastStep("html", again.append("navigate: again, url: https://login.example/")))
        .contains("that is: login navigates itself to https://login.example/")
        .noneMatch(line -> line.contains("─ again"));
  }

  @Example
  void isolation_is_told_with_what_is_missing() {
    assertThat(lastStep("html", "tab: shop, url: https://isolated.example/"))
        .contains("└─ shop  https://isolated.example  same-origin-plus-coep  isolated");
    assertThat(
            lastStep(
                "html",
                "tab: shop, url: https://isolated.example/",
                "iframe: ad, in: shop, url: https://ad.example/"))
        .contains("error page: the embedder policy of the page around it refuses it")
        .anyMatch(
            line ->
                line.matches(
                    "└─ ad  opaque-\\d+  \\(error page\\)  not isolated: permissions-policy"));
  }

  @Example
  void what_cannot_be_done_says_why() {
    assertThat(lastStep("html", POPUP.append("close: login, by: user").append("reload: login")))
        .contains("not done: there is no window login", "all windows and handles are as before");
  }
}
