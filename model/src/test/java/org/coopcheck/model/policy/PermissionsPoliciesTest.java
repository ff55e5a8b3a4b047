package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.TreeSet;
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
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;

class PermissionsPoliciesTest {
  private static final String FIELD = "Permissions-Policy";
  private static final Origin A = Url.of("https://a.example").tupleOrigin().get();
  private static final Origin B = Url.of("https://b.example").tupleOrigin().get();
  private static final Origin C = Url.of("https://c.example:8443").tupleOrigin().get();

  private static Option<Allowlist> all() {
    return Option.some(new Allowlist.All());
  }

  private static Option<Allowlist> these(Origin... origins) {
    return Option.some(new Allowlist.These(TreeSet.of(origins)));
  }

  private static Option<Allowlist> silent() {
    return Option.none();
  }

  /** The document's origin is A. */
  @Data
  Iterable<Tuple2<String, Option<Allowlist>>> headers() {
    return Table.of( // raw value, allowlist
        Tuple.of("cross-origin-isolated=()", these()),
        Tuple.of("cross-origin-isolated=*", all()),
        Tuple.of("cross-origin-isolated=(*)", all()),
        Tuple.of("cross-origin-isolated=(self * \"https://b.example\")", all()),
        Tuple.of("cross-origin-isolated=self", these(A)),
        Tuple.of("cross-origin-isolated=(self)", these(A)),
        Tuple.of("cross-origin-isolated=(self self)", these(A)),
        Tuple.of("cross-origin-isolated=(self \"https://b.example\")", these(A, B)),
        Tuple.of("cross-origin-isolated=(\"https://B.example:443/\")", these(B)),
        Tuple.of(
            "cross-origin-isolated=(\"https://b.example\" \"https://c.example:8443\")",
            these(B, C)),
        Tuple.of("cross-origin-isolated=(self);report-to=\"x\"", these(A)),
        Tuple.of("cross-origin-isolated=(self;p)", these(A)),
        Tuple.of("geolocation=(), cross-origin-isolated=(self), usb=*", these(A)),
        Tuple.of("cross-origin-isolated=(), cross-origin-isolated=*", all()),
        // items of other kinds are as if they were not there
        Tuple.of("cross-origin-isolated=(src)", these()),
        Tuple.of("cross-origin-isolated=(self none 1 ?1 \"self\" \"*\" \"\")", these(A)),
        Tuple.of("cross-origin-isolated=(\"b.example\")", these()),
        Tuple.of("cross-origin-isolated=(\"https:\")", these()),
        Tuple.of("cross-origin-isolated=(\"https://*.b.example\")", these()),
        Tuple.of("cross-origin-isolated=(\"https://b.example/path\")", these()),
        Tuple.of("cross-origin-isolated=(\"https://b.example?q\")", these()),
        Tuple.of("cross-origin-isolated=(\"https://b.example#f\")", these()),
        Tuple.of("cross-origin-isolated=(\"blob:https://b.example/1\")", these()),
        // w3c/webappsec-permissions-policy#527: as Chromium
        Tuple.of("cross-origin-isolated=\"https://b.example\"", these(B)),
        Tuple.of("cross-origin-isolated", these()),
        Tuple.of("cross-origin-isolated=?0", these()),
        Tuple.of("cross-origin-isolated=src", these()),
        // no dictionary, or nothing about the feature
        Tuple.of("geolocation=()", silent()),
        Tuple.of("", silent()),
        Tuple.of("Cross-Origin-Isolated=()", silent()),
        Tuple.of("cross-origin-isolated=(), geolocation=('self')", silent()),
        Tuple.of("cross-origin-isolated 'none'", silent()),
        Tuple.of("cross-origin-isolated=(),", silent()));
  }

  @Property
  @FromData("headers")
  void a_document_declares_the_allowlist_of_its_header(
      @ForAll String raw, @ForAll Option<Allowlist> allowlist) {
    assertThat(PermissionsPolicies.declaredAllowlist(HeaderList.of(FIELD, raw), A))
        .isEqualTo(allowlist);
  }

  @Example
  void without_the_header_a_document_declares_nothing() {
    assertThat(PermissionsPolicies.declaredAllowlist(HeaderList.EMPTY, A)).isEmpty();
    assertThat(
            PermissionsPolicies.declaredAllowlist(
                HeaderList.of(FIELD + "-Report-Only", "cross-origin-isolated=()"), A))
        .isEmpty();
  }

