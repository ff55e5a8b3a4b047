package org.coopcheck.counterexamples.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.counterexamples.scenario.Texts.file;
import static org.coopcheck.counterexamples.scenario.Texts.problems;
import static org.coopcheck.counterexamples.scenario.Texts.scenario;

import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.NavigableId;

class ScenarioFilesTest {
  private static final NavigableId SHOP = new NavigableId("shop");
  private static final NavigableId PAY = new NavigableId("pay");
  private static final NavigableId LOGIN = new NavigableId("login");
  private static final Url A = Url.of("https://a.example/");

  private static final String EVERYTHING =
      """
      coopcheck: 1
      title: A payment frame's popup
      variant: html,about-blank=literal
      capabilities: {oopif: false, isolation: logical}
      responses:
        https://a.example:
          headers:
            Cross-Origin-Opener-Policy: same-origin; report-to="r"
            Cross-Origin-Embedder-Policy: require-corp
        https://a.example/start#there:
          status: 302
          headers: {Location: /form, Cross-Origin-Opener-Policy: [same-origin, same-origin]}
        https://down.example/: {error: network}
        https://twice.example/: [{status: 404}, {}]
      steps:
        - {tab: shop, url: https://a.example/}
        - {iframe: pay, in: shop, url: https://b.example/, sandbox: allow-popups, allow: usb}
        - {open: login, by: pay, url: https://a.example/start, target: t, features: noopener}
        - {navigate: login, by: shop, url: https://a.example/}
        - {navigate: login, by: user, url: https://a.example/}
        - {navigate: login, url: https://a.example/}
        - {traverse: login, delta: -1}
        - {reload: login}
        - {access: login, by: shop, property: location, set: /x, through: pay}
        - {access: login, by: shop, property: 0}
        - {script: login, by: shop}
        - {set-name: login, name: n}
        - {find: login, by: shop, name: n}
        - {push-state: shop, url: https://a.example/cart}
        - {document-open: login, by: shop}
        - {close: login, by: shop}
        - {close: login, by: user}
        - {close: login}
      expect:
        windows: {login: null}
      meta: {anything: [goes]}
      """;

  @Example
  void every_kind_of_step_and_answer_is_read() {
    assertThat(scenario(EVERYTHING))
        .isEqualTo(
            new Scenario(
                "A payment frame's popup",
                Option.some("html,about-blank=literal"),
                Option.some(new Capabilities(false, true, CrossOriginIsolationMode.LOGICAL)),
                TreeMap.<Url, Vector<Answer>>empty()
                    .put(
                        A,
                        Vector.of(
                            new Answer.Served(
                                200,
                                HeaderList.of(
                                    "Cross-Origin-Opener-Policy",
                                    "same-origin; report-to=\"r\"",
                                    "Cross-Origin-Embedder-Policy",
                                    "require-corp"))))
                    .put(
                        Url.of("https://a.example/start"),
                        Vector.of(
                            new Answer.Served(
                                302,
                                HeaderList.of(
                                    "Location",
                                    "/form",
                                    "Cross-Origin-Opener-Policy",
                                    "same-origin",
                                    "Cross-Origin-Opener-Policy",
                                    "same-origin"))))
                    .put(Url.of("https://down.example/"), Vector.of(new Answer.Nothing()))
                    .put(
                        Url.of("https://twice.example/"),
                        Vector.of(new Answer.Served(404, HeaderList.EMPTY), Answer.Served.PLAIN)),
                Vector.of(
                    new Action.OpenTopLevelTraversable(SHOP, A),
                    new Action.InsertIframe(
                        PAY,
                        SHOP,
                        Url.of("https://b.example/"),
                        Option.some("allow-popups"),
                        Option.some("usb"),
                        false),
                    new Action.OpenWindow(
                        LOGIN,
                        PAY,
                        Option.some(Url.of("https://a.example/start")),
                        "t",
                        "noopener"),
                    new Action.Navigate(LOGIN, new Actor.Script(SHOP), A),
                    new Action.Navigate(LOGIN, new Actor.User(), A),
                    new Action.Navigate(LOGIN, new Actor.Itself(), A),
                    new Action.Traverse(LOGIN, -1),
                    new Action.Reload(LOGIN),
                    new Action.UseProperty(
                        LOGIN, SHOP, "location", Option.some("/x"), Option.some(PAY)),
                    new Action.UseProperty(LOGIN, SHOP, "0", Option.none(), Option.none()),
                    new Action.UseDom(LOGIN, SHOP),
                    new Action.SetName(LOGIN, "n"),
                    new Action.FindByName(LOGIN, SHOP, "n"),
                    new Action.PushState(SHOP, Url.of("https://a.example/cart")),
                    new Action.OpenDocument(LOGIN, SHOP),
                    new Action.Close(LOGIN, new Actor.Script(SHOP)),
                    new Action.Close(LOGIN, new Actor.User()),
                    new Action.Close(LOGIN, new Actor.Itself()))));
    assertThat(file(EVERYTHING).expect().get().toString())
        .isEqualTo("{\"windows\":{\"login\":null}}");
  }

