/**
 * Results as JSON, for scripts and other people's tests.
 *
 * <p>Answers "what exactly did this scenario lead to, and is it what its author expects?". The
 * format is described in {@code docs/formats.md} and in {@code docs/schema/result.schema.json}; its
 * members come in one fixed order, and the same run gives the same bytes. Facts come from {@link
 * org.coopcheck.counterexamples.observation}; this package only writes them down and compares
 * them.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.json.ResultJson} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.json;

import org.jspecify.annotations.NullMarked;
