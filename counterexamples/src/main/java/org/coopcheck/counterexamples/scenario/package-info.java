/**
 * Scenario files, to and from scenarios, and variant files: the text that users write and paste.
 *
 * <p>Answers "is this file a scenario, or a variant, and if not, what is wrong with it, and
 * where?". The formats are described in {@code docs/formats.md}. This is the one place that knows its short words ({@code
 * tab}, {@code iframe}, {@code open}); behind it there are only scenarios. Reading finds every
 * problem of a file at once. Headers stay raw: what a browser makes of them is the model's
 * business.
 *
 * <p>Read {@link org.coopcheck.counterexamples.scenario.ScenarioFiles} first.
 */
@NullMarked
package org.coopcheck.counterexamples.scenario;

import org.jspecify.annotations.NullMarked;
