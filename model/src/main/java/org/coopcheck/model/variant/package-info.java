/**
 * The questions on which proposals, engines and the standard differ, and who answers them how.
 *
 * <p>The standard is one {@link org.coopcheck.model.variant.Variant}; a proposal is another, in a
 * file of its own that reads as "the standard, except". A named {@link
 * org.coopcheck.model.variant.Choice} is one answer to one question, for disagreements between the
 * text and the engines. No algorithm looks at a variant's name.
 *
 * <p>Read {@link org.coopcheck.model.variant.HtmlStandard} first, then {@link
 * org.coopcheck.model.variant.NaiveInheritance}, which is a spec change in one small file.
 */
@NullMarked
package org.coopcheck.model.variant;

import org.jspecify.annotations.NullMarked;
