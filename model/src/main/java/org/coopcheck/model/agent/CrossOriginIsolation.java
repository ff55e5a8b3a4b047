package org.coopcheck.model.agent;

import io.vavr.collection.Vector;
import org.coopcheck.model.policy.CrossPageWindowProxyPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;

/**
 * Who is cross-origin isolated.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#concept-settings-object-cross-origin-isolated-capability">HTML</a>
 */
public final class CrossOriginIsolation {
  private CrossOriginIsolation() {}

  /**
   * The cross-origin isolated capability of the document's settings object, which {@code
   * self.crossOriginIsolated} returns.
   */
  public static boolean isCapable(World world, Document document) {
    return isolationMode(world, document) == CrossOriginIsolationMode.CONCRETE
        && isAllowedToUseIt(document);
  }

  /**
   * The isolation mode of the document's agent cluster, which is that of its group; by a proposal it
   * can also be that of its page.
   */
  public static CrossOriginIsolationMode isolationMode(World world, Document document) {
    var ofTheGroup = world.groupOf(document).crossOriginIsolationMode();
    return ofTheGroup == CrossOriginIsolationMode.NONE
        ? world.pagePolicyOf(document).isolationMode()
        : ofTheGroup;
  }

  /**
   * "Allowed to use" for {@code cross-origin-isolated}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/iframe-embed-object.html#allowed-to-use">HTML</a>
   */
  public static boolean isAllowedToUseIt(Document document) {
    return document.permissionsPolicy().isEnabledFor(document.origin(), document.origin());
  }

  /**
   * Every condition of cross-origin isolation that the document does not meet, in the order in which
   * a site would mend them.
   *
   * @return {@code insecure-context}, {@code opener-policy}, {@code embedder-policy}, {@code
   *     browsing-context-group}, {@code isolation-mode}, {@code permissions-policy}; none if it is
   *     isolated
   */
  public static Vector<String> unmetConditions(World world, Document document) {
    if (isCapable(world, document)) return Vector.empty();
    var top = world.topLevelDocument(document);
    var coop = top.openerPolicy().value();
    boolean asksForIt =
        coop.withoutCoep() == OpenerPolicyValue.SAME_ORIGIN
            || coop.withoutCoep() == OpenerPolicyValue.RESTRICT_PROPERTIES
            || top.pagePolicy().value() != CrossPageWindowProxyPolicy.NONE;
    boolean isEmbeddable =
        top.policyContainer().embedderPolicy().isCompatibleWithCrossOriginIsolation();
    var mode = isolationMode(world, document);
    var unmet = Vector.<String>empty();
    if (!top.isSecureContext()) unmet = unmet.append("insecure-context");
    if (!asksForIt) unmet = unmet.append("opener-policy");
    if (!isEmbeddable) unmet = unmet.append("embedder-policy");
    if (mode == CrossOriginIsolationMode.NONE && asksForIt && isEmbeddable) {
      unmet = unmet.append("browsing-context-group");
    }
    if (mode == CrossOriginIsolationMode.LOGICAL) unmet = unmet.append("isolation-mode");
    if (!isAllowedToUseIt(document)) unmet = unmet.append("permissions-policy");
    return unmet;
  }
}
