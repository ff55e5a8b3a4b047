/**
 * How browsing contexts, their groups and their first documents come to be.
 *
 * <p>Answers "what does a new window take from the document that opens it?". Sections: creating
 * browsing contexts, groupings of browsing contexts.
 *
 * <p>Read {@link org.coopcheck.model.context.BrowsingContexts} first.
 */
@NullMarked
package org.coopcheck.model.context;

import org.jspecify.annotations.NullMarked;
