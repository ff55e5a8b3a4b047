/**
 * The ledger: every claim that the design documents make, as checks that a search can decide.
 *
 * <p>Answers "which sentences of the documents are true of which rules, and what is expected?". A
 * claim is checked by one or several invariants under one or several variants. That something is
 * possible is checked by the invariant that it never happens, which must fall.
 *
 * <p>Left out: claims about reports, until the model sends some.
 *
 * <p>Read {@link org.coopcheck.properties.claim.Claim} first, then {@link
 * org.coopcheck.properties.claim.Claims} for the list.
 */
@NullMarked
package org.coopcheck.properties.claim;

import org.jspecify.annotations.NullMarked;
