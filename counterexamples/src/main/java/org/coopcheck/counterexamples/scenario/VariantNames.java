package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import org.coopcheck.model.variant.Variants;

/** Names of variants, as files have them. */
final class VariantNames {
  private VariantNames() {}

  /** Tells everything that is wrong with the name. */
  static void check(Yaml.Scalar name, Problems problems) {
    var parsed = Variants.parse(name.text());
    var found = parsed.isLeft() ? parsed.getLeft() : Vector.<Variants.Problem>empty();
    found.forEach(each -> tell(each, name, problems));
  }

  static void tell(Variants.Problem problem, Yaml.Scalar word, Problems problems) {
    switch (problem) {
      case Variants.UnknownWord(var found, var expected, var legal) ->
          problems.unknown(new Yaml.Scalar(word.line(), found, false), expected, legal);
      case Variants.Refused(var found, var why) ->
          problems.wrong(word.line(), found, "a choice that fits the variant: " + why);
    }
  }
}
