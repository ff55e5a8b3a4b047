package org.coopcheck.counterexamples.headers;

import static org.coopcheck.counterexamples.headers.Note.because;
import static org.coopcheck.counterexamples.headers.Note.hint;
import static org.coopcheck.counterexamples.headers.Note.ignored;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import org.coopcheck.counterexamples.scenario.NearestWord;
import org.coopcheck.model.http.BareItem;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.StructuredItem;
import org.coopcheck.model.navigation.Navigation;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.Allowlist;
import org.coopcheck.model.policy.ContentSecurityPolicies;
import org.coopcheck.model.policy.CrossOriginResourcePolicies;
import org.coopcheck.model.policy.CrossOriginResourcePolicy;
import org.coopcheck.model.policy.EmbedderPolicies;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.EmbedderPolicyValue;
import org.coopcheck.model.policy.OpenerPolicies;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.PermissionsPolicies;
import org.coopcheck.model.policy.ReferrerPolicies;
import org.coopcheck.model.policy.ReferrerPolicy;
import org.coopcheck.model.policy.ReportingEndpoints;
import org.coopcheck.model.policy.SandboxDirectives;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.variant.Variant;

/**
 * What the headers of one response become.
 *
 * @param headers the headers
 * @param url the URL of the response
 * @param variant the rules
 */
record Findings(HeaderList headers, Url url, Variant variant) {
  private static final String COOP = "Cross-Origin-Opener-Policy";
  private static final String COEP = "Cross-Origin-Embedder-Policy";
  private static final String REPORT_ONLY = "-Report-Only";
  private static final Vector<String> EMBEDDER_POLICY_TOKENS =
      Vector.of(EmbedderPolicyValue.values()).map(EmbedderPolicyValue::token);
  private static final Vector<String> KEYWORDS = SandboxDirectives.keywords();
  private static final int MOST_UNKNOWN_TOKENS = 10;
  private static final Vector<String> RESOURCE_POLICIES =
      Vector.of(CrossOriginResourcePolicy.values()).map(Findings::word);

  boolean isSecureContext() {
    return url.isPotentiallyTrustworthy();
  }

  OpenerPolicy openerPolicy() {
    return variant
        .openerPolicyAsRead()
        .apply(
            OpenerPolicies.obtainAnOpenerPolicy(
                headers, isSecureContext(), variant.openerPolicyValueAsRead()));
  }

  EmbedderPolicy embedderPolicy() {
    return EmbedderPolicies.obtainAnEmbedderPolicy(headers, isSecureContext());
  }

  SortedMap<String, Url> endpoints() {
    return ReportingEndpoints.parse(headers, url);
  }

  /** One for each policy that always has a value, or that the response speaks of. */
  Vector<Finding> all() {
    return Vector.of(openerFinding(), embedderFinding())
        .appendAll(reportOnlyOpenerFinding())
        .appendAll(reportOnlyEmbedderFinding())
        .appendAll(sandboxFinding())
        .appendAll(permissionsFinding())
        .appendAll(originAgentClusterFinding())
        .appendAll(resourcePolicyFinding())
        .appendAll(referrerPolicyFinding())
        .appendAll(endpointsFinding());
  }

  // Opener policies.

  private Vector<String> openerPolicyTokens() {
    return variant
        .values()
        .map(OpenerPolicyValue::withoutCoep)
        .distinct()
        .map(OpenerPolicyValue::token);
  }

  private Finding openerFinding() {
    var policy = openerPolicy();
    return finding("opener policy", COOP, policy.value().token())
        .with(notesOn(COOP, openerPolicyTokens()))
        .with(plusCoepNotes(policy.value()))
        .with(endpointNotes(COOP, policy.reportingEndpoint()));
  }

  private Option<Finding> reportOnlyOpenerFinding() {
    var policy = openerPolicy();
    String header = COOP + REPORT_ONLY;
    return ifSent(
        finding("opener policy, report only", header, policy.reportOnlyValue().token())
            .with(notesOn(header, openerPolicyTokens()))
            .with(reportOnlyNotes(policy, header))
            .with(endpointNotes(header, policy.reportOnlyReportingEndpoint())));
  }

  private Vector<Note> plusCoepNotes(OpenerPolicyValue value) {
    String coep = embedderPolicy().value().token();
    return switch (value) {
      case SAME_ORIGIN_PLUS_COEP, RESTRICT_PROPERTIES_PLUS_COEP ->
          Vector.of(because(value.withoutCoep() + ", and the embedder policy is " + coep));
      case SAME_ORIGIN, RESTRICT_PROPERTIES ->
          Vector.of(
              because(
                  "the embedder policy is %s, so it is %s and nothing more"
                      .formatted(coep, value)));
      case UNSAFE_NONE, SAME_ORIGIN_ALLOW_POPUPS, NOOPENER_ALLOW_POPUPS -> Vector.empty();
    };
  }

