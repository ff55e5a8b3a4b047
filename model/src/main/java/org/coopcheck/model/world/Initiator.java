package org.coopcheck.model.world;

import io.vavr.collection.SortedSet;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.policy.SandboxingFlag;

/**
 * What a navigation takes along from the document that started it: the initiator origin and the
 * source snapshot params.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#source-snapshot-params">HTML</a>
 * @param origin the initiator origin
 * @param url the URL of the document
 * @param policyContainer its policy container
 * @param sandboxingFlags its active sandboxing flag set
 * @param isSameOriginWithItsTopLevel whether it is same origin with its top-level document
 * @param topLevelOpenerPolicy the opener policy of its top-level document
 */
public record Initiator(
    Origin origin,
    Url url,
    PolicyContainer policyContainer,
    SortedSet<SandboxingFlag> sandboxingFlags,
    boolean isSameOriginWithItsTopLevel,
    OpenerPolicy topLevelOpenerPolicy) {}
