package org.coopcheck.model.variant;

import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;
import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicies;
import org.coopcheck.model.policy.OpenerPolicies.AskedValue;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Questions.ComparedPolicy;
import org.coopcheck.model.variant.Questions.PropertyUse;
import org.coopcheck.model.world.CrossOriginIsolationMode;

/**
 * {@code restrict-properties}: a value that parts a page from the windows it is connected with, yet
 * {@code postMessage()} and {@code closed} still cross.
 *
 * <p>The parted pages are in different browsing context groups of one COOP group. A COOP group has
 * one browsing context group for each COOP origin with the value, another if it is isolated, and one
 * for all other pages; a window that comes back to a policy comes back to its group.
 */
public final class RestrictProperties {
  private static final Vector<String> USABLE_ACROSS_GROUPS = Vector.of("closed", "postMessage");

  private RestrictProperties() {}

  /** The standard, except for the value. */
  static final Variant PLAIN =
      HtmlStandard.VARIANT
          .named(
              "restrict-properties",
              "COOP: restrict-properties, with COOP groups",
              Source.of("coi-with-popups", "https://github.com/hemeryar/coi-with-popups"))
          .withOpenerPolicyValueAsRead(RestrictProperties::valueAsRead)
          .withGroupDecision(RestrictProperties::groupDecision)
          .withIsolationMode(RestrictProperties::isolationMode)
          .withCommonCoopOrigin(RestrictProperties::commonCoopOrigin)
          .withAllowsUse(RestrictProperties::allowsUse);

  /** With the inheritance that the proposal recommends. */
  public static final Variant VARIANT =
      CoopOriginInheritance.over(PLAIN).withName(PLAIN.name()).withSource(PLAIN.source());

  /** Popups inherit as in the standard. */
  public static final Variant WITHOUT_INHERITANCE =
      PLAIN.named(
          PLAIN.name() + "+none",
          PLAIN.summary() + "; popups inherit as in the standard",
          PLAIN.source());

  private static OpenerPolicyValue valueAsRead(AskedValue asked) {
    if (asked.value() != RESTRICT_PROPERTIES) return OpenerPolicies.valueAsRead(asked);
    return asked.isCompatibleWithCrossOriginIsolation()
        ? RESTRICT_PROPERTIES_PLUS_COEP
        : RESTRICT_PROPERTIES;
  }

  private static boolean isRestricted(OpenerPolicyValue value) {
    return value.withoutCoep() == RESTRICT_PROPERTIES;
  }

  private static Swap groupDecision(CoopComparison given) {
    var active = given.activeDocumentCoopValue();
    var response = given.responseCoopValue();
    if (isRestricted(active) && isRestricted(response)) {
      return active == response && given.sameOrigin() ? Swap.NONE : Swap.RELATED;
    }
    if (isRestricted(active)) return response == UNSAFE_NONE ? Swap.RELATED : Swap.FULL;
    if (isRestricted(response)) {
      boolean keepsPopups = active == SAME_ORIGIN_ALLOW_POPUPS && given.isInitialAboutBlank();
      return active == UNSAFE_NONE || keepsPopups ? Swap.RELATED : Swap.FULL;
    }
    return HtmlStandard.VARIANT.groupDecision().apply(given);
  }

  private static CrossOriginIsolationMode isolationMode(
      OpenerPolicy policy, CrossOriginIsolationMode possible) {
    return policy.value() == RESTRICT_PROPERTIES_PLUS_COEP
        ? possible
        : HtmlStandard.VARIANT.isolationMode().apply(policy, possible);
  }

  private static Option<Origin> commonCoopOrigin(ComparedPolicy policy) {
    return Option.when(isRestricted(policy.openerPolicy().value()), policy.coopOrigin());
  }

  private static boolean allowsUse(PropertyUse use) {
    return switch (use.relation()) {
      case SAME_GROUP -> true;
      case SAME_COOP_GROUP -> USABLE_ACROSS_GROUPS.contains(use.property());
      case UNRELATED -> false;
    };
  }
}
