package org.coopcheck.model.policy;

/**
 * The sandboxing flags that some rule of the model reads, in the order of the standard.
 *
 * <p>MODEL: the flags for forms, pointer lock, modals, orientation, presentation, downloads and
 * custom protocols are left out; nothing about windows depends on them.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#sandboxing-flag-set">HTML</a>
 */
public enum SandboxingFlag {
  SANDBOXED_NAVIGATION,
  SANDBOXED_AUXILIARY_NAVIGATION,
  SANDBOXED_TOP_LEVEL_NAVIGATION_WITHOUT_USER_ACTIVATION,
  SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION,
  SANDBOXED_ORIGIN,
  SANDBOXED_SCRIPTS,
  SANDBOXED_DOCUMENT_DOMAIN,
  SANDBOX_PROPAGATES_TO_AUXILIARY_BROWSING_CONTEXTS
}
