/**
 * Who is who: URLs, origins and sites.
 *
 * <p>Answers "are these two same origin, same site, a secure context?", as the HTML Standard's
 * section on origins and the URL Standard say. Registrable domains come from Guava's copy of the
 * public suffix list. Left out: {@code document.domain}, internationalised host names beyond their
 * ASCII form, and all URL schemes that no scenario can name.
 *
 * <p>Read {@link org.coopcheck.model.origin.Origin} first.
 */
@NullMarked
package org.coopcheck.model.origin;

import org.jspecify.annotations.NullMarked;
