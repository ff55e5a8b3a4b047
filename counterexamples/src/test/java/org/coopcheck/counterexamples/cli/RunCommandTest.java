package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.report.text.Style;

class RunCommandTest {
  private static final String REDIRECT =
      """
      coopcheck: 1
      title: A login popup that redirects
      responses:
        https://shop.example/:
          headers: {Cross-Origin-Opener-Policy: same-origin-allow-popups}
        https://login.example/start:
          status: 302
          headers: {Location: /form, Cross-Origin-Opener-Policy: same-origin}
      steps:
        - {tab: shop, url: https://shop.example/}
        - {iframe: ad, in: shop, url: https://ad.example/}
        - {open: login, by: shop, url: https://login.example/start}
      """;
  private static final String EXPECTED =
      """
      expect:
        windows: {login: {opener: null}}
        handles: {shop->login: {closed: true}}
      """;
  private static final String NOT_EXPECTED =
      """
      expect:
        windows: {login: {opener: shop}}
      """;
  private static final String PICTURE =
      """
      A login popup that redirects
      variant html; HTML Standard, Review Draft of 17 July 2026 (whatwg/html review-drafts/2026-07)

      Step 1  the user opens shop at https://shop.example/
        COOP group 1 > browsing context group 1
        └─ shop  https://shop.example  same-origin-allow-popups  not isolated
        changed:
          shop: new

      Step 2  shop gets the iframe ad at https://ad.example/
        COOP group 1 > browsing context group 1
        └─ shop   https://shop.example  same-origin-allow-popups  not isolated
           └─ ad  https://ad.example  not isolated
        changed:
          ad: new

      Step 3  shop opens login with window.open("https://login.example/start")
        shop ✂ login  cut apart at hop 1 by
          same-origin-allow-popups of https://shop.example
          same-origin              at https://login.example/start
        COOP group 1 > browsing context group 1
        └─ shop   https://shop.example  same-origin-allow-popups  not isolated
           └─ ad  https://ad.example  not isolated
        COOP group 2 > browsing context group 2
        └─ login  https://login.example  unsafe-none  not isolated
        who reaches whom:
          shop ✂ login  severed: closed reads true, nothing else works
        decided by:
          hop 1: same-origin-allow-popups of https://shop.example against same-origin at https://login.example/start → switch
              (html: check-browsing-context-group-switch-coop-value-popup)
          hop 2: same-origin of https://login.example against unsafe-none at https://login.example/form → switch
              (html: check-browsing-context-group-switch-coop-value-popup)
        changed:
          login: new

      """;

  private static CommandRun run(String scenario, String... options) {
    var args = Vector.of("run", "-").appendAll(Vector.of(options));
    return CommandRun.withInput(scenario, args.toJavaArray(String[]::new));
  }

  @Example
  void the_picture_says_which_hop_and_which_two_values_cut_the_popup() {
    var run = run(REDIRECT);
    assertThat(run.out()).isEqualTo(PICTURE);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
  }

  @Example
  void a_terminal_without_unicode_gets_the_same_picture_in_ascii() {
    var in = new ByteArrayInputStream(REDIRECT.getBytes(StandardCharsets.UTF_8));
    var run = CommandRun.with(in, new Style(false, false), "run", "-", "--step", "3");
    assertThat(run.out().chars()).allMatch(c -> c < 0x80);
    assertThat(run.out())
        .contains(
            """
              shop -X- login  cut apart at hop 1 by
                same-origin-allow-popups of https://shop.example
                same-origin              at https://login.example/start
              COOP group 1 > browsing context group 1
              `- shop   https://shop.example  same-origin-allow-popups  not isolated
                 `- ad  https://ad.example  not isolated
            """)
        .contains(" at https://login.example/start -> switch\n");
  }

  // Expectations and exit codes.

  @Example
  void a_scenario_that_ends_as_expected_says_so_and_exits_with_0() {
    var run = run(REDIRECT + EXPECTED);
    assertThat(run.out()).isEqualTo(PICTURE + "as expected\n");
    assertThat(run.exitCode()).isEqualTo(0);
  }

