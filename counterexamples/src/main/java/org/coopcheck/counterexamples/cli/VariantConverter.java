package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a variant with its choices. */
final class VariantConverter implements ITypeConverter<Variant> {
  static final String SYNTAX = "html, or html,about-blank=literal,...; see: coopcheck variants";

  @Override
  public Variant convert(String name) {
    return read(name)
        .getOrElseThrow(problems -> new TypeConversionException(problems.mkString("\n")));
  }

  /** The variant, or everything that is wrong with its name. */
  static Either<Vector<String>, Variant> read(String name) {
    return Variants.parse(name)
        .mapLeft(
            problems ->
                problems.map(
                    problem ->
                        switch (problem) {
                          case Variants.UnknownWord(var found, var expected, var legal) ->
                              Words.unknown(found, expected, legal);
                          case Variants.Refused refused -> refused.why();
                        }));
  }
}
