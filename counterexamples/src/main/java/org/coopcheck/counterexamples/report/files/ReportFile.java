package org.coopcheck.counterexamples.report.files;

import io.vavr.collection.Vector;

/**
 * A file of a report.
 *
 * @param path the names of the folders that it is in, then its own
 * @param text what is in it
 */
public record ReportFile(Vector<String> path, String text) {}
