package org.coopcheck.properties.invariant;

import io.vavr.collection.TreeSet;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.EmbedderPolicyValue;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.SessionHistoryEntry;
import org.coopcheck.model.world.World;

/**
 * A world without what only reports: no monitors, no virtual browsing context group IDs, no report-only values,
 * no endpoints of policies, neither in documents nor in what session history keeps of them.
 */
public final class EnforcedPart {
  private EnforcedPart() {}

  public static World of(World world) {
    return new World(
        world.navigables().mapValues(EnforcedPart::part),
        world
            .browsingContexts()
            .mapValues(each -> each.withVirtualBrowsingContextGroupId(0).withVirtualCoopGroupId(0)),
        world.groups(),
        world.documents().mapValues(EnforcedPart::part),
        TreeSet.empty(),
        world.nextNumber());
  }

  private static Navigable part(Navigable navigable) {
    return navigable.withHistory(
        navigable
            .history()
            .map(
                entry ->
                    new SessionHistoryEntry(
                        entry.url(), entry.document(), entry.initiator().map(EnforcedPart::part))),
        navigable.current());
  }

  private static Initiator part(Initiator initiator) {
    return new Initiator(
        initiator.origin(),
        initiator.url(),
        part(initiator.policyContainer()),
        initiator.sandboxingFlags(),
        initiator.isSameOriginWithItsTopLevel(),
        initiator.topLevelOpenerPolicy().enforcedPart());
  }

  private static Document part(Document document) {
    return document
        .withOpenerPolicy(document.openerPolicy().enforcedPart())
        .withPolicyContainer(part(document.policyContainer()));
  }

  private static PolicyContainer part(PolicyContainer container) {
    return container.withEmbedderPolicy(
        new EmbedderPolicy(
            container.embedderPolicy().value(), "", EmbedderPolicyValue.UNSAFE_NONE, ""));
  }
}
