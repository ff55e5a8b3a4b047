package org.coopcheck.counterexamples.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.scenario.Texts;
import org.coopcheck.model.SpecVersion;

class ResultJsonTest {
  private static final String CUT_OFF =
      """
      coopcheck: 1
      title: A login popup that is cut off
      responses:
        https://shop.example/:
          headers: {Cross-Origin-Opener-Policy: same-origin; report-to="r"}
      steps:
        - {tab: shop, url: https://shop.example/}
        - {iframe: pay, in: shop, url: https://pay.example/, sandbox: allow-scripts allow-popups}
        - {open: login, by: shop, url: https://login.example/, target: t}
      expect:
        windows: {login: {opener: shop}}
      """;

  private static JsonNode result(String text) {
    var file = Texts.file(text);
    return ResultJson.of(file, Texts.run(file.scenario()));
  }

  private static Vector<String> members(JsonNode json) {
    return Vector.ofAll(json::fieldNames);
  }

  @Example
  void a_report_says_whose_it_is_and_where_it_goes_and_a_lost_one_that_it_goes_nowhere() {
    var result =
        result(
            """
            coopcheck: 1
            responses:
              https://shop.example/:
                headers:
                  Cross-Origin-Opener-Policy: same-origin; report-to="e"
                  Reporting-Endpoints: e="https://reports.example/coop"
              https://login.example/:
                headers: {Cross-Origin-Opener-Policy: same-origin; report-to="no"}
            steps:
              - {tab: shop, url: https://shop.example/}
              - {open: login, by: shop, url: https://login.example/}
            """);
    assertThat(result.get("reports")).hasSize(1);
    var report = result.at("/reports/0");
    assertThat(members(report))
        .containsExactly("endpoint", "to", "endpointUrl", "url", "type", "step", "cause", "body");
    assertThat(report.get("endpoint").asText()).isEqualTo("e");
    assertThat(report.get("to").asText()).isEqualTo("https://shop.example");
    assertThat(report.get("endpointUrl").asText()).isEqualTo("https://reports.example/coop");
    assertThat(report.get("step").asInt()).isEqualTo(2);
    assertThat(report.at("/cause/rule").asText())
        .isEqualTo("check-browsing-context-group-switch-coop-value-popup");
    assertThat(result.get("lostReports")).hasSize(1);
    assertThat(result.at("/lostReports/0/endpoint").asText()).isEqualTo("no");
    assertThat(result.at("/lostReports/0/to").asText()).isEqualTo("https://login.example");
    assertThat(result.at("/lostReports/0/endpointUrl").isNull()).isTrue();
  }

  @Example
  void members_come_in_the_order_of_the_format() {
    var result = result(CUT_OFF);
    assertThat(members(result))
        .containsExactly(
            "coopcheck",
            "title",
            "variant",
            "standard",
            "steps",
            "final",
            "reports",
            "lostReports",
            "violations",
            "expectations");
    assertThat(members(result.at("/steps/0")))
        .containsExactly("step", "action", "outcome", "decisions", "world");
    assertThat(members(result.at("/steps/0/decisions/0")))
        .containsExactly("rule", "source", "given", "result");
    assertThat(members(result.at("/final"))).containsExactly("windows", "handles");
    assertThat(members(result.at("/final/windows/shop")))
        .containsExactly(
            "kind",
            "parent",
            "url",
            "origin",
            "initialAboutBlank",
            "open",
            "error",
            "opener",
            "name",
            "openerPolicy",
            "embedderPolicy",
            "crossOriginIsolated",
            "whyNotIsolated",
            "browsingContextGroup",
            "coopGroup",
            "virtualBrowsingContextGroup",
            "agentCluster",
            "process",
            "sandbox");
    assertThat(members(result.at("/final/handles/shop->login")))
        .containsExactly("obtained", "closed", "properties", "dom");
  }

  @Example
  void a_window_is_written_with_everything_that_is_known_of_it() {
    assertThat(result(CUT_OFF).at("/final/windows/shop").toString())
        .isEqualTo(
            "{\"kind\":\"top-level\",\"parent\":null,\"url\":\"https://shop.example/\","
                + "\"origin\":\"https://shop.example\",\"initialAboutBlank\":false,\"open\":true,"
                + "\"error\":null,\"opener\":null,\"name\":\"\",\"openerPolicy\":{"
                + "\"value\":\"same-origin\",\"origin\":\"https://shop.example\","
                + "\"reportingEndpoint\":\"r\",\"reportOnlyValue\":\"unsafe-none\","
                + "\"reportOnlyReportingEndpoint\":null},\"embedderPolicy\":{"
                + "\"value\":\"unsafe-none\",\"reportOnlyValue\":\"unsafe-none\"},"
                + "\"crossOriginIsolated\":false,\"whyNotIsolated\":[\"embedder-policy\"],"
                + "\"browsingContextGroup\":1,\"coopGroup\":1,\"virtualBrowsingContextGroup\":1,"
                + "\"agentCluster\":1,\"process\":1,\"sandbox\":[]}");
    var pay = result(CUT_OFF).at("/final/windows/pay");
    assertThat(pay.get("kind").asText()).isEqualTo("iframe");
    assertThat(pay.get("parent").asText()).isEqualTo("shop");
    assertThat(pay.get("sandbox").toString())
        .isEqualTo(
            "[\"sandboxed-navigation\",\"sandboxed-top-level-navigation-without-user-activation\","
                + "\"sandboxed-top-level-navigation-with-user-activation\",\"sandboxed-origin\","
                + "\"sandboxed-document-domain\","
                + "\"sandbox-propagates-to-auxiliary-browsing-contexts\"]");
  }

