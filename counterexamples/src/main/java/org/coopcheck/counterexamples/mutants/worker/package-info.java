/**
 * Mutants are examined in processes of their own, so that one that never ends can be ended.
 *
 * <p>Read {@link org.coopcheck.counterexamples.mutants.worker.Workers} first.
 */
@NullMarked
package org.coopcheck.counterexamples.mutants.worker;

import org.jspecify.annotations.NullMarked;
