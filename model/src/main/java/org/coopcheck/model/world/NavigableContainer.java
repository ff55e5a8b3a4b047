package org.coopcheck.model.world;

import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.policy.SandboxingFlag;

/**
 * An {@code iframe} element that contains a navigable.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#navigable-container">HTML</a>
 * @param nodeDocument the document that the element is in
 * @param sandboxingFlags its {@code iframe} sandboxing flag set
 * @param allow its {@code allow} attribute
 * @param srcOrigin the origin of its {@code src} attribute, where that is a tuple origin
 * @param isCredentialless whether it has the attribute of that name
 */
public record NavigableContainer(
    DocumentId nodeDocument,
    SortedSet<SandboxingFlag> sandboxingFlags,
    Option<String> allow,
    Option<Origin> srcOrigin,
    boolean isCredentialless) {}
