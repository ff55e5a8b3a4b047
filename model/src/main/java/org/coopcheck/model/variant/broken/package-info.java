/**
 * Rules that are broken on purpose.
 *
 * <p>Answers "would this invariant notice?": for each invariant there is a variant here that breaks
 * it, so that a test can show the invariant at work. None of them is offered to users.
 *
 * <p>Read {@link org.coopcheck.model.variant.broken.BrokenVariants}.
 */
@NullMarked
package org.coopcheck.model.variant.broken;

import org.jspecify.annotations.NullMarked;
