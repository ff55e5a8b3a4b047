package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.SortedMap;

/**
 * Where everything stands in the pictures of a story.
 *
 * @param width how wide each picture is
 * @param height how high it is
 * @param boxes the place of each group and each window
 * @param routes the way of each arrow
 */
record Plan(
    double width, double height, SortedMap<Slot, Box> boxes, SortedMap<Link.Ends, Route> routes) {}