  private Vector<Note> reportOnlyNotes(OpenerPolicy policy, String header) {
    var token = headers.getStructuredItem(header).flatMap(StructuredItem::token);
    var asSent = token.flatMap(OpenerPolicyValue::fromToken);
    Vector<Note> notes = Vector.empty();
    if (asSent.isDefined()
        && isSecureContext()
        && asSent.get() != OpenerPolicyValue.UNSAFE_NONE
        && policy.reportOnlyValue() == OpenerPolicyValue.UNSAFE_NONE) {
      notes = notes.append(ignored(variant.name() + " has no report-only " + asSent.get()));
    }
    if (policy.reportOnlyValue() != OpenerPolicyValue.UNSAFE_NONE) {
      notes = notes.append(because("it is tried and reported, and cuts nothing"));
      if (policy.reportOnlyReportingEndpoint().isEmpty()) {
        notes = notes.append(hint("without ; report-to=\"name\" nobody is told"));
      }
    }
    return notes;
  }

  // Embedder policies.

  private Finding embedderFinding() {
    var policy = embedderPolicy();
    return finding("embedder policy", COEP, policy.value().token())
        .with(notesOn(COEP, EMBEDDER_POLICY_TOKENS))
        .with(compatibilityNotes(policy.value()))
        .with(endpointNotes(COEP, nonEmpty(policy.reportingEndpoint())));
  }

  private Option<Finding> reportOnlyEmbedderFinding() {
    var policy = embedderPolicy();
    String header = COEP + REPORT_ONLY;
    return ifSent(
        finding("embedder policy, report only", header, policy.reportOnlyValue().token())
            .with(notesOn(header, EMBEDDER_POLICY_TOKENS))
            .with(endpointNotes(header, nonEmpty(policy.reportOnlyReportingEndpoint()))));
  }

  private static Vector<Note> compatibilityNotes(EmbedderPolicyValue value) {
    return value.isCompatibleWithCrossOriginIsolation()
        ? Vector.of(because("it is compatible with cross-origin isolation"))
        : Vector.empty();
  }

  private static Option<String> nonEmpty(String endpoint) {
    return Option.when(!endpoint.isEmpty(), endpoint);
  }

  // What both kinds of policies have in common.

  /** Why the field does not become what its author may have meant. */
  private Vector<Note> notesOn(String header, Vector<String> legal) {
    if (!headers.contains(header)) return Vector.empty();
    if (!isSecureContext()) {
      return Vector.of(
          ignored(
              url.scheme()
                  + ":// is no secure context; use https://, or localhost while developing"));
    }
    return headers
        .getStructuredItem(header)
        .fold(
            () -> Vector.of(ignored(FieldTroubles.whyThereIsNoItem(headers, header))),
            item -> Vector.ofAll(troubleWith(item.bareItem(), header, legal).map(Note::ignored)));
  }

  private Option<String> troubleWith(BareItem item, String header, Vector<String> legal) {
    return switch (item) {
      case BareItem.Token(var token) ->
          Option.when(!legal.contains(token), () -> troubleWithToken(token, header, legal));
      case BareItem.StringItem(var string) ->
          Option.some(
              legal.contains(string)
                  ? "it is in quotation marks; write " + string + " without them"
                  : "it is a quoted string and not one of " + legal.mkString(", "));
      case BareItem.BooleanItem ignored -> Option.some(notAWord(legal));
      case BareItem.Other ignored -> Option.some(notAWord(legal));
    };
  }

  private static String notAWord(Vector<String> legal) {
    return "it is not one of " + legal.mkString(", ");
  }

  private String troubleWithToken(String token, String header, Vector<String> legal) {
    String lowerCase = token.toLowerCase(Locale.ROOT);
    if (legal.contains(lowerCase)) {
      return token + " has capital letters, and values are compared by case; write " + lowerCase;
    }
    if (lowerCase.equals(OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP.token())) {
      return "no header can say " + token + "; it comes of same-origin with an embedder policy";
    }
    return headerOf(lowerCase)
        .filter(other -> !header.startsWith(other))
        .map(other -> token + " is a value of " + other)
        .getOrElse(() -> token + " is no value of this header" + meant(token, legal));
  }

  private static String meant(String found, Vector<String> legal) {
    return NearestWord.to(found, legal)
        .map(word -> "; did you mean " + word + "?")
        .getOrElse("; there are " + legal.mkString(", "));
  }

  private Option<String> headerOf(String token) {
    if (openerPolicyTokens().contains(token)) return Option.some(COOP);
    if (EMBEDDER_POLICY_TOKENS.contains(token)) return Option.some(COEP);
    return Option.when(RESOURCE_POLICIES.contains(token), "Cross-Origin-Resource-Policy");
  }

  private Vector<Note> endpointNotes(String header, Option<String> recorded) {
    var parameter =
        headers.getStructuredItem(header).flatMap(item -> item.parameters().get("report-to"));
    if (!isSecureContext() || parameter.isEmpty()) return Vector.empty();
    boolean isString = parameter.get() instanceof BareItem.StringItem;
    if (!isString) {
      return Vector.of(ignored("report-to needs quotation marks: ; report-to=\"name\""));
    }
    if (recorded.isEmpty())
      return Vector.of(ignored("report-to, since there is nothing to report"));
    String name = recorded.get();
    return Vector.of(
        endpoints()
            .get(name)
            .map(to -> because("reports for \"" + name + "\" go to " + to))
            .getOrElse(
                () -> hint("no Reporting-Endpoints declares \"" + name + "\": no report is sent")));
  }

