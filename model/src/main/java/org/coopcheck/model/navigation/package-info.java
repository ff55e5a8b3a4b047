/**
 * Navigation: from a URL to a document in a browsing context.
 *
 * <p>Answers "does this window stay in its browsing context group, and which hop decided it?".
 * Sections: navigation, creating navigation params by fetching, enforcement of opener policies,
 * choosing the browsing context for a response, finalizing, session history. Left out: downloads,
 * {@code beforeunload}, service workers, the navigation API, joint session history.
 *
 * <p>Read {@link org.coopcheck.model.navigation.Navigation} first, then {@link
 * org.coopcheck.model.navigation.OpenerPolicyEnforcement}.
 */
@NullMarked
package org.coopcheck.model.navigation;

import org.jspecify.annotations.NullMarked;
