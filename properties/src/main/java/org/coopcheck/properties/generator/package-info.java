/**
 * Random runs, and everything that they are made of.
 *
 * <p>Answers "what could happen, however strange?". A run is a scenario with the rules that it was
 * made under: either steps of a rich {@link org.coopcheck.properties.bound.Universe}, or raw ones,
 * with servers that answer anything. Whoever finds a run that fails gets {@link
 * org.coopcheck.properties.generator.Shrinking} to make it short: fewer steps, fewer windows,
 * plainer responses. {@link org.coopcheck.properties.generator.WorldRenaming} calls windows and
 * origins by other names.
 *
 * <p>Read {@link org.coopcheck.properties.generator.Run} first, then {@link
 * org.coopcheck.properties.generator.RunGenerators}, which hands runs to jqwik; {@link
 * org.coopcheck.properties.generator.UniverseRuns} and {@link
 * org.coopcheck.properties.generator.RawRuns} make them.
 */
@NullMarked
package org.coopcheck.properties.generator;

import org.jspecify.annotations.NullMarked;
