package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.coopcheck.counterexamples.scenario.Problem;
import org.coopcheck.counterexamples.scenario.VariantFiles;
import org.coopcheck.model.variant.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** The option of every command that takes variants: those that files put together. */
final class VariantFileOptions {
  private static final int LONGEST = 1 << 20;

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @CommandLine.Option(
      names = "--variant-file",
      paramLabel = "FILE",
      converter = FileConverter.class,
      description = {
        "A variant that a YAML file puts together from another one and named choices.",
        "What can be chosen: coopcheck variants --choices; the format: docs/formats.md."
      })
  private List<Variant> ofFiles = List.of();

  /** Reads a variant file. */
  static final class FileConverter implements ITypeConverter<Variant> {
    @Override
    public Variant convert(String file) {
      return InputFiles.readText(file, LONGEST, InputStream.nullInputStream())
          .mapLeft(Vector::of)
          .flatMap(
              text ->
                  VariantFiles.read(file, text)
                      .toEither()
                      .mapLeft(problems -> problems.map(Problem::toString)))
          .getOrElseThrow(problems -> new TypeConversionException(problems.mkString("\n")));
    }
  }

  /**
   * @param names names of variants
   * @return the variants of the names, then those of the files, or everything that is wrong
   */
  Either<Vector<String>, Vector<Variant>> after(Vector<String> names) {
    var read = names.map(VariantConverter::read);
    var problems = read.filter(Either::isLeft).flatMap(Either::getLeft);
    return problems.isEmpty()
        ? Either.right(read.map(Either::get).appendAll(ofFiles))
        : Either.left(problems);
  }

  /** The variant that was asked for, where there can be one only. */
  Option<Variant> orElse(Optional<Variant> named) {
    var asked = Option.ofOptional(named).toVector().appendAll(ofFiles);
    if (asked.size() > 1) {
      throw new BadInput(
          Option.of(spec).get().commandLine(),
          Vector.of("one variant is enough, and here are " + asked.mkString(" and ")));
    }
    return asked.headOption();
  }
}
