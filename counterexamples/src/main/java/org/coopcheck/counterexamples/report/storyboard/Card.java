package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A window and its document, as a picture shows them.
 *
 * @param slot where
 * @param parent the place of the window that it is a frame of
 * @param facts what is written in it; the label first
 * @param cluster the number of its agent cluster
 * @param process the number of its process
 * @param tag what the step did to it, in a word
 * @param isAccused whether the violation names it
 */
record Card(
    Slot slot,
    Option<Slot> parent,
    Vector<Fact> facts,
    int cluster,
    int process,
    Option<String> tag,
    boolean isAccused) {}
