package org.coopcheck.model.variant;

import io.vavr.Function1;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;

/**
 * One answer to one question on which the text and the engines, or two engines, part. Users write
 * it behind a variant's name: {@code html,about-blank=literal}.
 *
 * @param key the question
 * @param value the answer
 * @param isDefault whether the variants answer so if nothing is said
 * @param statement the answer in one sentence
 * @param source who answers so
 * @param change what it makes of a variant
 * @param refusal why the question does not come up under a variant
 */
public record Choice(
    String key,
    String value,
    boolean isDefault,
    String statement,
    Source source,
    Function1<Variant, Variant> change,
    Function1<Variant, Option<String>> refusal) {

  static final Source CHROMIUM =
      Source.of(
          "Chromium",
          "https://source.chromium.org/chromium/chromium/src/+/main:content/browser/security/coop/");
  static final Source COOP_INHERITANCE =
      Source.of("COOP inheritance document", "https://github.com/whatwg/html/issues/8481");
  static final Source CONJECTURE =
      Source.of(
          "conjecture",
          "https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies");

  /** What the variants do if nothing is said. */
  static Choice standing(String key, String value, String statement, Source source) {
    return new Choice(
        key, value, true, statement, source, variant -> variant, variant -> Option.none());
  }

  static Choice of(
      String key,
      String value,
      String statement,
      Source source,
      Function1<Variant, Variant> change) {
    return new Choice(key, value, false, statement, source, change, variant -> Option.none());
  }

  /** An open point of {@code restrict-properties}. */
  static Choice onCoopGroups(
      String key,
      String value,
      boolean isDefault,
      String statement,
      Function1<Variant, Variant> change) {
    return new Choice(
        key,
        value,
        isDefault,
        statement,
        RestrictProperties.VARIANT.source(),
        change,
        variant ->
            Option.when(
                !variant.hasCoopGroups(),
                () ->
                    "%s is a question of restrict-properties; %s has no COOP groups"
                        .formatted(key, variant.name())));
  }

  /** An open point of the Cross-Page-Window-Proxy-Policy explainer. */
  static Choice onPagePolicies(
      String key,
      String value,
      boolean isDefault,
      String statement,
      Function1<Variant, Variant> change) {
    return new Choice(
        key,
        value,
        isDefault,
        statement,
        CrossPageWindowProxies.VARIANT.source(),
        change,
        variant ->
            Option.when(
                !variant.hasPagePolicies(),
                () ->
                    "%s is a question of cpwpp; %s reads no Cross-Page-Window-Proxy-Policy"
                        .formatted(key, variant.name())));
  }

  static Source issue(String number) {
    return Source.of("whatwg/html#" + number, "https://github.com/whatwg/html/issues/" + number);
  }

  /** As users write it. */
  public String spelling() {
    return key + "=" + value;
  }

  /** The variant with this answer, and a name that says so. */
  public Variant applyTo(Variant variant) {
    return change
        .apply(variant)
        .named(
            variant.name() + "," + spelling(),
            variant.summary() + "; " + statement,
            variant.source());
  }
}