  @Example
  void everything_that_may_be_left_out_has_the_default_that_the_format_promises() {
    var read =
        scenario(
            """
            coopcheck: 1
            responses:
            steps:
              - {tab: a, url: "https://a.example/"}
              - {iframe: f, in: a}
              - {iframe: g, in: a, url: "", credentialless: true}
              - {open: p, by: a}
              - {open: q, by: a, url: "", target: ""}
              - {open: r, by: a, url: "about:blank", features:}
            """);
    var a = new NavigableId("a");
    assertThat(read.title()).isEmpty();
    assertThat(read.variant()).isEmpty();
    assertThat(read.capabilities()).isEmpty();
    assertThat(read.steps().tail())
        .containsExactly(
            new Action.InsertIframe(
                new NavigableId("f"), a, Url.ABOUT_BLANK, Option.none(), Option.none(), false),
            new Action.InsertIframe(
                new NavigableId("g"), a, Url.ABOUT_BLANK, Option.none(), Option.none(), true),
            new Action.OpenWindow(new NavigableId("p"), a, Option.none(), "_blank", ""),
            new Action.OpenWindow(new NavigableId("q"), a, Option.none(), "", ""),
            new Action.OpenWindow(
                new NavigableId("r"), a, Option.some(Url.ABOUT_BLANK), "_blank", ""));
  }

  @Data
  Iterable<Tuple2<String, String>> fieldValues() {
    return Table.of( // as written in YAML, as sent
        Tuple.of("same-origin", "same-origin"),
        Tuple.of("'same-origin'", "same-origin"),
        Tuple.of("\"\\tsame-origin \"", "\tsame-origin "),
        Tuple.of("?1", "?1"),
        Tuple.of("true", "true"),
        Tuple.of("Yes", "Yes"),
        Tuple.of("1.10", "1.10"),
        Tuple.of("0x1F", "0x1F"),
        Tuple.of("1_000", "1_000"),
        Tuple.of("2026-01-01", "2026-01-01"),
        Tuple.of("~", "~"),
        Tuple.of("null", "null"),
        Tuple.of("", ""),
        Tuple.of("!!str 007", "007"),
        Tuple.of("|\n        one line\n", "one line"),
        Tuple.of(">\n        two\n        lines\n", "two lines"));
  }

  @Property
  @FromData("fieldValues")
  void a_header_field_is_sent_as_it_is_written_whatever_yaml_takes_it_for(
      @ForAll String written, @ForAll String sent) {
    var read =
        scenario(
            """
            coopcheck: 1
            responses:
              https://a.example/:
                headers:
                  X: %s
            steps: []
            """
                .formatted(written));
    assertThat(read.responses().get(A).get())
        .containsExactly(
            new Answer.Served(200, HeaderList.of(Vector.of(new HeaderField("X", sent)))));
  }

