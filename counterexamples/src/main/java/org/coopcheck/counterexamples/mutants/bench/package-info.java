/**
 * What copies of the project share: how they are asked, and the switchboard that turns mutants on.
 *
 * <p>Everything here is made of strings and numbers, since each copy has classes of its own. Read
 * {@link org.coopcheck.counterexamples.mutants.bench.Bench} first.
 */
@NullMarked
package org.coopcheck.counterexamples.mutants.bench;

import org.jspecify.annotations.NullMarked;
