package org.coopcheck.counterexamples.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

class ExpectationsTest {
  private static final JsonNode RESULT =
      json(
          """
          {steps: [
             {step: 1, outcome: {swap: 'none', error: null}},
             {step: 2, outcome: {swap: 'full', error: null}}],
           final: {
             windows: {
               shop: {opener: null, name: '', browsingContextGroup: 1, sandbox: [],
                      openerPolicy: {value: 'same-origin'}},
               login: {opener: 'shop', sandbox: ['b', 'a']}},
             handles: {'shop->login': {closed: false, properties: ['closed', 'postMessage']}}},
           reports: [
             {endpoint: 'r', type: 'coop', body: {property: 'x', type: 'to'}},
             {endpoint: 'r', type: 'coop', body: {property: 'y', type: 'to'}},
             {endpoint: 's', type: 'coep', body: {}}]}
          """);

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder()
          .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build()
          .readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Data
  Iterable<Tuple3<String, String, Boolean>> expectations() {
    return Table.of( // what is expected of it, why, whether it is met
        // Windows and handles are those of the final world.
        Tuple.of("{}", "nothing is expected", true),
        Tuple.of("{windows: {shop: {opener: null}}}", "it is null", true),
        Tuple.of("{windows: {shop: {error: null}}}", "a missing member reads as null", true),
        Tuple.of("{windows: {shop: {error: 'x'}}}", "null is not x", false),
        Tuple.of("{windows: {login: {opener: 'shop'}}}", "equal texts", true),
        Tuple.of("{windows: {login: {opener: null}}}", "shop is not null", false),
        Tuple.of("{windows: {bank: null}}", "there is no such window", true),
        Tuple.of("{windows: {shop: null}}", "there is such a window", false),
        Tuple.of("{windows: {bank: {}}}", "nothing is no object", false),
        Tuple.of("{windows: {bank: {opener: null}}}", "nothing has no members", false),
        Tuple.of("{windows: {shop: {}}}", "an object is there", true),
        Tuple.of("{windows: {shop: {browsingContextGroup: 1}}}", "equal numbers", true),
        Tuple.of("{windows: {shop: {browsingContextGroup: 1.0}}}", "equal numbers", true),
        Tuple.of("{windows: {shop: {browsingContextGroup: '1'}}}", "a text is no number", false),
        Tuple.of("{windows: {shop: {openerPolicy: {value: 'same-origin'}}}}", "nested", true),
        Tuple.of("{windows: {shop: {openerPolicy: {value: 'unsafe-none'}}}}", "nested", false),
        Tuple.of("{windows: {shop: {openerPolicy: 'same-origin'}}}", "an object", false),
        Tuple.of("{handles: {'shop->login': {closed: false}}}", "equal booleans", true),
        Tuple.of("{handles: {'login->shop': null}}", "there is no such handle", true),
        // Lists of plain values are sets.
        Tuple.of(
            "{handles: {'shop->login': {properties: ['postMessage', 'closed']}}}",
            "the order does not matter",
            true),
        Tuple.of(
            "{handles: {'shop->login': {properties: ['closed', 'closed', 'postMessage']}}}",
            "nor how often",
            true),
        Tuple.of("{handles: {'shop->login': {properties: ['closed']}}}", "one too many", false),
        Tuple.of(
            "{handles: {'shop->login': {properties: ['closed', 'postMessage', 'top']}}}",
            "one is missing",
            false),
        Tuple.of("{windows: {shop: {sandbox: []}}}", "none and none", true),
        Tuple.of("{windows: {login: {sandbox: []}}}", "none, but there are two", false),
        Tuple.of("{windows: {shop: {sandbox: 'x'}}}", "a list is no text", false),
        Tuple.of("{windows: {shop: {name: []}}}", "a text is no list", false),
        // not
        Tuple.of("{windows: {shop: {browsingContextGroup: {not: 2}}}}", "1 is not 2", true),
        Tuple.of("{windows: {shop: {browsingContextGroup: {not: 1}}}}", "1 is 1", false),
        Tuple.of("{windows: {shop: {error: {not: null}}}}", "it is missing, so null", false),
        Tuple.of("{windows: {shop: {not: {opener: 'x'}}}}", "its opener is not x", true),
        Tuple.of("{windows: {shop: {not: {opener: null}}}}", "its opener is null", false),
        Tuple.of("{windows: {shop: {not: {not: {opener: null}}}}}", "not not", true),
        Tuple.of("{windows: {login: {sandbox: {not: ['a', 'b']}}}}", "the same set", false),
        Tuple.of("{windows: {login: {sandbox: {not: ['a']}}}}", "another set", true),
        Tuple.of(
            "{windows: {shop: {not: null, opener: null}}}",
            "with other members it is a member like them",
            true),
        Tuple.of("{windows: {shop: {not: 'x', opener: null}}}", "and is missing", false),
        // Lists of objects are subsets, each item with a partner of its own.
        Tuple.of("{reports: [{endpoint: 's'}]}", "one of three", true),
        Tuple.of("{reports: [{endpoint: 't'}]}", "none", false),
        Tuple.of("{reports: [{type: 'coep'}, {type: 'coop'}]}", "in any order", true),
        Tuple.of("{reports: [{type: 'coop'}, {type: 'coop'}]}", "two of two", true),
        Tuple.of("{reports: [{type: 'coop'}, {type: 'coop'}, {type: 'coop'}]}", "three", false),
        Tuple.of(
            "{reports: [{type: 'coop'}, {body: {property: 'x'}}]}",
            "the first item must leave the first report to the second",
            true),
        Tuple.of("{reports: [{}, {}, {}]}", "any three", true),
        Tuple.of("{reports: [{}, {}, {}, {}]}", "there are only three", false),
        Tuple.of("{reports: []}", "none, but there are three", false),
        // not among objects
        Tuple.of("{reports: [{not: {type: 'csp'}}]}", "there is no such report", true),
        Tuple.of("{reports: [{not: {type: 'coep'}}]}", "there is one", false),
        Tuple.of("{reports: [{type: 'coep'}, {not: {type: 'coep'}}]}", "and no other", true),
        Tuple.of("{reports: [{type: 'coop'}, {not: {type: 'coop'}}]}", "another is left", false),
        Tuple.of(
            "{reports: [{type: 'coop'}, {not: {body: {property: 'x'}}}]}",
            "the item can take the report that must not be left",
            true),
        Tuple.of(
            "{reports: [{type: 'coop'}, {not: {body: {property: 'x'}}},"
                + " {not: {body: {property: 'y'}}}]}",
            "it cannot take both",
            false),
        Tuple.of("{reports: [{not: {not: {type: 'coep'}}}]}", "two are not coep", false),
        Tuple.of("{reports: {not: [{type: 'csp'}]}}", "it is not so that there is one", true),
        // Steps go by their numbers.
        Tuple.of("{steps: [{step: 2, outcome: {swap: 'full'}}]}", "the second", true),
        Tuple.of("{steps: [{step: 1, outcome: {swap: 'full'}}]}", "the first", false),
        Tuple.of("{steps: [{step: 3, outcome: {}}]}", "there is no third", false),
        Tuple.of("{steps: [{outcome: {swap: 'full'}}]}", "some step", true),
        Tuple.of(
            "{steps: [{step: 2}, {outcome: {swap: 'full'}}]}", "some step but the second", false),
        Tuple.of("{steps: [{not: {outcome: {error: {not: null}}}}]}", "no step fails", true),
        Tuple.of("{steps: []}", "nothing is expected of any step", true));
  }

