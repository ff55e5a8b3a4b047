/**
 * Searching the worlds of a bound for violations of invariants, and pairs of worlds for differences
 * between variants.
 *
 * <p>Answers "does any run within this bound break it, and what is the smallest one that does?". The
 * model says what can happen, the invariants say what must not; this package only chooses which
 * worlds to look at, tells them apart, and makes what it finds small.
 *
 * <p>Read {@link org.coopcheck.counterexamples.search.InvariantSearch} first, then {@link
 * org.coopcheck.counterexamples.search.WorldEncoding}.
 */
@NullMarked
package org.coopcheck.counterexamples.search;

import org.jspecify.annotations.NullMarked;
