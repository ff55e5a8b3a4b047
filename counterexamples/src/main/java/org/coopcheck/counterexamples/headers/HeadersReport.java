package org.coopcheck.counterexamples.headers;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.variant.Variant;

/**
 * What printed responses become.
 *
 * @param variant the rules
 * @param chains the chains of redirects, most often one
 */
public record HeadersReport(Variant variant, Vector<Chain> chains) {

  /**
   * @param responses its responses
   * @param page what the page at its end is able to do; none if its last response is a redirect, so
   *     that there is no page
   */
  public record Chain(Vector<Reading> responses, Option<PageReading> page) {}

  /**
   * What one response becomes.
   *
   * @param number its place among all printed responses, from 1
   * @param url its URL
   * @param status its status code
   * @param redirectsTo where it redirects to
   * @param isSecureContext whether policies count at its URL
   * @param openerPolicy its opener policy
   * @param embedderPolicy its embedder policy
   * @param findings policy by policy, how it came to that
   * @param notes what else is worth saying
   */
  public record Reading(
      int number,
      Url url,
      int status,
      Option<Url> redirectsTo,
      boolean isSecureContext,
      OpenerPolicy openerPolicy,
      EmbedderPolicy embedderPolicy,
      Vector<Finding> findings,
      Vector<Note> notes) {}

  /**
   * @param responses the responses as printed
   * @param first the URL of the first one
   * @param variant the rules
   */
  public static HeadersReport of(Vector<PrintedResponse> responses, Url first, Variant variant) {
    return new HeadersReport(
        variant,
        ChainedResponse.chains(responses, first)
            .map(
                chain ->
                    new Chain(
                        chain.map(response -> reading(response, variant)),
                        Option.when(
                            chain.last().redirectsTo().isEmpty(),
                            () -> PageReading.of(chain, variant)))));
  }

  private static Reading reading(ChainedResponse response, Variant variant) {
    var findings = new Findings(response.headers(), response.url(), variant);
    return new Reading(
        response.number(),
        response.url(),
        response.status(),
        response.redirectsTo(),
        findings.isSecureContext(),
        findings.openerPolicy(),
        findings.embedderPolicy(),
        findings.all(),
        FieldNames.notesOn(response.headers())
            .appendAll(response.printed().oddLines().map(HeadersReport::noteOn)));
  }

  private static Note noteOn(PrintedResponse.OddLine odd) {
    return Note.ignored("line " + odd.line() + " is no header field: " + odd.text());
  }
}
