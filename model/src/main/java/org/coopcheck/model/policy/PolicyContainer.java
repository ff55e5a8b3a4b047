package org.coopcheck.model.policy;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;

/**
 * A policy container.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#policy-container">HTML</a>
 * @param cspSandboxingFlags the CSP-derived sandboxing flags of its CSP list. MODEL: the rest of the
 *     CSP list is left out; what other directives block can not be found.
 * @param embedderPolicy its embedder policy
 * @param referrerPolicy its referrer policy
 */
public record PolicyContainer(
    SortedSet<SandboxingFlag> cspSandboxingFlags,
    EmbedderPolicy embedderPolicy,
    ReferrerPolicy referrerPolicy) {

  /** A new policy container. */
  public static final PolicyContainer DEFAULT =
      new PolicyContainer(TreeSet.empty(), EmbedderPolicy.DEFAULT, ReferrerPolicy.DEFAULT);

  public PolicyContainer withEmbedderPolicy(EmbedderPolicy newEmbedderPolicy) {
    return new PolicyContainer(cspSandboxingFlags, newEmbedderPolicy, referrerPolicy);
  }
}
