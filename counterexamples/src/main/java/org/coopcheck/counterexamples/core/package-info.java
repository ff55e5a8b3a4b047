/**
 * The core world: a small transition system of opener policies on which coopcheck is measured
 * against other checkers.
 *
 * <p>Answers "how fast is the search, and does it count right?". Windows, their origin, opener
 * policy, opener and browsing context group are packed into one number; whether a navigation
 * leaves the group is asked of {@link
 * org.coopcheck.model.policy.BrowsingContextGroupSwitches}. Left out is everything else of the
 * standard, so that a finding here says nothing about browsers; for that there is the full model.
 *
 * <p>Read {@link org.coopcheck.counterexamples.core.CoreSystem} first.
 */
@NullMarked
package org.coopcheck.counterexamples.core;

import org.jspecify.annotations.NullMarked;
