package org.coopcheck.model.navigation;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.PagePolicy;

/**
 * Navigation params: what a document is made of.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#navigation-params">HTML</a>
 * @param url the URL of the final response
 * @param origin the origin of the document
 * @param openerPolicy the opener policy of the document
 * @param pagePolicy what the document says of its page
 * @param policyContainer the policy container of the document
 * @param finalSandboxingFlags the final sandboxing flag set
 * @param browsingContextFlags the flags that a browsing context made for the document keeps
 * @param enforcementResult the opener policy enforcement result
 * @param headers the header list of the final response
 * @param isSecureContext whether the document's environment is a secure context
 * @param referrer the referrer of the request
 * @param redirectOrigins the origins of the responses that redirected to this one
 * @param error why the document is an error document, if it is one
 */
record NavigationParams(
    Url url,
    Origin origin,
    OpenerPolicy openerPolicy,
    PagePolicy pagePolicy,
    PolicyContainer policyContainer,
    SortedSet<SandboxingFlag> finalSandboxingFlags,
    SortedSet<SandboxingFlag> browsingContextFlags,
    OpenerPolicyEnforcementResult enforcementResult,
    HeaderList headers,
    boolean isSecureContext,
    Option<Url> referrer,
    Vector<Origin> redirectOrigins,
    Option<LoadError> error) {}
