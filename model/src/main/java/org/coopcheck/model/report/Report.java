package org.coopcheck.model.report;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Url;

/**
 * A report of type {@code coop}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-reporting">HTML</a>
 * @param type what it is about
 * @param disposition whether the policy is enforced
 * @param reporter whose report it is
 * @param endpoint the name of the endpoint; none where a text sends a report without having one
 * @param property the property that was used, of an access
 * @param told the URLs that it has room for
 * @param body its body, as it goes over the wire; none for null
 * @param cause the rule whose answer it tells
 */
public record Report(
    ReportType type,
    Disposition disposition,
    Reporter reporter,
    Option<String> endpoint,
    Option<String> property,
    Vector<Told> told,
    SortedMap<String, Option<String>> body,
    Rule cause) {

  /** The URL under which it is sent: that of the reporter, sanitized. */
  public Url url() {
    return reporter.url().withoutFragment();
  }

  /** Where the endpoint is; none if the reporter's response does not declare it. */
  public Option<Url> endpointUrl() {
    return endpoint.flatMap(reporter::endpoint);
  }

  /** Whether anybody gets it. */
  public boolean isDelivered() {
    return endpointUrl().isDefined();
  }

  /** The URLs that it gives away. */
  public Vector<Url> urls() {
    return told.flatMap(Told::url);
  }
}