  @Data
  Iterable<Tuple2<String, String>> mistakes() {
    return Table.of( // a file, its one problem
        // The file as a whole.
        Tuple.of("", "f:1: an empty file; expected a scenario"),
        Tuple.of("# nothing\n", "f:1: an empty file; expected a scenario"),
        Tuple.of("just a text", "f:1: \"just a text\" is not a scenario, which is a mapping"),
        Tuple.of("[]", "f:1: a list; expected a scenario, which is a mapping"),
        Tuple.of("{steps: []}", "f:1: no \"coopcheck\"; expected \"coopcheck: 1\""),
        Tuple.of("{coopcheck: 1}", "f:1: no \"steps\"; expected a list of steps"),
        Tuple.of(
            "{coopcheck: 2, steps: []}",
            "f:1: \"2\" is not 1, the version of the format that is read here"),
        Tuple.of(
            "{coopcheck: '1', steps: []}",
            "f:1: \"1\" is not 1, the version of the format that is read here"),
        Tuple.of("{coopcheck: 1, steps: {}}", "f:1: a mapping; expected steps, which are a list"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\ntitel: x\n",
            "f:3: \"titel\" is not a member of a scenario; did you mean \"title\"?"),
        Tuple.of("coopcheck: 1\nsteps: []\ntitle: [x]\n", "f:3: a list; expected a text"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\nsteps: []\n",
            "f:3: \"steps\" is not a new key; it stands in line 2 already"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\n? [x]\n: 1\n",
            "f:3: a list; expected a key, which is a word"),
        // YAML itself.
        Tuple.of(
            "coopcheck: 1\nsteps: [\n",
            "f:3: a syntax error (expected the node content, but found '<stream end>');"
                + " expected YAML 1.2 or JSON"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\ntitle: a: b\n",
            "f:3: a syntax error (mapping values are not allowed here);"
                + " expected YAML 1.2 or JSON"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\n---\ncoopcheck: 1\n",
            "f:3: a second document; expected one document"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\ntitle: !tag x\n",
            "f:3: the tag !tag; expected no tags but those of YAML's core schema"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\nmeta: !!set {x}\n",
            "f:3: the tag tag:yaml.org,2002:set; expected no tags but those of YAML's core schema"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\ntitle: !!int x\n",
            "f:3: the tag tag:yaml.org,2002:int; expected no tags but those of YAML's core schema"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\nmeta: *x\n",
            "f:3: the alias *x; expected an alias of a value before it"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\nmeta: &x\n  - *x\n",
            "f:4: the alias *x; expected an alias of a value before it"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\ntitle: \"\\ud800\"\n",
            "f:3: half a surrogate pair; expected Unicode"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\ntitle: \u0007\n",
            "f:3: the character U+0007; expected characters that YAML allows"),
        Tuple.of(
            "coopcheck: 1\nsteps: []\nmeta: " + "[".repeat(64) + "]".repeat(64),
            "f:3: a nesting deeper than 64 levels; expected a scenario"),
        Tuple.of(
            "{\"coopcheck\": 1, \"steps\": [],\n\"meta\": " + "[".repeat(64) + "]".repeat(64) + "}",
            "f:2: a nesting deeper than 64 levels; expected a scenario"),
        Tuple.of(
            "{\"coopcheck\": 1,\n\"steps\": [],\n\"steps\": []}",
            "f:3: \"steps\" is not a new key; it stands in line 2 already"));
  }

  @Property
  @FromData("mistakes")
  void a_file_that_is_no_scenario_is_told_what_is_wrong_and_where(
      @ForAll String text, @ForAll String problem) {
    assertThat(problems("f", text)).containsExactly(problem);
  }

