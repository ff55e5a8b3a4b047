package org.coopcheck.counterexamples.cli;

import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a variant with its choices. */
final class VariantConverter implements ITypeConverter<Variant> {
  static final String SYNTAX = "html, or html,about-blank=literal,...; see: coopcheck variants";

  @Override
  public Variant convert(String name) {
    return Variants.parse(name)
        .getOrElseThrow(
            words ->
                new TypeConversionException(
                    words
                        .map(word -> Words.unknown(word.found(), word.expected(), word.legal()))
                        .mkString("\n")));
  }
}
