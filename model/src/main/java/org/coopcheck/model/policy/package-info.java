/**
 * The policies of documents, how they are obtained from a response, and how opener policies are
 * compared.
 *
 * <p>Answers "what do these headers ask for?" and "may a response with this opener policy stay in
 * the browsing context group?". Sections: opener policies, embedder policies, sandboxing, policy
 * containers of the HTML Standard; Permissions Policy for the one feature {@code
 * cross-origin-isolated}. Left out: Content Security Policy but for its {@code sandbox} directive,
 * integrity policies, all other permissions.
 *
 * <p>Read {@link org.coopcheck.model.policy.OpenerPolicies} and {@link
 * org.coopcheck.model.policy.BrowsingContextGroupSwitches} first.
 */
@NullMarked
package org.coopcheck.model.policy;

import org.jspecify.annotations.NullMarked;
