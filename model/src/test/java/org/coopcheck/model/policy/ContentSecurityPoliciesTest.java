package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.http.HeaderList;

class ContentSecurityPoliciesTest {
  private static final String CSP = "Content-Security-Policy";

  @Data
  Iterable<Tuple2<HeaderList, Option<String>>> sandboxes() {
    return Table.of( // header list, the keywords by which documents are sandboxed
        Tuple.of(HeaderList.EMPTY, Option.none()),
        Tuple.of(csp(""), Option.none()),
        Tuple.of(csp("default-src 'self'"), Option.none()),
        Tuple.of(csp("sandbox"), Option.some("")),
        Tuple.of(csp("sandbox allow-scripts"), Option.some("allow-scripts")),
        Tuple.of(csp(" \f;SandBox\t allow-scripts \r ;"), Option.some("allow-scripts")),
        Tuple.of(csp("default-src *; sandbox allow-popups"), Option.some("allow-popups")),
        Tuple.of(HeaderList.of("content-security-policy", "sandbox"), Option.some("")),
        // a repeated directive of one policy is ignored
        Tuple.of(csp("sandbox allow-scripts; sandbox allow-popups"), Option.some("allow-scripts")),
        // of several policies the last sandbox counts; they are not united
        Tuple.of(csp("sandbox allow-scripts, sandbox allow-popups"), Option.some("allow-popups")),
        Tuple.of(csp("sandbox, sandbox allow-popups"), Option.some("allow-popups")),
        Tuple.of(
            csp("sandbox allow-scripts").with(CSP, "sandbox allow-popups"),
            Option.some("allow-popups")),
        Tuple.of(
            csp("sandbox allow-scripts").with(CSP, "default-src *"), Option.some("allow-scripts")),
        Tuple.of(csp("sandbox allow-scripts,,"), Option.some("allow-scripts")),
        // a policy that is only reported sandboxes nothing
        Tuple.of(HeaderList.of(CSP + "-Report-Only", "sandbox"), Option.none()),
        Tuple.of(
            csp("sandbox allow-scripts").with(CSP + "-Report-Only", "sandbox"),
            Option.some("allow-scripts")),
        // what is not ASCII is no directive
        Tuple.of(csp("sandbox \u00e9"), Option.none()),
        Tuple.of(csp("x \u00e9; sandbox"), Option.some("")),
        Tuple.of(csp("sandboxed"), Option.none()),
        Tuple.of(csp("x sandbox"), Option.none()),
        Tuple.of(csp("sandbox\u000ballow-scripts"), Option.none()));
  }

  private static HeaderList csp(String value) {
    return HeaderList.of(CSP, value);
  }

  @Property
  @FromData("sandboxes")
  void a_response_is_sandboxed_by_the_last_sandbox_directive_that_is_enforced(
      @ForAll HeaderList headers, @ForAll Option<String> keywords) {
    var flags = ContentSecurityPolicies.cspDerivedSandboxingFlags(headers);
    if (keywords.isEmpty()) {
      assertThat(flags).isEmpty();
    } else {
      assertThat(flags)
          .isNotEmpty()
          .isEqualTo(SandboxDirectives.parseASandboxingDirective(keywords.get()));
    }
  }

  @Example
  void the_flags_are_read_once_per_header_list() {
    var headers = csp("sandbox allow-scripts");
    assertThat(ContentSecurityPolicies.cspDerivedSandboxingFlags(headers))
        .isSameAs(ContentSecurityPolicies.cspDerivedSandboxingFlags(headers));
  }
}