  // Other headers.

  private Option<Finding> sandboxFinding() {
    var flags = ContentSecurityPolicies.cspDerivedSandboxingFlags(headers);
    if (flags.isEmpty()) return Option.none();
    var finding =
        finding(
                "sandbox",
                "Content-Security-Policy",
                flags.toVector().map(Findings::word).mkString(", "))
            .with(notesOnSandboxDirectives());
    return Option.some(
        flags.contains(SandboxingFlag.SANDBOXED_ORIGIN)
            ? finding.with(
                because("without allow-same-origin the document's origin is opaque, like no other"))
            : finding);
  }

  private Vector<Note> notesOnSandboxDirectives() {
    var unknown =
        ContentSecurityPolicies.sandboxDirectives(headers)
            .flatMap(SandboxDirectives::unknownTokens)
            .distinct();
    var more =
        Option.when(
            unknown.size() > MOST_UNKNOWN_TOKENS,
            () -> ignored(unknown.size() - MOST_UNKNOWN_TOKENS + " more that are no keywords"));
    return unknown
        .take(MOST_UNKNOWN_TOKENS)
        .map(token -> ignored(token + " is no keyword of sandbox" + meant(token, KEYWORDS)))
        .appendAll(more);
  }

  private Option<Finding> permissionsFinding() {
    String header = "Permissions-Policy";
    boolean isDictionary = headers.getStructuredDictionary(header).isDefined();
    var declared =
        url.tupleOrigin().flatMap(self -> PermissionsPolicies.declaredAllowlist(headers, self));
    var finding =
        finding(
            "permission to be isolated",
            header,
            declared.map(Findings::words).getOrElse("not mentioned, so the page's own origin"));
    return ifSent(
        isDictionary
            ? finding
            : finding.with(
                ignored(
                    "it is no structured dictionary, such as cross-origin-isolated=(self),"
                        + " geolocation=()")));
  }

  private static String words(Allowlist allowlist) {
    return switch (allowlist) {
      case Allowlist.All() -> "every origin";
      case Allowlist.These(var origins) -> origins.isEmpty() ? "nobody" : origins.mkString(", ");
    };
  }

  private Option<Finding> originAgentClusterFinding() {
    String header = "Origin-Agent-Cluster";
    boolean asks = Navigation.requestsOriginAgentCluster(headers, isSecureContext());
    boolean isBoolean =
        headers
            .getStructuredItem(header)
            .exists(item -> item.bareItem() instanceof BareItem.BooleanItem);
    var finding = finding("origin agent cluster", header, asks ? "asked for" : "not asked for");
    if (!isSecureContext()) return ifSent(finding.with(notesOn(header, Vector.empty())));
    return ifSent(isBoolean ? finding : finding.with(ignored("its values are ?1 and ?0")));
  }

  private Option<Finding> resourcePolicyFinding() {
    String header = "Cross-Origin-Resource-Policy";
    var policy = CrossOriginResourcePolicies.parse(headers);
    var finding = finding("resource policy", header, policy.map(Findings::word).getOrElse("none"));
    return ifSent(
        policy.isDefined()
            ? finding
            : finding.with(
                ignored(
                    "its values are exactly "
                        + RESOURCE_POLICIES.mkString(", ")
                        + headers
                            .get(header)
                            .flatMap(value -> NearestWord.to(value, RESOURCE_POLICIES))
                            .map(word -> "; did you mean " + word + "?")
                            .getOrElse(""))));
  }

  private Option<Finding> referrerPolicyFinding() {
    String header = "Referrer-Policy";
    var policy = ReferrerPolicies.parse(headers);
    var finding =
        finding("referrer policy", header, policy.getOrElse(ReferrerPolicy.DEFAULT).token());
    return ifSent(policy.isDefined() ? finding : finding.with(ignored("it has no known value")));
  }

  private Option<Finding> endpointsFinding() {
    var endpoints = endpoints();
    String header = headers.contains("Reporting-Endpoints") ? "Reporting-Endpoints" : "Report-To";
    var finding =
        finding(
            "reporting endpoints",
            header,
            endpoints.isEmpty()
                ? "none"
                : endpoints.map(each -> "\"" + each._1 + "\" " + each._2).mkString(", "));
    return ifSent(
        endpoints.isEmpty()
            ? finding.with(
                ignored(
                    isSecureContext()
                        ? "it declares no endpoint with an https:// URL"
                        : url.scheme() + ":// is no secure context"))
            : finding);
  }

  private Finding finding(String policy, String header, String value) {
    return new Finding(policy, header, headers.get(header), value, Vector.empty());
  }

  private static Option<Finding> ifSent(Finding finding) {
    return Option.when(finding.sent().isDefined(), finding);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
