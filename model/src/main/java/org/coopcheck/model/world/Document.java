package org.coopcheck.model.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.PermissionsPolicy;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.policy.SandboxingFlag;

/**
 * A document with its window.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/dom.html#document">HTML</a>
 * @param id names it
 * @param browsingContext its browsing context
 * @param url its URL
 * @param origin its origin
 * @param isInitialAboutBlank whether it is the initial {@code about:blank}
 * @param openerPolicy its opener policy
 * @param policyContainer its policy container
 * @param activeSandboxingFlags its active sandboxing flag set
 * @param permissionsPolicy its permissions policy, as far as {@code cross-origin-isolated} goes
 * @param pagePolicy what it says of its page, if it is a top-level document
 * @param isSecureContext whether its relevant settings object is a secure context
 * @param agentClusterKey the key of its agent cluster in the agent cluster map of its group
 * @param reportingEndpoints the endpoints that its response named
 * @param referrer its referrer
 * @param redirectOrigins the origins of the responses that redirected to it, each once
 * @param error why this is an error document, if it is one
 * @param handles the {@code WindowProxy} objects that its scripts got and keep; those that any
 *     script can read anew ({@code parent}, {@code top}, {@code frames}) are not stored
 */
@RecordBuilder
public record Document(
    DocumentId id,
    BrowsingContextId browsingContext,
    Url url,
    Origin origin,
    boolean isInitialAboutBlank,
    OpenerPolicy openerPolicy,
    PolicyContainer policyContainer,
    SortedSet<SandboxingFlag> activeSandboxingFlags,
    PermissionsPolicy permissionsPolicy,
    PagePolicy pagePolicy,
    boolean isSecureContext,
    AgentClusterKey agentClusterKey,
    SortedMap<String, Url> reportingEndpoints,
    Option<Url> referrer,
    Vector<Origin> redirectOrigins,
    Option<LoadError> error,
    SortedSet<Handle> handles)
    implements DocumentBuilder.With {

  /** The origin with which its opener policy is compared; in the standard always its origin. */
  public Origin coopOrigin() {
    return openerPolicy.coopOriginIn(origin);
  }

  /** The same, where handles on the one browsing context are handles on the other. */
  Document referringTo(BrowsingContextId to, BrowsingContextId instead) {
    return handles.exists(each -> each.browsingContext().equals(to))
        ? withHandles(
            handles.map(
                each ->
                    each.browsingContext().equals(to)
                        ? new Handle(each.navigable(), instead, each.obtained())
                        : each))
        : this;
  }

  /** Whether the flag is in the active sandboxing flag set. */
  public boolean has(SandboxingFlag flag) {
    return activeSandboxingFlags.contains(flag);
  }
}
