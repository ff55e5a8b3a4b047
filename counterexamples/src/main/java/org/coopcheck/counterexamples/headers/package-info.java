/**
 * Raw response headers, explained.
 *
 * <p>Answers "what do these headers become in a browser, and why?" for whoever configures a server.
 * The values come from the model's own parsers, and what a page may do comes from running it in the
 * model; added here is only the reason, found by asking the parsers again about a mended text. So
 * an explanation may be missing, but a value cannot differ from what a scenario with the same
 * headers shows. Left out: bodies, caching, and every header that no rule of the model reads.
 *
 * <p>Read {@link org.coopcheck.counterexamples.headers.HeadersReport} first.
 */
@NullMarked
package org.coopcheck.counterexamples.headers;

import org.jspecify.annotations.NullMarked;
