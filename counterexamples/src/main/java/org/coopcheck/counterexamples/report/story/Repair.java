package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;

/**
 * A change after which the same actions no longer show the finding.
 *
 * @param change what is changed, in one sentence
 * @param costs what is lost by it, each in one sentence
 */
public record Repair(String change, Vector<String> costs) {}