  @Example
  void two_lines_of_the_header_are_one_policy() {
    var headers = HeaderList.of(FIELD, "cross-origin-isolated=()", FIELD, "usb=()");
    assertThat(PermissionsPolicies.declaredAllowlist(headers, A)).isEqualTo(these());
    assertThat(
            PermissionsPolicies.declaredAllowlist(
                headers.with(FIELD, "cross-origin-isolated=*"), A))
        .isEqualTo(all());
  }

  @Example
  void self_is_the_document_that_asks_also_if_it_is_opaque() {
    var headers = HeaderList.of(FIELD, "cross-origin-isolated=(self)");
    assertThat(PermissionsPolicies.declaredAllowlist(headers, A)).isEqualTo(these(A));
    assertThat(PermissionsPolicies.declaredAllowlist(headers, B)).isEqualTo(these(B));
    assertThat(PermissionsPolicies.declaredAllowlist(headers, new OpaqueOrigin(1)))
        .isEqualTo(these(new OpaqueOrigin(1)));
  }

  @Example
  void an_allowlist_matches_just_the_origins_in_it() {
    assertThat(these(A, B).get().matches(A)).isTrue();
    assertThat(these(A, B).get().matches(C)).isFalse();
    assertThat(these().get().matches(A)).isFalse();
    assertThat(these(new OpaqueOrigin(1)).get().matches(new OpaqueOrigin(1))).isTrue();
    assertThat(these(new OpaqueOrigin(1)).get().matches(new OpaqueOrigin(2))).isFalse();
    assertThat(all().get().matches(new OpaqueOrigin(2))).isTrue();
  }

  /** The container's origin is A, the declared origin of the iframe is B. */
  @Data
  Iterable<Tuple2<String, Option<Allowlist>>> attributes() {
    return Table.of( // attribute, allowlist
        Tuple.of("cross-origin-isolated", these(B)),
        Tuple.of(" \tcross-origin-isolated\n", these(B)),
        Tuple.of("cross-origin-isolated *", all()),
        Tuple.of("cross-origin-isolated 'none' *", all()),
        Tuple.of("cross-origin-isolated 'self'", these(A)),
        Tuple.of("cross-origin-isolated 'SELF' 'Src'", these(A, B)),
        Tuple.of("cross-origin-isolated 'src'", these(B)),
        Tuple.of("cross-origin-isolated 'none'", these()),
        Tuple.of("cross-origin-isolated 'none' 'self'", these(A)),
        Tuple.of("cross-origin-isolated self", these()),
        Tuple.of("cross-origin-isolated https://c.example:8443/path?q", these(C)),
        Tuple.of("cross-origin-isolated https://c.example:8443\fhttps://b.example", these(B, C)),
        Tuple.of("cross-origin-isolated c.example /path about:blank data:,", these()),
        Tuple.of("cross-origin-isolated https://*.b.example", these()),
        Tuple.of("fullscreen *; cross-origin-isolated 'self' ;usb", these(A)),
        Tuple.of("cross-origin-isolated 'none'; cross-origin-isolated 'self'", these(A)),
        Tuple.of("cross-origin-isolated 'self'; cross-origin-isolated 'none'", these()),
        Tuple.of(";;cross-origin-isolated;;", these(B)),
        Tuple.of("fullscreen cross-origin-isolated", silent()),
        Tuple.of("Cross-Origin-Isolated", silent()),
        Tuple.of("cross-origin-isolated, fullscreen", silent()),
        Tuple.of("cross-origin-isolated=*", silent()),
        Tuple.of("", silent()),
        Tuple.of(";", silent()));
  }

  @Property
  @FromData("attributes")
  void an_iframe_allows_whom_its_attribute_names(
      @ForAll String attribute, @ForAll Option<Allowlist> allowlist) {
    assertThat(PermissionsPolicies.containerAllowlist(attribute, A, Option.some(B)))
        .isEqualTo(allowlist);
  }

  @Example
  void an_iframe_whose_declared_origin_is_a_new_opaque_one_allows_nobody_by_src() {
    assertThat(containerAllowlistWithoutSrc("cross-origin-isolated")).isEqualTo(these());
    assertThat(containerAllowlistWithoutSrc("cross-origin-isolated 'src'")).isEqualTo(these());
    assertThat(containerAllowlistWithoutSrc("cross-origin-isolated 'self'")).isEqualTo(these(A));
    assertThat(containerAllowlistWithoutSrc("cross-origin-isolated *")).isEqualTo(all());
  }

  private static Option<Allowlist> containerAllowlistWithoutSrc(String attribute) {
    return PermissionsPolicies.containerAllowlist(attribute, A, Option.none());
  }
}
