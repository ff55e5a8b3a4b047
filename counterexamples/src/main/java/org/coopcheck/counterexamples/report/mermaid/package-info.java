/**
 * Stories as Mermaid flowcharts.
 *
 * <p>Answers "who is where, and who reaches whom?" where a picture cannot be attached: the groups of
 * each step as nested boxes, handles as arrows. Ids are numbers of our own; labels stand in quotes,
 * and everything but letters, digits and a few marks is an entity code. So no label can end a line,
 * a box or the diagram.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.mermaid.StoryMermaid} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.mermaid;

import org.jspecify.annotations.NullMarked;
