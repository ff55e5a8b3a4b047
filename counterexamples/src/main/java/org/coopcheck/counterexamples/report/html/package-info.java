/**
 * Stories as web pages: one file each, which needs no other and no network.
 *
 * <p>Answers "what was done, what went wrong, by which rule?" for somebody who gets a link or an
 * attachment. Pages have no script; what opens and closes is {@code details}. Whatever strangers
 * wrote is text: j2html escapes it, and {@link
 * org.coopcheck.counterexamples.report.text.Visible} spells out what would reorder or hide it. Only
 * the pictures and stylesheets of this project get in as they are.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.html.StoryHtml} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.html;

import org.jspecify.annotations.NullMarked;
