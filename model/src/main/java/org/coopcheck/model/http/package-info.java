/**
 * What a server answers: responses with raw header fields, and the values in them.
 *
 * <p>Answers "what does this field value parse to?", as RFC 8941 and RFC 9651 (structured fields)
 * and the Fetch Standard say. What a parsed value means for a document is the business of {@link
 * org.coopcheck.model.policy}. Left out: bodies, caching, everything but the fields that opener and
 * embedder policies, isolation, sandboxing and reporting read.
 *
 * <p>Read {@link org.coopcheck.model.http.Response} first.
 */
@NullMarked
package org.coopcheck.model.http;

import org.jspecify.annotations.NullMarked;