  @Example
  void a_mismatch_is_shown_with_its_path_and_both_values_and_exits_with_1() {
    var run = run(REDIRECT + NOT_EXPECTED);
    assertThat(run.out())
        .isEqualTo(
            PICTURE
                + """
                not as expected: windows.login.opener
                  expected "shop"
                  found    null
                """);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Example
  void quiet_prints_nothing_but_what_is_wrong() {
    assertThat(run(REDIRECT + EXPECTED, "--quiet").out()).isEmpty();
    assertThat(run(REDIRECT + NOT_EXPECTED, "--quiet").out())
        .startsWith("not as expected: windows.login.opener\n")
        .hasLineCount(3);
  }

  @Example
  void one_step_can_be_looked_at_alone() {
    var out = run(REDIRECT, "--step", "2").out();
    assertThat(out).contains("\nStep 2  ").doesNotContain("Step 1", "Step 3");
    var none = run(REDIRECT, "--step", "4", "--step", "0");
    assertThat(none.err())
        .isEqualTo(
            """
            standard input: there is no step 4, it has 3
            standard input: there is no step 0, it has 3
            """);
    assertThat(none.exitCode()).isEqualTo(2);
  }

  @Example
  void verbose_tells_every_decision_and_every_handle() {
    var out = run(REDIRECT, "--verbose").out();
    assertThat(out)
        .contains("    ad → shop", "(html: obtain-similar-origin-window-agent)")
        .contains("not isolated: opener-policy, embedder-policy");
    assertThat(run(REDIRECT).out()).doesNotContain("ad → shop", "obtain-similar-origin");
  }

  // Reports.

  private static final String REPORTED =
      """
      coopcheck: 1
      responses:
        https://shop.example/:
          headers:
            Cross-Origin-Opener-Policy-Report-Only: same-origin; report-to="e"
            Reporting-Endpoints: e="https://reports.example/coop"
        https://login.example/:
          headers: {Cross-Origin-Opener-Policy: same-origin; report-to="no"}
      steps:
        - {tab: shop, url: https://shop.example/}
        - {open: popup, by: shop, url: https://shop.example/popup}
        - {access: popup, by: shop, property: closed}
        - {open: login, by: shop, url: https://login.example/}
      """;

  @Example
  void under_a_step_stands_who_is_told_of_it_and_what() {
    assertThat(run(REPORTED, "--step", "2").out())
        .contains(
            """
              who is told:
                navigation-from-response (reporting) to endpoint e of https://shop.example/, at https://reports.example/coop
                  effectivePolicy same-origin, nextResponseURL https://shop.example/popup
            """);
    assertThat(run(REPORTED, "--step", "3").out())
        .contains(
            """
              who is told:
                access-from-coop-page-to-openee (reporting) to endpoint e of https://shop.example/, at https://reports.example/coop
                  effectivePolicy same-origin, initialPopupURL https://shop.example/popup, openeeURL https://shop.example/popup, property closed
            """);
    assertThat(run(REPORTED, "--step", "1").out()).doesNotContain("who is told");
  }

  @Example
  void a_report_that_nobody_gets_comes_with_the_header_that_is_missing() {
    assertThat(run(REPORTED, "--step", "4").out())
        .contains(
            """
                navigation-to-response (enforce) to endpoint no of https://login.example/
                  lost: nothing declares the endpoint no; the response of https://login.example/ needs Reporting-Endpoints: no="https://..."
                  effectivePolicy same-origin, previousResponseURL "", referrer https://shop.example/
            """);
  }

  @Example
  void verbose_shows_the_body_as_it_goes_over_the_wire() {
    assertThat(run(REPORTED, "--step", "4", "--verbose").out())
        .contains(
            "body {\"disposition\":\"enforce\",\"effectivePolicy\":\"same-origin\","
                + "\"previousResponseURL\":\"\",\"referrer\":\"https://shop.example/\","
                + "\"type\":\"navigation-to-response\"}");
  }

  // Variants, capabilities, invariants.

  private static final String ISOLATED =
      """
      coopcheck: 1
      variant: html,name=sticky
      capabilities: {isolation: logical}
      responses:
        https://shop.example/:
          headers:
            Cross-Origin-Opener-Policy: same-origin
            Cross-Origin-Embedder-Policy: require-corp
      steps:
        - {tab: shop, url: https://shop.example/}
        - {iframe: ad, in: shop, url: about:blank}
        - {set-name: shop, name: x}
      """;

  @Example
  void the_variant_of_the_command_line_wins_over_that_of_the_file() {
    assertThat(run(ISOLATED).out()).startsWith("variant html,name=sticky; ");
    assertThat(run(ISOLATED, "--variant", "html").out()).startsWith("variant html; ");
  }

  @Example
  void the_capabilities_of_the_command_line_win_one_by_one() {
    assertThat(run(ISOLATED).out())
        .contains(
            "└─ shop  https://shop.example  same-origin-plus-coep  not isolated: isolation-mode");
    assertThat(run(ISOLATED, "--capabilities", "oopif=false").out()).contains("isolation-mode");
    assertThat(run(ISOLATED, "--capabilities", "isolation=concrete").out())
        .contains("└─ shop  https://shop.example  same-origin-plus-coep  isolated\n");
  }

  private static final String NAIVE =
      """
      coopcheck: 1
      variant: html+naive
      responses:
        https://shop.example/:
          headers: {Cross-Origin-Opener-Policy: same-origin}
      steps:
        - {tab: shop, url: https://shop.example/}
        - {iframe: ad, in: shop, url: https://ad.example/}
        - {open: popup, by: ad}
      """;

  @Example
  void a_violation_is_shown_with_its_step_but_counts_only_if_it_was_asked_for() {
    var run = run(NAIVE);
    assertThat(run.out())
        .contains("violated after step 3: same-origin-excludes-unsafe-none (B2)\n");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run(NAIVE, "--invariant", "B2").exitCode()).isEqualTo(1);
    assertThat(run(NAIVE, "--invariant", "B2", "--json").exitCode()).isEqualTo(1);
    var other = run(NAIVE, "--invariant", "B4");
    assertThat(other.exitCode()).isEqualTo(0);
    assertThat(other.out()).doesNotContain("violated");
  }

