/**
 * The published JSON Schemas, for tests.
 *
 * <p>Answers "is this JSON what {@code docs/schema} promises?". Whoever prints JSON has a test that
 * asks {@link org.coopcheck.counterexamples.schema.Schemas}; the schemas are read from {@code
 * docs}, so that what is tested is what is published.
 */
@NullMarked
package org.coopcheck.counterexamples.schema;

import org.jspecify.annotations.NullMarked;
