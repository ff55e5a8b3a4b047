package org.coopcheck.model.policy;

import io.vavr.collection.Vector;

/**
 * What the comparisons of opener policy values are asked about.
 *
 * @param isInitialAboutBlank whether the active document is the initial {@code about:blank}
 * @param sameOrigin whether the origins of the active document (or of the previous response) and of
 *     the response are same origin
 * @param activeDocumentCoopValue the value of the active document, or of the previous response
 * @param responseCoopValue the value of the response
 */
public record CoopComparison(
    boolean isInitialAboutBlank,
    boolean sameOrigin,
    OpenerPolicyValue activeDocumentCoopValue,
    OpenerPolicyValue responseCoopValue) {

  /** Every question that can be asked, in a fixed order. */
  public static Vector<CoopComparison> all() {
    return Vector.of(false, true)
        .flatMap(
            initial ->
                Vector.of(false, true)
                    .flatMap(
                        sameOrigin ->
                            Vector.of(OpenerPolicyValue.values())
                                .flatMap(
                                    active ->
                                        Vector.of(OpenerPolicyValue.values())
                                            .map(
                                                response ->
                                                    new CoopComparison(
                                                        initial, sameOrigin, active, response)))));
  }
}
