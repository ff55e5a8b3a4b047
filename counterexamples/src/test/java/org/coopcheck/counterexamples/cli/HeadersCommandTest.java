package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Data;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.Tuple.Tuple3;
import net.jqwik.api.Tuple.Tuple4;

class HeadersCommandTest {
  private static final int KIB_64 = 65_536;

  private static CommandRun headers(String text, String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "headers";
    System.arraycopy(options, 0, args, 1, options.length);
    return CommandRun.withInput(text.getBytes(StandardCharsets.ISO_8859_1), args);
  }

  private static CommandRun ok(String... fields) {
    return headers("HTTP/1.1 200 OK\r\n" + String.join("\r\n", fields) + "\r\n\r\n");
  }

  @Example
  void a_redirect_with_a_doubled_header_and_an_isolated_page_are_explained() {
    var run =
        headers(
            """
            HTTP/2 302\r
            location: /form\r
            cross-origin-opener-policy: same-origin\r
            cross-origin-opener-policy: same-origin\r
            \r
            HTTP/2 200\r
            cross-origin-opener-policy: same-origin; report-to="r"\r
            cross-origin-embedder-policy: require-corp\r
            cross-origin-opener-policies: unsafe-none\r
            reporting-endpoints: r="/reports"\r
            \r
            """,
            "--url",
            "https://login.example/start");
    assertThat(run.out())
        .isEqualTo(
            """
            Response 1: 302 https://login.example/start → https://login.example/form
              opener policy                  unsafe-none
                  Cross-Origin-Opener-Policy: same-origin, same-origin
                  ignored: it is sent twice, browsers join the lines with a comma, and a list is no policy; send it once
              embedder policy                unsafe-none

            Response 2: 200 https://login.example/form
              opener policy                  same-origin-plus-coep
                  Cross-Origin-Opener-Policy: same-origin; report-to="r"
                  because: same-origin, and the embedder policy is require-corp
                  because: reports for "r" go to https://login.example/reports
              embedder policy                require-corp
                  Cross-Origin-Embedder-Policy: require-corp
                  because: it is compatible with cross-origin isolation
              reporting endpoints            "r" https://login.example/reports
                  Reporting-Endpoints: r="/reports"
              ignored: no browser knows cross-origin-opener-policies; did you mean Cross-Origin-Opener-Policy?

            The page https://login.example/form
              cross-origin isolated          yes
              opened by another origin       is cut off from its opener, which has no policy
                  at hop 2: unsafe-none against same-origin-plus-coep
              opens another origin           is cut off from its popup, which has no policy
                  at hop 1: same-origin-plus-coep against unsafe-none
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
  }

  @Data
  Iterable<Tuple4<String, String, String, String>> values() {
    String coop = "Cross-Origin-Opener-Policy";
    String tried = "Cross-Origin-Opener-Policy-Report-Only";
    String coep = "Cross-Origin-Embedder-Policy";
    return Table.of( // header, value, what it becomes, what is said
        Tuple.of(coop, "same-origin", "same-origin", "the embedder policy is unsafe-none"),
        Tuple.of(coop, "noopener-allow-popups", "noopener-allow-popups", ""),
        Tuple.of(coop, "\"same-origin\"", "unsafe-none", "write same-origin without them"),
        Tuple.of(coop, "'same-origin'", "unsafe-none", "write: same-origin\n"),
        Tuple.of(coop, "Same-Origin", "unsafe-none", "has capital letters"),
        Tuple.of(coop, "same-origin, same-origin", "unsafe-none", "it is a list"),
        Tuple.of(coop, "same-origin ;report-to=\"x\"", "unsafe-none", "space before the semicolon"),
        Tuple.of(coop, "same-origin;", "unsafe-none", "it ends with a semicolon"),
        Tuple.of(coop, "same-origin; Report-To=\"x\"", "unsafe-none", "named in lower case"),
        Tuple.of(coop, "same-origin; report-to = \"x\"", "unsafe-none", "around the equals sign"),
        Tuple.of(coop, "same-origin; report-to=\"x", "unsafe-none", "mark is not closed"),
        Tuple.of(coop, "same-origin popups", "unsafe-none", "there is more after the value"),
        Tuple.of(coop, "same-origin; report-to=x", "same-origin", "needs quotation marks"),
        Tuple.of(coop, "same-origin; report-to=\"x\"", "same-origin", "no Reporting-Endpoints"),
        Tuple.of(coop, "same-orign", "unsafe-none", "did you mean same-origin?"),
        Tuple.of(coop, "same-origin-plus-coep", "unsafe-none", "no header can say"),
        Tuple.of(coop, "require-corp", "unsafe-none", "a value of Cross-Origin-Embedder-Policy"),
        Tuple.of(coop, "cross-origin", "unsafe-none", "a value of Cross-Origin-Resource-Policy"),
        Tuple.of(coop, "?1", "unsafe-none", "it is not one of unsafe-none,"),
        Tuple.of(coop, "", "unsafe-none", "it is empty"),
        Tuple.of(coop, "\u00e9", "unsafe-none", "character 1 is not printable ASCII"),
        Tuple.of(coop, "=", "unsafe-none", "it is no structured field"),
        Tuple.of(tried, "same-origin", "same-origin", "nobody is told"),
        Tuple.of(tried, "same-origin; report-to=\"x\"", "same-origin", "cuts nothing"),
        Tuple.of(coep, "credentialless", "credentialless", "compatible with cross-origin"),
        Tuple.of(coep, "same-origin", "unsafe-none", "a value of Cross-Origin-Opener-Policy"),
        Tuple.of(coep, "require-cors", "unsafe-none", "did you mean require-corp?"),
        Tuple.of("Cross-Origin-Resource-Policy", "same-origin, x", "none", "exactly same-origin,"),
        Tuple.of("Cross-Origin-Resource-Policy", "same-site", "same-site", ""),
        Tuple.of("Origin-Agent-Cluster", "?1", "asked for", ""),
        Tuple.of("Origin-Agent-Cluster", "?0", "not asked for", ""),
        Tuple.of("Origin-Agent-Cluster", "1", "not asked for", "its values are ?1 and ?0"),
        Tuple.of("Permissions-Policy", "cross-origin-isolated=()", "nobody", ""),
        Tuple.of("Permissions-Policy", "cross-origin-isolated=*", "every origin", ""),
        Tuple.of("Permissions-Policy", "geolocation=()", "not mentioned", ""),
        Tuple.of("Permissions-Policy", "geolocation 'self'", "not mentioned", "no structured dict"),
        Tuple.of("Referrer-Policy", "origin", "origin", ""),
        Tuple.of("Referrer-Policy", "nowhere", "strict-origin-when-cross", "no known value"),
        Tuple.of("Reporting-Endpoints", "r=\"http://a.example/\"", "none", "no endpoint with an"),
        Tuple.of("Content-Security-Policy", "sandbox", "sandboxed-navigation", "origin is opaque"));
  }

  @Property
  @FromData("values")
  void a_value_becomes_what_browsers_make_of_it_and_is_explained(
      @ForAll String header, @ForAll String value, @ForAll String becomes, @ForAll String said) {
    String out = ok(header + ": " + value).out();
    String shown = value.replace("\u00e9", "\\xe9");
    if (!value.equals("\u00e9")) assertThat(out).contains((header + ": " + shown).strip() + "\n");
    int line = out.indexOf(header + ":");
    int lineBefore = out.lastIndexOf("\n  ", out.lastIndexOf('\n', line) - 1);
    assertThat(out.substring(lineBefore + 3, line)).contains("  " + becomes);
    assertThat(out.substring(line)).contains(said);
  }

  @Data
  Iterable<Tuple3<String, Boolean, String>> names() {
    return Table.of( // name, whether it is taken for a mistake, what is said
        Tuple.of("Cross-Origin-Opener-Policies", true, "mean Cross-Origin-Opener-Policy?"),
        Tuple.of("Cross-Origin-Open-Policy", true, "mean Cross-Origin-Opener-Policy?"),
        Tuple.of("Cross_Origin_Embedder_Policy", true, "mean Cross-Origin-Embedder-Policy?"),
        Tuple.of("X-Cross-Origin-Opener-Policy", true, "mean Cross-Origin-Opener-Policy?"),
        Tuple.of("Permission-Policy", true, "mean Permissions-Policy?"),
        Tuple.of("Feature-Policy", true, "the old name of Permissions-Policy"),
        Tuple.of("CROSS-ORIGIN-OPENER-POLICY", false, ""),
        Tuple.of("Content-Security-Policy-Report-Only", false, ""),
        Tuple.of("Content-Type", false, ""),
        Tuple.of("X-Powered-By", false, ""),
        Tuple.of("Set-Cookie", false, ""));
  }

  @Property
  @FromData("names")
  void a_misspelt_name_is_noticed(
      @ForAll String name, @ForAll boolean isMistake, @ForAll String said) {
    String out = ok(name + ": unsafe-none").out();
    assertThat(out.contains("\n  ignored: ")).isEqualTo(isMistake);
    assertThat(out).contains(said);
  }

  @Example
  void without_a_secure_context_policies_are_ignored_and_isolation_says_so() {
    var run =
        headers(
            "HTTP/1.1 200 OK\nCross-Origin-Opener-Policy: same-origin\n",
            "--url",
            "http://shop.example/");
    assertThat(run.out())
        .isEqualTo(
            """
            Response 1: 200 http://shop.example/
              opener policy                  unsafe-none
                  Cross-Origin-Opener-Policy: same-origin
                  ignored: http:// is no secure context; use https://, or localhost while developing
              embedder policy                unsafe-none

            The page http://shop.example/
              cross-origin isolated          no
                  missing: serve the page over https://, or from localhost
                  missing: the page needs Cross-Origin-Opener-Policy: same-origin
                  missing: the page needs Cross-Origin-Embedder-Policy: require-corp or credentialless
              opened by another origin       stays connected to its opener, which has no policy
              opens another origin           stays connected to its popup, which has no policy
            """);
  }

  @Example
  void without_a_secure_context_no_origin_agent_cluster_is_asked_for() {
    String text = "HTTP/1.1 200 OK\nOrigin-Agent-Cluster: ?1\n";
    assertThat(headers(text, "--url", "http://shop.example/").out())
        .contains("origin agent cluster           not asked for\n", "http:// is no secure context")
        .doesNotContain("its values are");
    assertThat(headers(text).out()).contains("origin agent cluster           asked for\n");
  }

  @Example
  void localhost_counts_as_secure() {
    var run =
        headers(
            "HTTP/1.1 200 OK\nCross-Origin-Opener-Policy: same-origin\n",
            "--url",
            "http://localhost:8080/");
    assertThat(run.out()).contains("opener policy                  same-origin\n");
  }

  @Example
  void what_only_reports_cuts_nothing() {
    var out =
        ok(
                "Cross-Origin-Opener-Policy-Report-Only: same-origin; report-to=\"r\"",
                "Reporting-Endpoints: r=\"/r\"")
            .out();
    assertThat(out).contains("opener policy, report only     same-origin\n");
    assertThat(out).contains("stays connected to its opener", "stays connected to its popup");
  }

  @Example
  void a_variant_says_which_report_only_values_there_are() {
    String text =
        "HTTP/1.1 200 OK\nCross-Origin-Opener-Policy-Report-Only: noopener-allow-popups\n";
    assertThat(headers(text).out()).contains("report only     noopener-allow-popups\n");
    assertThat(headers(text, "--variant", "html,nap-report-only=ignore").out())
        .contains("html,nap-report-only=ignore has no report-only noopener-allow-popups");
  }

  @Example
  void a_sandboxed_page_without_popups_opens_none() {
    assertThat(ok("Content-Security-Policy: sandbox allow-scripts").out())
        .contains("opens another origin           cannot: sandboxing allows no popups\n");
  }

  @Data
  Iterable<Tuple2<String, String>> unknownKeywords() {
    return Table.of( // the directive, what is said of it
        Tuple.of(
            "sandbox allow-script",
            "allow-script is no keyword of sandbox; did you mean allow-scripts?"),
        Tuple.of(
            "sandbox 'allow-popups'",
            "'allow-popups' is no keyword of sandbox; did you mean allow-popups?"),
        Tuple.of(
            "sandbox allow-same-orgin allow-forms",
            "allow-same-orgin is no keyword of sandbox; did you mean allow-same-origin?"),
        Tuple.of(
            "sandbox none",
            "none is no keyword of sandbox; there are allow-downloads, allow-forms, "),
        Tuple.of("default-src *; sandbox x, sandbox", "x is no keyword of sandbox; "));
  }

  @Property
  @FromData("unknownKeywords")
  void a_word_that_sandbox_does_not_know_is_named_with_the_one_that_was_meant(
      @ForAll String directive, @ForAll String said) {
    String field = "Content-Security-Policy: " + directive;
    assertThat(ok(field).out()).contains("\n      ignored: " + said);
    var finding =
        headers("HTTP/1.1 200 OK\n" + field, "--json").json().at("/pages/0/responses/0/findings/2");
    assertThat(finding.get("policy").asText()).isEqualTo("sandbox");
    assertThat(finding.at("/notes/0/kind").asText()).isEqualTo("ignored");
    assertThat(finding.at("/notes/0/text").asText()).startsWith(said);
  }

  @Example
  void words_that_sandbox_knows_in_whatever_case_are_not_ignored() {
    assertThat(ok("Content-Security-Policy: sandbox Allow-Scripts allow-popups; x y").out())
        .contains("sandbox                        sandboxed-navigation, ")
        .doesNotContain("ignored");
  }

  @Example
  void of_many_words_that_sandbox_does_not_know_ten_are_named_and_the_others_counted() {
    String words = Vector.range(0, 100).map(each -> "word-" + each).mkString(" ");
    var out = ok("Content-Security-Policy: sandbox " + words + " word-0").out();
    assertThat(out.split("is no keyword of sandbox", -1)).hasSize(11);
    assertThat(out).contains("\n      ignored: 90 more that are no keywords\n");
  }

  @Example
  void a_page_that_is_an_error_page_says_why() {
    String sandboxed =
        """
        HTTP/1.1 200 OK
        Cross-Origin-Opener-Policy: same-origin
        Content-Security-Policy: sandbox
        """;
    assertThat(headers(sandboxed).out()).contains("  cross-origin isolated          no\n");
    assertThat(headers(sandboxed, "--variant", "html,csp-sandbox=every-stage").out())
        .endsWith(
            "The page https://page.example/\n  error                          coop-sandbox\n");
    assertThat(headers("HTTP/1.1 302 Found\nLocation: ftp://a.example/\n").out())
        .endsWith("  error                          network\n");
  }

  // The text that is read.

  @Example
  void a_redirect_whose_target_is_not_there_is_no_page() {
    var out = headers("HTTP/1.1 301 Moved\nLocation: https://b.example/\n").out();
    assertThat(out).contains("301 https://page.example/ → https://b.example/\n");
    assertThat(out).doesNotContain("The page");
  }

  @Example
  void early_hints_and_answers_of_proxies_are_no_responses() {
    var out =
        headers(
                """
                HTTP/1.1 200 Connection established

                HTTP/2 103
                link: </style.css>

                HTTP/2 200
                cross-origin-opener-policy: same-origin-allow-popups
                """)
            .out();
    assertThat(out).startsWith("Response 1: 200 ").doesNotContain("Response 2");
    assertThat(out).contains("same-origin-allow-popups");
  }

  @Example
  void bodies_are_passed_over_and_further_pages_read() {
    var out =
        headers(
                """
                HTTP/1.1 200 OK
                Content-Type: text/html

                <p>
                Cross-Origin-Opener-Policy: same-origin

                HTTP/1.1 200 OK
                """)
            .out();
    assertThat(out)
        .contains("Response 2: 200 ")
        .doesNotContain("\n      Cross-Origin-Opener-Policy");
    assertThat(out.split("The page", -1)).hasSize(3);
  }

  @Example
  void field_lines_without_a_status_line_are_a_response() {
    assertThat(headers("Cross-Origin-Opener-Policy: same-origin\n").out())
        .startsWith("Response 1: 200 ")
        .contains("opener policy                  same-origin\n");
  }

  @Example
  void folded_lines_are_joined_and_odd_ones_named() {
    var out = ok("Cross-Origin-Opener-Policy: same-origin;", "  report-to=\"x\"", "odd line").out();
    assertThat(out).contains("Cross-Origin-Opener-Policy: same-origin; report-to=\"x\"\n");
    assertThat(out).contains("ignored: line 4 is no header field: odd line\n");
  }

  @Data
  Iterable<Tuple3<String, String, String>> unusable() {
    String fields = "a: b\n".repeat(3_000);
    return Table.of( // what it is, text, what is said
        Tuple.of("nothing", "", "no response headers: expected what curl -sI prints"),
        Tuple.of("prose", "hello\nworld\n", "no response headers: expected what curl -sI prints"),
        Tuple.of("too long", "a".repeat((1 << 20) + 1), "more than 1 MiB"),
        Tuple.of("too many lines", "HTTP/1.1 200\n" + fields, "more than 2,000 header lines"),
        Tuple.of("too many responses", "HTTP/1.1 200\n\n".repeat(101), "more than 100 responses"));
  }

  @Property
  @FromData("unusable")
  void a_text_that_is_no_headers_is_refused(
      @ForAll String what, @ForAll String text, @ForAll String said) {
    var run = headers(text);
    assertThat(run.err()).as(what).isEqualTo("standard input: " + said + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Example
  void a_file_is_read_and_one_that_is_not_there_is_named() {
    String file = CommandRun.file(".txt", "Cross-Origin-Opener-Policy: same-origin\n");
    assertThat(CommandRun.of("headers", file).out()).contains("same-origin");
    var missing = CommandRun.of("headers", file + ".gone");
    assertThat(missing.err()).isEqualTo(file + ".gone: there is no such file\n");
    assertThat(missing.exitCode()).isEqualTo(2);
  }

  @Example
  void json_has_the_policies_as_results_of_runs_have_them() {
    var json =
        CommandRun.withInput(
                """
                HTTP/2 302
                location: /form
                cross-origin-opener-policy: same-origin; report-to="r"

                HTTP/2 200
                """,
                "headers",
                "--json")
            .json();
    var response = json.at("/pages/0/responses/0");
    assertThat(response.get("redirectsTo").asText()).isEqualTo("https://page.example/form");
    assertThat(response.get("openerPolicy"))
        .isEqualTo(
            CommandRun.json(
                """
                {"value": "same-origin", "reportingEndpoint": "r",
                 "reportOnlyValue": "unsafe-none", "reportOnlyReportingEndpoint": null}
                """));
    var page = json.at("/pages/0");
    assertThat(page.get("crossOriginIsolated").asBoolean()).isFalse();
    assertThat(page.get("whyNotIsolated"))
        .isEqualTo(CommandRun.json("[\"opener-policy\", \"embedder-policy\"]"));
    assertThat(page.get("keepsCrossOriginOpener").asBoolean()).isFalse();
    assertThat(page.get("keepsCrossOriginPopup").asBoolean()).isTrue();
  }

  // Hostile texts.

  @Property(seed = "42", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void no_text_makes_it_crash_or_reaches_the_terminal_as_it_is(@ForAll("texts") String text) {
    var run = headers(text);
    assertThat(run.exitCode()).isIn(0, 2);
    assertThat((run.out() + run.err()).chars())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c));
  }

  /** A status line, field lines and other things, one of them repeated up to 64 KiB. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.of(
                "HTTP/1.1 200 OK\r\n",
                "HTTP/2 302\nLocation: /\n\n",
                "HTTP/9 999 \u001b[2J\n",
                "Cross-Origin-Opener-Policy: ",
                "Cross-Origin-Opener-Policy-Report-Only:",
                "Cross-Origin-Embedder-Policy: ",
                "Cross-Origin-Resource-Policy:",
                "Content-Security-Policy: sandbox ",
                "Permissions-Policy: cross-origin-isolated=(",
                "Origin-Agent-Cluster: ?1",
                "Reporting-Endpoints: r=\"",
                "Report-To: {\"group\":\"r\",\"endpoints\":[",
                "Location: //",
                "same-origin",
                "require-corp",
                "; report-to=\"r\"",
                ";a=",
                ", ",
                "\"",
                "'",
                "(",
                "\\",
                "=",
                ":",
                " ",
                "\t",
                "\r",
                "\n",
                "\r\n\r\n",
                "\u001b]0;x\u0007",
                "\u009b31m",
                "\0",
                "\u00ff",
                "<html>")
            .list()
            .ofMaxSize(12)
            .map(each -> String.join("", each));
    Arbitrary<String> noise = Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(40);
    Arbitrary<String> either = Arbitraries.frequencyOf(Tuple.of(4, parts), Tuple.of(1, noise));
    return Combinators.combine(either, either, Arbitraries.of(0, 1, 100, KIB_64), either)
        .as(HeadersCommandTest::repeated);
  }

  private static String repeated(String beginning, String unit, int length, String end) {
    int room = Math.max(0, length - beginning.length() - end.length());
    return beginning + unit.repeat(unit.isEmpty() ? 0 : room / unit.length()) + end;
  }

  @Example
  void an_endpoint_that_no_header_declares_is_a_hint() {
    String policy = "Cross-Origin-Opener-Policy: same-origin; report-to=\"e\"";
    assertThat(ok(policy).out())
        .contains("no Reporting-Endpoints declares \"e\": no report is sent");
    assertThat(ok(policy, "Reporting-Endpoints: e=\"https://a.example/r\"").out())
        .contains("reports for \"e\" go to https://a.example/r")
        .doesNotContain("no report is sent");
  }

  @Example
  void no_field_of_64_kib_makes_it_crash() {
    for (String unit : new String[] {"a", "\"", "=", ";a=b", " ;", "'", ", a", "(", "\\\"", " "}) {
      String value = unit.repeat(KIB_64 / unit.length());
      for (String name :
          new String[] {"Cross-Origin-Opener-Policy", "Permissions-Policy", "Report-To", "x"}) {
        assertThat(ok(name + ": " + value).exitCode()).isEqualTo(0);
        assertThat(ok(name + ": same-origin" + value).exitCode()).isEqualTo(0);
        assertThat(ok(value + name + ": same-origin").exitCode()).isEqualTo(0);
      }
    }
  }
}
