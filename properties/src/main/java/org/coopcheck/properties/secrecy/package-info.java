/**
 * What an origin must not learn from reports.
 *
 * <p>Answers "can a report tell a page what its own scripts and servers cannot know?". Two runs are
 * compared that differ in something an origin cannot know: as long as everything that it sees is the
 * same, everything that it is told must be the same, too. Left out: time, cookies and storage, and
 * what an origin learns from pages of other origins that tell it.
 *
 * <p>Read {@link org.coopcheck.properties.secrecy.Secret} first, then {@link
 * org.coopcheck.properties.secrecy.Glimpse}.
 */
@NullMarked
package org.coopcheck.properties.secrecy;

import org.jspecify.annotations.NullMarked;
