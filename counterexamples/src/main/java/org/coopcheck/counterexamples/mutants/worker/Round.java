package org.coopcheck.counterexamples.mutants.worker;

/**
 * What mutants are asked. Everything but rows takes long, and longer the more mutants are watched
 * meanwhile; most are noticed by rows.
 */
enum Round {
  ROWS,
  EVERYTHING
}