  @Example
  void a_handle_is_written_with_what_can_be_done_through_it() {
    var handles = result(CUT_OFF).at("/final/handles");
    assertThat(members(handles)).containsExactly("shop->pay", "shop->login", "pay->shop");
    assertThat(handles.get("shop->login").toString())
        .isEqualTo("{\"obtained\":\"open\",\"closed\":true,\"properties\":[],\"dom\":false}");
    assertThat(handles.get("pay->shop").toString())
        .isEqualTo(
            "{\"obtained\":\"parent\",\"closed\":false,\"properties\":[\"blur\",\"close\","
                + "\"closed\",\"focus\",\"frames\",\"length\",\"location\",\"opener\",\"parent\","
                + "\"postMessage\",\"self\",\"top\",\"window\"],\"dom\":false}");
  }

  @Example
  void the_decision_that_cut_the_popup_is_told_with_its_operands_and_its_source() {
    var decisions = Vector.ofAll(result(CUT_OFF).at("/steps/2/decisions"));
    var cut =
        decisions
            .find(
                each ->
                    each.get("rule")
                        .asText()
                        .equals("check-browsing-context-group-switch-coop-value-popup"))
            .get();
    assertThat(cut.get("source").asText())
        .isEqualTo(
            "https://html.spec.whatwg.org/multipage/browsers.html"
                + "#check-browsing-context-group-switch-coop-value-popup");
    assertThat(cut.at("/given/active").asText()).isEqualTo("same-origin");
    assertThat(cut.at("/given/response").asText()).isEqualTo("unsafe-none");
    assertThat(cut.get("result").asText()).isEqualTo("switch");
  }

  @Example
  void the_last_step_shows_what_the_final_world_shows() {
    var result = result(CUT_OFF);
    assertThat(result.at("/steps/2/world")).isEqualTo(result.get("final"));
    assertThat(members(result.at("/steps/0/world/windows"))).containsExactly("shop");
  }

  @Example
  void the_head_of_a_result_names_scenario_variant_and_standard() {
    var result = result(CUT_OFF.replace("title: A", "variant: html,about-blank=literal\ntitle: A"));
    assertThat(result.get("coopcheck").asInt()).isEqualTo(1);
    assertThat(result.get("title").asText()).isEqualTo("A login popup that is cut off");
    assertThat(result.get("variant").asText()).isEqualTo("html,about-blank=literal");
    assertThat(result.get("standard").asText()).isEqualTo(SpecVersion.STANDARD);
    assertThat(result.get("reports").toString()).isEqualTo("[]");
    assertThat(result.get("violations").toString()).isEqualTo("[]");
  }

  @Example
  void a_result_of_a_line_among_many_names_file_and_line() {
    String line = "{\"coopcheck\": 1, \"title\": \"t\", \"steps\": []}\n";
    var second = ScenarioFiles.read("rows.jsonl", line + line).get().last();
    var result = ResultJson.of(second, Texts.run(second.scenario()));
    assertThat(members(result).take(5))
        .containsExactly("coopcheck", "title", "file", "line", "variant");
    assertThat(result.get("file").asText()).isEqualTo("rows.jsonl");
    assertThat(result.get("line").asInt()).isEqualTo(2);
  }

  @Example
  void expectations_that_are_not_met_are_listed_with_what_was_found() {
    assertThat(result(CUT_OFF).get("expectations").toString())
        .isEqualTo(
            "{\"met\":false,\"mismatches\":[{\"path\":\"windows.login.opener\","
                + "\"expected\":\"shop\",\"found\":null}]}");
    assertThat(
            result(CUT_OFF.replace("opener: shop", "opener: null")).get("expectations").toString())
        .isEqualTo("{\"met\":true,\"mismatches\":[]}");
    assertThat(result("coopcheck: 1\nsteps: []\n").get("expectations").toString())
        .isEqualTo("{\"met\":true,\"mismatches\":[]}");
  }