  @Data
  Iterable<Tuple2<String, String>> wrongMembers() {
    return Table.of( // a member of a scenario, its one problem
        Tuple.of("variant: htlm", "\"htlm\" is not a variant; did you mean \"html\"?"),
        Tuple.of(
            "variant: html,abuot-blank=literal",
            "\"abuot-blank\" is not a choice; did you mean \"about-blank\"?"),
        Tuple.of(
            "variant: html,about-blank=litral",
            "\"about-blank=litral\" is not an answer for about-blank;"
                + " did you mean \"about-blank=literal\"?"),
        Tuple.of("variant: [html]", "a list; expected the name of a variant"),
        Tuple.of(
            "capabilities: {page-isolaton: true}",
            "\"page-isolaton\" is not a member of capabilities;"
                + " did you mean \"page-isolation\"?"),
        Tuple.of("capabilities: {oopif: 'true'}", "\"true\" is not true or false"),
        Tuple.of(
            "capabilities: {isolation: concret}",
            "\"concret\" is not an isolation mode; did you mean \"concrete\"?"),
        Tuple.of("capabilities: all", "\"all\" is not capabilities, which is a mapping"),
        Tuple.of("responses: []", "a list; expected responses by URL, which are a mapping"),
        Tuple.of(
            "responses: {a.example: {}}", "\"a.example\" is not a URL (it is not an absolute URL)"),
        Tuple.of("responses: {\"https://\": {}}", "\"https://\" is not a URL (it has no host)"),
        Tuple.of(
            "responses: {'about:blank': {}}",
            "\"about:blank\" is not a URL that servers answer (http or https)"),
        Tuple.of(
            "responses: {'https://a.example/#x': {}, 'https://a.example/#y': {}}",
            "\"https://a.example/#y\" is not a new URL; it has its responses already"),
        Tuple.of(
            "responses: {'https://a.example/': 1}", "\"1\" is not a response, which is a mapping"),
        Tuple.of(
            "responses: {'https://a.example/': []}",
            "an empty list; expected at least one response"),
        Tuple.of(
            "responses: {'https://a.example/': [[]]}",
            "a list; expected a response, which is a mapping"),
        Tuple.of(
            "responses: {'https://a.example/': {header: {}}}",
            "\"header\" is not a member of a response; did you mean \"headers\"?"),
        Tuple.of(
            "responses: {'https://a.example/': {status: 99}}",
            "\"99\" is not an integer from 100 to 599"),
        Tuple.of(
            "responses: {'https://a.example/': {status: 600}}",
            "\"600\" is not an integer from 100 to 599"),
        Tuple.of(
            "responses: {'https://a.example/': {status: '302'}}",
            "\"302\" is not an integer from 100 to 599"),
        Tuple.of(
            "responses: {'https://a.example/': {error: timeout}}",
            "\"timeout\" is not an error of a response"),
        Tuple.of(
            "responses: {'https://a.example/': {error: network, headers: {}}}",
            "\"headers\" is not a member of a response with an error"),
        Tuple.of(
            "responses: {'https://a.example/': {headers: []}}",
            "a list; expected header fields, which are a mapping"),
        Tuple.of(
            "responses: {'https://a.example/': {headers: {A B: x}}}",
            "\"A B\" is not the name of a header field"),
        Tuple.of(
            "responses: {'https://a.example/': {headers: {A: {b: c}}}}",
            "a mapping; expected the value of a header field, or a list of values"),
        Tuple.of(
            "responses: {'https://a.example/': {headers: {A: []}}}",
            "an empty list; expected at least one field line"),
        Tuple.of(
            "responses: {'https://a.example/': {headers: {A: \"x\\ny\"}}}",
            "\"x y\" is not the value of a header field (there is a line feed or NUL in it)"),
        Tuple.of("expect: []", "a list; expected what is expected, which is a mapping"),
        Tuple.of(
            "expect: {window: {}}",
            "\"window\" is not a member of what is expected; did you mean \"windows\"?"),
        Tuple.of(
            "expect: {violation: []}",
            "\"violation\" is not a member of what is expected; did you mean \"violations\"?"),
        Tuple.of("meta: {a: 1, a: 2}", "\"a\" is not a new key; it stands in line 3 already"));
  }

  @Property
  @FromData("wrongMembers")
  void a_wrong_member_of_a_scenario_is_named_with_the_word_that_was_meant(
      @ForAll String member, @ForAll String problem) {
    assertThat(problems("f", "coopcheck: 1\nsteps: []\n" + member))
        .containsExactly("f:3: " + problem);
  }

