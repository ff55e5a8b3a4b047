package org.coopcheck.counterexamples.engine;

import io.vavr.control.Option;

/** What a search keeps of the states that it has met. */
public enum Storage {
  /** Their encodings: two states are one if, and only if, they are the same. */
  ENCODINGS,
  /** Fingerprints of 64 bits: a state may be taken for another one, and so be missed. */
  FINGERPRINTS;

  StateSet newSet() {
    return switch (this) {
      case ENCODINGS -> new EncodingSet();
      case FINGERPRINTS -> new FingerprintSet();
    };
  }

  /**
   * The probability, at most, that a state was missed.
   *
   * @param states how many were met
   * @return none if none can be missed
   */
  Option<Double> probabilityOfAMiss(int states) {
    return switch (this) {
      case ENCODINGS -> Option.none();
      case FINGERPRINTS -> Option.some(FingerprintSet.probabilityOfAMiss(states));
    };
  }
}
