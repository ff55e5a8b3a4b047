package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Hostile;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;

class HostileHeadersTest {
  private static final int KIB_64 = 65_536;
  private static final Url BASE = Url.of("https://a.example/");
  private static final Origin SELF = BASE.tupleOrigin().get();

  @Property(seed = "9007120034419753", tries = 100, edgeCases = EdgeCasesMode.NONE)
  void no_value_makes_a_reading_throw(
      @ForAll("texts") String value, @ForAll("texts") String other) {
    readEverything(value, other);
    readEverything("cross-origin-isolated=(" + value, "{\"group\":" + other);
    readEverything("sandbox " + value, "cross-origin-isolated " + other);
  }

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Example
  void no_field_full_of_policies_makes_a_reading_throw() {
    readEverything(fullOf("sandbox allow-scripts,"), fullOf("{\"group\":\"g\"},"));
    readEverything(fullOf("sandbox a b;"), fullOf("cross-origin-isolated 'src';"));
    readEverything(
        "cross-origin-isolated=(" + fullOf("\"https://b.example\" ") + ")",
        "cross-origin-isolated " + fullOf("https://b.example "));
    readEverything(
        fullOf("cross-origin-isolated=*,"),
        "{\"max_age\":1,\"endpoints\":[" + fullOf("{\"url\":\"r\"},") + "{\"url\":\"/r\"}]}");
  }

  private static String fullOf(String unit) {
    return unit.repeat(KIB_64 / unit.length());
  }

  private static void readEverything(String value, String other) {
    var headers =
        HeaderList.of(
            "Content-Security-Policy", value,
            "Content-Security-Policy", other,
            "Cross-Origin-Resource-Policy", value,
            "Permissions-Policy", value,
            "Referrer-Policy", value,
            "Reporting-Endpoints", value,
            "Report-To", other);
    assertThat(ContentSecurityPolicies.cspDerivedSandboxingFlags(headers)).isNotNull();
    assertThat(CrossOriginResourcePolicies.parse(headers)).isNotNull();
    assertThat(PermissionsPolicies.declaredAllowlist(headers, SELF)).isNotNull();
    assertThat(
            PermissionsPolicies.containerAllowlist(other, SELF, Option.some(new OpaqueOrigin(1))))
        .isNotNull();
    assertThat(ReferrerPolicies.parse(headers)).isNotNull();
    assertThat(ReportingEndpoints.parse(headers, BASE)).isNotNull();
    assertThat(SandboxDirectives.parseASandboxingDirective(other)).isNotEmpty();
    assertThat(SandboxDirectives.unknownTokens(other)).isNotNull();
  }
}
