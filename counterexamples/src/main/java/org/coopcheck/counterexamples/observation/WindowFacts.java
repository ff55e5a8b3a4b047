package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.world.LoadError;

/**
 * A window and the document that it shows, at one moment.
 *
 * @param label its label
 * @param isTopLevel whether it is a top-level traversable
 * @param parent the label of the window that it is a frame of
 * @param url the document's URL
 * @param origin the document's origin
 * @param isInitialAboutBlank whether the document is the initial {@code about:blank}
 * @param isOpen whether it is there, and not hidden in session history; if not, all else is what
 *     was last seen of it
 * @param error why the document is an error page
 * @param opener the label of what the document reads as {@code window.opener}
 * @param name {@code window.name}
 * @param openerPolicy the document's opener policy
 * @param openerPolicyOrigin the origin with which that policy is compared
 * @param embedderPolicy the document's embedder policy
 * @param isCrossOriginIsolated {@code self.crossOriginIsolated}
 * @param whyNotIsolated the conditions of isolation that are not met
 * @param browsingContextGroup the number of its browsing context group
 * @param coopGroup the number of its COOP group
 * @param virtualBrowsingContextGroup the number of its virtual browsing context group
 * @param agentCluster the number of the document's agent cluster
 * @param process the number of the document's process
 * @param sandbox the document's active sandboxing flags
 */
public record WindowFacts(
    String label,
    boolean isTopLevel,
    Option<String> parent,
    Url url,
    Origin origin,
    boolean isInitialAboutBlank,
    boolean isOpen,
    Option<LoadError> error,
    Option<String> opener,
    String name,
    OpenerPolicy openerPolicy,
    Origin openerPolicyOrigin,
    EmbedderPolicy embedderPolicy,
    boolean isCrossOriginIsolated,
    Vector<String> whyNotIsolated,
    int browsingContextGroup,
    int coopGroup,
    int virtualBrowsingContextGroup,
    int agentCluster,
    int process,
    Vector<SandboxingFlag> sandbox) {

  /** The same window after it was closed. */
  WindowFacts closed() {
    return new WindowFacts(
        label,
        isTopLevel,
        parent,
        url,
        origin,
        isInitialAboutBlank,
        false,
        error,
        opener,
        name,
        openerPolicy,
        openerPolicyOrigin,
        embedderPolicy,
        isCrossOriginIsolated,
        whyNotIsolated,
        browsingContextGroup,
        coopGroup,
        virtualBrowsingContextGroup,
        agentCluster,
        process,
        sandbox);
  }

  /** The same window with its opaque origins numbered by their places in this list. */
  WindowFacts withOpaqueOriginsNumbered(Vector<Origin> opaque) {
    return new WindowFacts(
        label,
        isTopLevel,
        parent,
        url,
        numbered(origin, opaque),
        isInitialAboutBlank,
        isOpen,
        error,
        opener,
        name,
        openerPolicy,
        numbered(openerPolicyOrigin, opaque),
        embedderPolicy,
        isCrossOriginIsolated,
        whyNotIsolated,
        browsingContextGroup,
        coopGroup,
        virtualBrowsingContextGroup,
        agentCluster,
        process,
        sandbox);
  }

  private static Origin numbered(Origin origin, Vector<Origin> opaque) {
    int index = opaque.indexOf(origin);
    return index < 0 ? origin : new OpaqueOrigin(index + 1);
  }
}
