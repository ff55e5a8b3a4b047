package org.coopcheck.model.variant;

import io.vavr.Function1;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;

/**
 * One answer to one question on which the text and the engines, or two engines, part. Users write
 * it behind a variant's name: {@code html,about-blank=literal}.
 *
 * @param key the question
 * @param value the answer
 * @param isDefault whether the variants answer so if nothing is said
 * @param statement the answer in one sentence
 * @param source who answers so
 * @param change what it makes of a variant
 * @param refusal why the question does not come up under a variant
 */
public record Choice(
    String key,
    String value,
    boolean isDefault,
    String statement,
    Source source,
    Function1<Variant, Variant> change,
    Function1<Variant, Option<String>> refusal) {

  /** As users write it. */
  public String spelling() {
    return key + "=" + value;
  }

  /** The variant with this answer, and a name that says so. */
  public Variant applyTo(Variant variant) {
    return change
        .apply(variant)
        .named(
            variant.name() + "," + spelling(),
            variant.summary() + "; " + statement,
            variant.source());
  }
}
