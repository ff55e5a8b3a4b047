/**
 * Why a step came out as it did: which rule was asked, about what, and what it said.
 *
 * <p>Every algorithm of the model that decides something notes it here, so that "which hop and which
 * two values cut my popup" is answered by reading the decisions of a step, in order. A search that
 * takes millions of steps passes {@link org.coopcheck.model.decision.Decisions#UNHEARD} and pays
 * nothing.
 *
 * <p>Read {@link org.coopcheck.model.decision.Rule} first: it lists the rules with their anchors.
 */
@NullMarked
package org.coopcheck.model.decision;

import org.jspecify.annotations.NullMarked;
