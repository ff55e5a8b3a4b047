/**
 * A finding as a story: what was promised, what was done, what went wrong.
 *
 * <p>Answers "what is there to tell of this run?". A {@link
 * org.coopcheck.counterexamples.report.story.Story} is the one value from which every report format
 * renders; a {@link org.coopcheck.counterexamples.report.story.Book} is all that one command has to
 * tell. Both come from what searches found, or from files and the JSON of an earlier command; either
 * way the scenario is run again, so no story tells what does not replay. Left out: how anything
 * looks, which is the business of the packages beside this one.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.story.Story} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.story;

import org.jspecify.annotations.NullMarked;