  @Data
  Iterable<Tuple2<String, String>> wrongSteps() {
    return Table.of( // a step after those that open `shop` and `bank`, its one problem
        Tuple.of("just a text", "\"just a text\" is not a step, which is a mapping"),
        Tuple.of(
            "{by: shop}",
            "a step without an action; expected one of tab, iframe, open, navigate, traverse,"
                + " reload, close, access, script, set-name, find, push-state, document-open"),
        Tuple.of("{opne: login, by: shop}", "\"opne\" is not an action; did you mean \"open\"?"),
        Tuple.of("{frobnicate: login, by: shop}", "\"frobnicate\" is not an action"),
        Tuple.of(
            "{open: login, reload: shop, by: shop}",
            "the actions \"open\" and \"reload\"; expected one action in a step"),
        Tuple.of(
            "{open: login, by: shop, targt: x}",
            "\"targt\" is not a member of a step that begins with \"open\";"
                + " did you mean \"target\"?"),
        Tuple.of(
            "{reload: shop, by: shop}",
            "\"by\" is not a member of a step that begins with \"reload\""),
        Tuple.of("{open: login}", "no \"by\"; expected it in a step that begins with \"open\""),
        Tuple.of("{tab: login}", "no \"url\"; expected it in a step that begins with \"tab\""),
        Tuple.of(
            "{traverse: shop}",
            "no \"delta\"; expected it in a step that begins with \"traverse\""),
        Tuple.of("{reload: }", "no \"reload\"; expected the label of a window"),
        Tuple.of("{reload: [shop]}", "a list; expected the label of a window"),
        Tuple.of(
            "{traverse: shop, delta: 1.5}", "\"1.5\" is not an integer from -1000000 to 1000000"),
        Tuple.of(
            "{traverse: shop, delta: 99999999999999999999}",
            "\"99999999999999999999\" is not an integer from -1000000 to 1000000"),
        Tuple.of(
            "{navigate: shop, url: cart}", "\"cart\" is not a URL (it is not an absolute URL)"),
        Tuple.of("{navigate: shop, url: ''}", "\"\" is not a URL (it is not an absolute URL)"),
        Tuple.of(
            "{open: p, by: shop, url: 'ftp://a.example/'}",
            "\"ftp://a.example/\" is not a URL (it has a scheme other than http, https, about,"
                + " blob, data and javascript)"),
        Tuple.of("{iframe: f, in: shop, credentialless: yes}", "\"yes\" is not true or false"),
        Tuple.of("{iframe: f, in: shop, sandbox: [a]}", "a list; expected a text"),
        Tuple.of("{tab: shop, url: 'https://a.example/'}", "\"shop\" is not a new label"),
        Tuple.of("{iframe: shop, in: bank}", "\"shop\" is not a new label"),
        Tuple.of(
            "{open: user, by: shop}", "\"user\" is not a label (as \"by\", it means the user)"),
        Tuple.of(
            "{open: a->b, by: shop}",
            "\"a->b\" is not a label (it is blank, or has \"->\" or a control in it)"),
        Tuple.of(
            "{open: ' ', by: shop}",
            "\" \" is not a label (it is blank, or has \"->\" or a control in it)"),
        Tuple.of(
            "{reload: shpo}",
            "\"shpo\" is not a label that a step before gives; did you mean \"shop\"?"),
        Tuple.of(
            "{open: login, by: login}",
            "\"login\" is not a label that a step before gives (line 5 gives it)"),
        Tuple.of("{iframe: f, in: frame}", "\"frame\" is not a label that a step before gives"),
        Tuple.of(
            "{close: shop, by: ban}",
            "\"ban\" is not a label that a step before gives; did you mean \"bank\"?"),
        Tuple.of("{script: shop, by: user}", "\"user\" is not a label that a step before gives"),
        Tuple.of(
            "{access: shop, by: bank, property: x, through: bonk}",
            "\"bonk\" is not a label that a step before gives; did you mean \"bank\"?"));
  }

  @Property
  @FromData("wrongSteps")
  void a_wrong_step_is_told_what_is_wrong_with_it(@ForAll String step, @ForAll String problem) {
    String text =
        """
        coopcheck: 1
        steps:
          - {tab: shop, url: https://a.example/}
          - {tab: bank, url: https://b.example/}
          - %s
        """
            .formatted(step);
    assertThat(problems("f", text)).containsExactly("f:5: " + problem);
  }

