/**
 * The search for reports that tell an origin what it cannot know.
 *
 * <p>Answers "are there two runs that an origin cannot tell apart without reports, and can with
 * them?". All runs that an origin cannot tell apart are looked at together. What an origin can and
 * cannot know is written down in {@link org.coopcheck.properties.secrecy}.
 *
 * <p>Read {@link org.coopcheck.counterexamples.secrecy.KnowledgeSystem} first.
 */
@NullMarked
package org.coopcheck.counterexamples.secrecy;

import org.jspecify.annotations.NullMarked;
