/**
 * What can be seen of a run: for each step the windows under their labels, and the handles between
 * them.
 *
 * <p>Answers "what is there to report, to compare or to expect?". The model names groups, clusters
 * and documents by numbers of its own; here they get numbers that two runs of one scenario share.
 * Everything is read off the worlds of a run through the model's own questions; nothing is decided
 * here. Reports in every format render these facts and find out no others.
 *
 * <p>Read {@link org.coopcheck.counterexamples.observation.Observation} first.
 */
@NullMarked
package org.coopcheck.counterexamples.observation;

import org.jspecify.annotations.NullMarked;
