package org.coopcheck.model.world;

import org.coopcheck.model.policy.CrossPageWindowProxyPolicy;

/**
 * What a proposal lets a page say of itself, as a whole: it is kept with the top-level document and
 * applies to all documents of the page. In the standard no page has one.
 *
 * @param value the page's cross-page window proxy policy
 * @param isolationMode the isolation mode that the policy gives the page, whatever its group's is
 */
public record PagePolicy(CrossPageWindowProxyPolicy value, CrossOriginIsolationMode isolationMode) {

  /** That of a page that says nothing. */
  public static final PagePolicy NONE =
      new PagePolicy(CrossPageWindowProxyPolicy.NONE, CrossOriginIsolationMode.NONE);

  @Override
  public String toString() {
    return isolationMode == CrossOriginIsolationMode.NONE
        ? value.token()
        : value.token() + " (isolation " + isolationMode + ")";
  }
}
