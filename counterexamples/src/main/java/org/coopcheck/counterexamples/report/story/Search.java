package org.coopcheck.counterexamples.report.story;

/**
 * How something was found, and what makes it small.
 *
 * @param engine who looked
 * @param bound how far was looked
 * @param minimality why nothing smaller shows the same
 */
public record Search(String engine, String bound, String minimality) {}
