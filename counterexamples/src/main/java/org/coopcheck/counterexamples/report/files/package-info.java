/**
 * All reports of a command, as files.
 *
 * <p>Answers "which files belong to these findings, and what is in each?". Files are values, a path
 * and a text; who writes them decides where. Left out: everything about how a format looks, for
 * which each has a package of its own.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.files.ReportFiles} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.files;

import org.jspecify.annotations.NullMarked;
