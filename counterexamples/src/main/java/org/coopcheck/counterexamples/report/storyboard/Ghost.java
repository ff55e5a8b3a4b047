package org.coopcheck.counterexamples.report.storyboard;

/**
 * A window that the step closed or led elsewhere.
 *
 * @param slot where it was
 * @param text what became of it
 */
record Ghost(Slot slot, String text) {}
