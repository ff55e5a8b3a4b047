/**
 * Stories as Markdown, to be pasted into an issue.
 *
 * <p>Answers the same as a page, where only Markdown gets through: what was promised, what was done,
 * which rule decided, what is different. Pictures are Mermaid blocks, which issue trackers draw.
 * Whatever strangers wrote is escaped, and neither mentions anybody nor links anywhere.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.markdown.StoryMarkdown} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.markdown;

import org.jspecify.annotations.NullMarked;