  @Example
  void the_same_scenario_gives_the_same_bytes() {
    assertThat(result(CUT_OFF).toString()).isEqualTo(result(CUT_OFF).toString());
  }

  @Data
  Iterable<Tuple2<String, String>> outcomes() {
    String switched = "{\"swap\":\"full\",\"error\":null}";
    String stayed = "{\"swap\":\"none\",\"error\":null}";
    return Table.of( // a step after those that open `shop`, `pay`, `login` and `help`, its outcome
        Tuple.of("{tab: t, url: https://a.example/}", stayed),
        Tuple.of("{tab: t, url: https://shop.example/}", switched),
        Tuple.of(
            "{tab: t, url: https://down.example/}", "{\"swap\":\"none\",\"error\":\"network\"}"),
        Tuple.of("{iframe: f, in: shop}", stayed),
        Tuple.of("{navigate: help, by: shop, url: https://a.example/}", switched),
        Tuple.of("{navigate: help, by: shop, url: https://shop.example/}", stayed),
        Tuple.of(
            "{navigate: login, by: pay, url: https://a.example/}",
            "{\"done\":false,\"why\":\"sandboxing does not let pay navigate login\"}"),
        Tuple.of(
            "{traverse: shop, delta: 1}",
            "{\"done\":false,\"why\":\"there is no session history entry there\"}"),
        Tuple.of("{reload: shop}", stayed),
        Tuple.of("{close: help, by: shop}", "{\"done\":true}"),
        Tuple.of("{set-name: shop, name: n}", "{\"done\":true}"),
        Tuple.of("{push-state: shop, url: https://shop.example/cart}", "{\"done\":true}"),
        Tuple.of("{document-open: help, by: shop}", "{\"done\":true}"),
        Tuple.of(
            "{open: p, by: shop, url: https://shop.example/}",
            "{\"returned\":true,\"swap\":\"none\",\"error\":null,\"noopener\":false}"),
        Tuple.of(
            "{open: p, by: shop, url: https://a.example/, features: noopener}",
            "{\"returned\":false,\"swap\":\"none\",\"error\":null,\"noopener\":true}"),
        Tuple.of(
            "{open: p, by: shop, target: h}",
            "{\"returned\":true,\"swap\":\"none\",\"error\":null,\"noopener\":false,"
                + "\"existing\":\"help\"}"),
        Tuple.of(
            "{open: p, by: pay}",
            "{\"done\":false,\"why\":\"sandboxing allows no popups\",\"returned\":false}"),
        Tuple.of(
            "{access: help, by: shop, property: name}",
            "{\"allowed\":true,\"why\":\"same origin\"}"),
        Tuple.of(
            "{access: help, by: shop, property: location, set: /x}",
            "{\"allowed\":true,\"why\":\"same origin\",\"swap\":\"full\",\"error\":null}"),
        Tuple.of(
            "{access: login, by: pay, property: closed}",
            "{\"done\":false,\"why\":\"pay has no handle on login\",\"allowed\":false}"),
        Tuple.of("{script: help, by: shop}", "{\"allowed\":true,\"why\":\"same origin\"}"),
        Tuple.of(
            "{script: login, by: pay}",
            "{\"done\":false,\"why\":\"pay has no handle on login\",\"allowed\":false}"),
        Tuple.of("{find: help, by: shop, name: h}", "{\"resolved\":\"help\"}"),
        Tuple.of("{find: help, by: shop, name: x}", "{\"resolved\":null}"));
  }

  @Property
  @FromData("outcomes")
  void an_outcome_is_written_as_the_format_says(@ForAll String step, @ForAll String outcome) {
    var result =
        result(
            """
            coopcheck: 1
            responses:
              https://shop.example/: {headers: {Cross-Origin-Opener-Policy: same-origin}}
              https://down.example/: {error: network}
            steps:
              - {tab: shop, url: https://shop.example/}
              - {iframe: pay, in: shop, url: https://pay.example/, sandbox: allow-scripts}
              - {open: login, by: shop, url: https://login.example/, target: l}
              - {open: help, by: shop, target: h}
              - %s
            """
                .formatted(step));
    assertThat(result.at("/steps/4/outcome").toString()).isEqualTo(outcome);
  }

  @Example
  void a_step_that_fails_to_find_its_actor_has_not_succeeded_in_anything() {
    var result =
        result(
            """
            coopcheck: 1
            steps:
              - {tab: shop, url: https://shop.example/}
              - {close: shop, by: user}
              - {find: shop, by: shop, name: x}
            """);
    assertThat(result.at("/steps/2/outcome").toString())
        .isEqualTo("{\"done\":false,\"why\":\"there is no window shop\",\"resolved\":null}");
  }
}
