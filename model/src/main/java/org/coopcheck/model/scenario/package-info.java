/**
 * Scenarios: what servers answer and what happens, step by step.
 *
 * <p>Answers "what comes of these steps?". A scenario is what users write, what a search finds and
 * what a report shows; here it is a value and is run. Its files are read and written elsewhere.
 *
 * <p>Read {@link org.coopcheck.model.scenario.Scenario} first.
 */
@NullMarked
package org.coopcheck.model.scenario;

import org.jspecify.annotations.NullMarked;
