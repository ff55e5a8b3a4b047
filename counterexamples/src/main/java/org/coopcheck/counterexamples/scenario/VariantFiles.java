package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Validation;
import org.coopcheck.model.variant.Variant;

/** Variant files: YAML or JSON, one variant each, put together from a base and named choices. */
public final class VariantFiles {
  private VariantFiles() {}

  /**
   * @param fileName the name of the file
   * @param text what is in it
   * @return the variant, whose name says all that the file does, or everything that is wrong
   */
  public static Validation<Vector<Problem>, Variant> read(String fileName, String text) {
    var problems = new Problems(fileName, "a variant");
    var variant =
        ScenarioFiles.value(text, 0, problems)
            .flatMap(value -> new VariantReader(problems).read(value));
    return problems.areNone() && variant.isDefined()
        ? Validation.valid(variant.get())
        : Validation.invalid(problems.inOrder());
  }
}