  @Example
  void a_label_that_only_a_later_step_gives_is_not_known_yet() {
    String text =
        """
        coopcheck: 1
        steps:
          - {tab: shop, url: https://a.example/}
          - {reload: login}
          - {open: login, by: shop}
        """;
    assertThat(problems("f", text))
        .containsExactly(
            "f:4: \"login\" is not a label that a step before gives (line 5 gives it)");
  }

  @Example
  void window_open_may_give_a_label_again() {
    String text =
        """
        coopcheck: 1
        steps:
          - {tab: shop, url: https://a.example/}
          - {open: login, by: shop, target: t}
          - {open: login, by: shop, target: t}
        """;
    assertThat(problems("f", text)).isEmpty();
  }

  @Example
  void what_browsers_ignore_is_no_problem() {
    String text =
        """
        coopcheck: 1
        responses:
          https://a.example/:
            headers: {Cross-Origin-Opener-Policy: same-orign, Cross-Origin-Openr-Policy: x}
        steps:
          - {tab: a, url: https://a.example/}
          - {iframe: f, in: a, sandbox: allow-popus, allow: nothing-known}
        """;
    assertThat(problems("f", text)).isEmpty();
  }

  @Example
  void all_problems_of_a_file_are_told_at_once_and_none_twice() {
    String text =
        """
        coopcheck: 1
        titel: x
        responses:
          shop.example: {}
          https://a.example/: {status: 1000}
        steps:
          - {tab: shop}
          - {opne: login, by: shop}
          - {navigate: login, by: lgoin, url: nowhere}
          - {close: shop, by: user}
        expect:
          step: []
        """;
    assertThat(problems("auth-popup.yaml", text))
        .containsExactly(
            "auth-popup.yaml:2: \"titel\" is not a member of a scenario; did you mean \"title\"?",
            "auth-popup.yaml:4: \"shop.example\" is not a URL (it is not an absolute URL)",
            "auth-popup.yaml:5: \"1000\" is not an integer from 100 to 599",
            "auth-popup.yaml:7: no \"url\"; expected it in a step that begins with \"tab\"",
            "auth-popup.yaml:8: \"opne\" is not an action; did you mean \"open\"?",
            "auth-popup.yaml:9: \"lgoin\" is not a label that a step before gives;"
                + " did you mean \"login\"?",
            "auth-popup.yaml:9: \"nowhere\" is not a URL (it is not an absolute URL)",
            "auth-popup.yaml:12: \"step\" is not a member of what is expected;"
                + " did you mean \"steps\"?");
  }

  @Example
  void a_file_of_more_than_a_mebibyte_is_not_even_read() {
    String text = "coopcheck: 1\nsteps: []\n# " + "x".repeat(1 << 20);
    assertThat(problems("f", text)).containsExactly("f:1: more than 1 MiB; expected a scenario");
  }

  @Example
  void aliases_may_repeat_headers_but_not_blow_a_file_up() {
    String shared =
        """
        coopcheck: 1
        responses:
          https://a.example/: &same {headers: {X: y}}
          https://b.example/: *same
        steps: []
        """;
    assertThat(scenario(shared).responses().values().toVector().distinct()).hasSize(1);
    var bomb = new StringBuilder("coopcheck: 1\nsteps: []\nmeta:\n  - &x0 [x, x, x, x, x, x]\n");
    for (int i = 0; i < 20; i++) {
      bomb.append("  - &x%d [*x%d, *x%d, *x%d]\n".formatted(i + 1, i, i, i));
    }
    assertThat(problems("f", bomb.toString()))
        .containsExactly("f:12: aliases that repeat more than 50000 values; expected a scenario");
  }

  @Example
  void json_is_read_where_yaml_readers_would_stumble() {
    String path = "x".repeat(2000);
    String text =
        "\t{\"coopcheck\":1,\n\t\"title\"\n:\"tab\\t and \\ud83d\\ude00\",\"responses\":"
            + "{\"https://a.example/"
            + path
            + "\":{}},\"steps\":[]}";
    assertThat(scenario(text).title()).isEqualTo("tab\t and \ud83d\ude00");
    assertThat(scenario(text).responses().keySet())
        .containsExactly(Url.of("https://a.example/" + path));
  }

