package org.coopcheck.model.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Url;

/**
 * A session history entry with what its document state keeps. Entries that share a document (after
 * {@code pushState()} or a fragment navigation) name the same one.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#session-history-entry">HTML</a>
 * @param url its URL
 * @param document its document; when that is no longer in the world, the entry is loaded anew
 * @param initiator what started the navigation that made it; none if it was the user
 */
@RecordBuilder
public record SessionHistoryEntry(Url url, DocumentId document, Option<Initiator> initiator)
    implements SessionHistoryEntryBuilder.With {}