  // Files.

  @Example
  void json_is_a_list_with_a_result_for_each_file() {
    String file = CommandRun.file(".yaml", REDIRECT + EXPECTED);
    var json = CommandRun.of("run", "--json", file, file).json();
    assertThat(json).hasSize(2);
    assertThat(json.at("/0/expectations/met").asBoolean()).isTrue();
    assertThat(json.at("/1/final/handles/shop->login/closed").asBoolean()).isTrue();
    assertThat(run(REDIRECT + NOT_EXPECTED, "--json").exitCode()).isEqualTo(1);
  }

  @Example
  void of_many_rows_each_gets_a_line_and_only_the_wrong_ones_a_picture() {
    String right = "{\"coopcheck\":1,\"title\":\"right\",\"steps\":[]}\n";
    String wrong =
        "{\"coopcheck\":1,\"title\":\"wrong\",\"steps\":[{\"tab\":\"a\",\"url\":\"about:blank\"}],"
            + "\"expect\":{\"windows\":{\"a\":{\"open\":false}}}}\n";
    String file = CommandRun.file(".jsonl", right + right + wrong);
    var run = CommandRun.of("run", file);
    assertThat(run.out())
        .startsWith(
            """
            ok     FILE:1  right
            ok     FILE:2  right
            NOT OK FILE:3  wrong
            variant html;"""
                .replace("FILE", file))
        .contains("\nStep 1  ", "\n  not as expected: windows.a.open\n")
        .endsWith("\n2 of 3 scenarios are as they should be\n");
    assertThat(run.out().lines().filter(line -> line.startsWith("Step"))).hasSize(1);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(CommandRun.of("run", "--quiet", file).out()).startsWith("NOT OK " + file + ":3");
    assertThat(CommandRun.of("run", "--verbose", file).out().split("variant html;", -1)).hasSize(4);
  }

  @Example
  void everything_that_is_wrong_with_all_files_is_said_at_once() {
    String bad = CommandRun.file(".yaml", "coopcheck: 1\nsteps:\n  - {opne: x}\n");
    String directory = System.getProperty("java.io.tmpdir");
    var run = CommandRun.of("run", bad, directory, bad + ".gone");
    assertThat(run.err().lines())
        .anyMatch(line -> line.startsWith(bad + ":3: \"opne\" is not"))
        .contains(directory + ": cannot be read: it is a directory")
        .contains(bad + ".gone: there is no such file");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Example
  void a_file_that_is_no_utf_8_is_refused() {
    var run = CommandRun.withInput(new byte[] {'a', (byte) 0xff}, "run", "-");
    assertThat(run.err()).isEqualTo("standard input: is not UTF-8\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Example
  void nothing_that_a_file_says_reaches_a_terminal_as_it_is() {
    var run =
        run(
            """
            coopcheck: 1
            title: "\\e[31mred\\e[0m \\u202Etfel"
            responses:
              https://a.example/:
                headers: {Cross-Origin-Opener-Policy: "\\e]0;x\\a"}
            steps:
              - {tab: "t\\e[2J", url: https://a.example/}
              - {set-name: "t\\e[2J", name: "a\\r\\nb\\x9b"}
            """,
            "--verbose");
    assertThat(run.exitCode()).isIn(0, 2);
    assertThat((run.out() + run.err()).chars())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c))
        .noneMatch(c -> c == 0x202e);
  }

  @Example
  void processes_are_allocated_or_the_demands_that_clash_are_named() {
    String isolated =
        """
        coopcheck: 1
        responses:
          https://shop.example/:
            headers:
              Cross-Origin-Opener-Policy: same-origin
              Cross-Origin-Embedder-Policy: require-corp
        steps:
          - {tab: shop, url: https://shop.example/}
          - {iframe: ad, in: shop, url: https://shop.example/ad}
        """;
    assertThat(run(isolated, "--processes").out())
        .contains(
            "processes, where the browser has no processes for iframes and does not isolate pages:"
                + " there is no safe allocation")
        .contains("  shop and ad must not share a process: shop is cross-origin isolated, and as")
        .contains("processes, where the browser isolates pages and iframes: ad; shop");
    var json = run(isolated, "--processes", "--json");
    assertThat(json.exitCode()).isEqualTo(2);
    assertThat(json.err()).contains("--processes: there is no JSON for it");
  }
}