  @Example
  void a_byte_order_mark_is_no_part_of_a_scenario() {
    assertThat(scenario("\ufeffcoopcheck: 1\nsteps: []\n").steps()).isEmpty();
    assertThat(scenario("\ufeff{\"coopcheck\": 1, \"steps\": []}").steps()).isEmpty();
  }

  @Example
  void a_jsonl_file_holds_a_scenario_in_each_line() {
    String line = "{\"coopcheck\": 1, \"title\": \"%s\", \"steps\": []}";
    String text = line.formatted("first") + "\r\n\n" + line.formatted("second") + "\n";
    var read = ScenarioFiles.read("rows.jsonl", text).get();
    assertThat(read.map(file -> file.scenario().title())).containsExactly("first", "second");
    assertThat(read.map(ScenarioFile::line)).containsExactly(1, 3);
    assertThat(read.map(ScenarioFile::fileName)).containsOnly("rows.jsonl");
  }

  @Example
  void the_problems_of_a_jsonl_file_name_its_lines() {
    String good = "{\"coopcheck\": 1, \"steps\": []}\n";
    String text =
        good
            + "{\"coopcheck\": 1}\n"
            + good
            + "{\"coopcheck\": 1, \"steps\": [\n"
            + "{coopcheck: 1, steps: [{reload: x}]}\n";
    assertThat(problems("rows.jsonl", text))
        .containsExactly(
            "rows.jsonl:2: no \"steps\"; expected a list of steps",
            "rows.jsonl:4: a syntax error (expected the node content, but found '<stream end>');"
                + " expected YAML 1.2 or JSON",
            "rows.jsonl:5: \"x\" is not a label that a step before gives");
  }

  @Example
  void expectations_keep_their_types() {
    var expect =
        file("""
                coopcheck: 1
                steps: []
                expect:
                  windows:
                    w: {a: 1, b: "1", c: true, d: "true", e: null, f: ~, g: 1.5, h: x, i: [1, {}]}
                    1: 123456789012345678901234567890
                """)
            .expect()
            .get();
    assertThat(expect.get("windows").toString())
        .isEqualTo(
            "{\"w\":{\"a\":1,\"b\":\"1\",\"c\":true,\"d\":\"true\",\"e\":null,\"f\":null,"
                + "\"g\":1.5,\"h\":\"x\",\"i\":[1,{}]},\"1\":1.2345678901234568E29}");
  }

  @Example
  void a_written_scenario_is_short_enough_to_paste_into_an_issue() {
    assertThat(ScenarioFiles.write(scenario(EVERYTHING)))
        .isEqualTo(
            """
            coopcheck: 1
            title: A payment frame's popup
            variant: html,about-blank=literal
            capabilities: {oopif: false, page-isolation: true, isolation: logical}
            responses:
              https://a.example/:
                headers:
                  Cross-Origin-Opener-Policy: same-origin; report-to="r"
                  Cross-Origin-Embedder-Policy: require-corp
              https://a.example/start:
                status: 302
                headers:
                  Location: /form
                  Cross-Origin-Opener-Policy: [same-origin, same-origin]
              https://down.example/: {error: network}
              https://twice.example/:
                - {status: 404}
                - {}
            steps:
              - {tab: shop, url: https://a.example/}
              - {iframe: pay, in: shop, url: https://b.example/, sandbox: allow-popups, allow: usb}
              - {open: login, by: pay, url: https://a.example/start, target: t, features: noopener}
              - {navigate: login, by: shop, url: https://a.example/}
              - {navigate: login, by: user, url: https://a.example/}
              - {navigate: login, url: https://a.example/}
              - {traverse: login, delta: -1}
              - {reload: login}
              - {access: login, by: shop, property: location, set: /x, through: pay}
              - {access: login, by: shop, property: '0'}
              - {script: login, by: shop}
              - {set-name: login, name: 'n'}
              - {find: login, by: shop, name: 'n'}
              - {push-state: shop, url: https://a.example/cart}
              - {document-open: login, by: shop}
              - {close: login, by: shop}
              - {close: login, by: user}
              - {close: login}
            """);
  }
}