  @Property
  @FromData("expectations")
  void an_expectation_is_met_where_the_format_says_so(
      @ForAll String expect, @ForAll String why, @ForAll boolean isMet) {
    assertThat(Expectations.mismatches(json(expect), RESULT).isEmpty()).as(why).isEqualTo(isMet);
  }

  @Example
  void a_mismatch_says_where_it_is_and_what_is_there() {
    var expect =
        json(
            """
            {windows: {login: {opener: null, sandbox: ['a']}, bank: {name: 'x'}},
             steps: [{step: 2, outcome: {swap: 'none'}}],
             reports: [{type: 'csp'}, {not: {endpoint: 's'}}]}
            """);
    assertThat(Expectations.mismatches(expect, RESULT).map(Mismatch::toString))
        .containsExactly(
            "windows.login.opener: expected null, found \"shop\"",
            "windows.login.sandbox: expected [\"a\"], found [\"b\",\"a\"]",
            "windows.bank: expected {\"name\":\"x\"}, found null",
            "steps[2].outcome.swap: expected \"none\", found \"full\"",
            "reports[]: expected {\"type\":\"csp\"}, found " + RESULT.get("reports"),
            "reports[]: expected {\"not\":{\"endpoint\":\"s\"}}, found "
                + RESULT.get("reports").get(2));
  }
}
