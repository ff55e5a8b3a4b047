package org.coopcheck.model.policy;

import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;

/**
 * What a permissions policy says of the one feature {@code cross-origin-isolated}, whose default
 * allowlist is {@code 'self'}.
 *
 * @see <a href="https://w3c.github.io/webappsec-permissions-policy/#permissions-policy">Permissions
 *     Policy</a>
 * @param isEnabledByInheritance the inherited policy for the feature
 * @param declared the declared policy for the feature, if a header declares one
 */
public record PermissionsPolicy(boolean isEnabledByInheritance, Option<Allowlist> declared) {

  /** What a document starts with that no document contains. */
  public static final PermissionsPolicy OF_A_TOP_LEVEL_DOCUMENT =
      new PermissionsPolicy(true, Option.none());

  /**
   * "Is feature enabled in document for origin?"
   *
   * @see <a href="https://w3c.github.io/webappsec-permissions-policy/#is-feature-enabled">Permissions
   *     Policy</a>
   * @param documentOrigin the origin of the document whose policy this is
   * @param origin the origin that would use the feature
   */
  public boolean isEnabledFor(Origin documentOrigin, Origin origin) {
    if (!isEnabledByInheritance) return false; // 2.
    return declared.fold(
        () -> origin.isSameOriginWith(documentOrigin), // 4. default allowlist 'self'
        allowlist -> allowlist.matches(origin)); // 3.
  }

  /**
   * "Define an inherited policy for feature in container at origin."
   *
   * @see <a href="https://w3c.github.io/webappsec-permissions-policy/#algo-define-inherited-policy-in-container">Permissions
   *     Policy</a>
   * @param container the policy of the container document
   * @param containerOrigin the origin of the container document
   * @param containerPolicy what the container's {@code allow} attribute says of the feature
   * @param origin the origin of the document that is contained
   */
  public static boolean isInheritedByAFrame(
      PermissionsPolicy container,
      Origin containerOrigin,
      Option<Allowlist> containerPolicy,
      Origin origin) {
    if (!container.isEnabledFor(containerOrigin, containerOrigin)) return false;
    if (container.declared().exists(allowlist -> !allowlist.matches(origin))) return false;
    return containerPolicy.fold(
        () -> origin.isSameOriginWith(containerOrigin), allowlist -> allowlist.matches(origin));
  }
}
