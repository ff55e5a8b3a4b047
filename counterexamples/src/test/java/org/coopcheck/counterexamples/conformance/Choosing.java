package org.coopcheck.counterexamples.conformance;

import io.vavr.collection.Vector;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.HtmlStandard;

/**
 * What the rows say about a choice that is not the default.
 *
 * @param choice the choice
 * @param lost the rows of tests that are met without it and not with it
 * @param won those that are met only with it
 */
record Choosing(Choice choice, Vector<Row> lost, Vector<Row> won) {
  /** All choices that are no defaults. */
  static final Vector<Choosing> ALL =
      Choices.ALL
          .filter(choice -> !choice.isDefault())
          .filter(choice -> choice.refusal().apply(HtmlStandard.VARIANT).isEmpty())
          .map(Choosing::of);

  private static Choosing of(Choice choice) {
    var parted =
        Row.OF_TESTS.partition(
            row ->
                row.mismatches(row.scenario().scenario(), choice.applyTo(row.variant())).isEmpty());
    return new Choosing(
        choice, parted._2.reject(Choosing::isListed), parted._1.filter(Choosing::isListed));
  }

  private static boolean isListed(Row row) {
    return Exceptions.LISTED.rows().exists(unmet -> unmet.id().equals(row.id()));
  }
}
