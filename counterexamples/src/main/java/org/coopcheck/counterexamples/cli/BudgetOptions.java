package org.coopcheck.counterexamples.cli;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.coopcheck.counterexamples.engine.SearchLimits;
import org.coopcheck.counterexamples.engine.Workers;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.counterexamples.search.WorkReduction;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options of every command that searches: what it may use, and how. */
final class BudgetOptions {
  private static final int MOST_TRIES = 10_000_000;
  static final int MOST_WORKERS = 1_000;

  @CommandLine.Option(
      names = "--engine",
      paramLabel = "ENGINE",
      converter = EngineConverter.class,
      description = {
        "How worlds are chosen: exhaustive, which looks at all of a bound and is what is taken if"
            + " nothing is said; random, which draws long runs beyond it; solver, which states runs"
            + " as constraints and, with --steps unbounded, looks for a step that breaks an invariant"
            + " from any well-formed world; or all of them."
      })
  private EngineChoice engine = EngineChoice.EXHAUSTIVE;

  @CommandLine.Option(
      names = "--symmetry",
      paramLabel = "on|off",
      converter = SwitchConverter.class,
      description = "Whether worlds that are renamings of each other count as one. Default: on.")
  private String symmetry = "on"; // picocli would take a boolean for a flag

  @CommandLine.Option(
      names = "--reduction",
      paramLabel = "none|all|LIST",
      converter = ReductionConverter.class,
      description = {
        "What is done besides symmetry to meet fewer worlds; no verdict depends on it: dead-handles,"
            + " which takes worlds for one that differ in handles to what is gone; unseen-parts, the"
            + " same for what no step of the bound and no invariant can see. Default: all."
      })
  private SortedSet<WorkReduction> reductions = WorkReduction.ALL;

  @CommandLine.Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where chance begins; an exhaustive search leaves nothing to it. Default: 0.")
  private long seed;

  @CommandLine.Option(
      names = "--tries",
      paramLabel = "N",
      description = "How many random runs are drawn for each variant. Default: 500.")
  private int tries = 500;

  @CommandLine.Option(
      names = "--time-limit",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long each search may take, as 90s, 10m or 1h.")
  private Optional<Duration> time = Optional.empty();

  @CommandLine.Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "How much of the heap may be in use, as 500M or 4G.")
  private Optional<Long> memory = Optional.empty();

  @CommandLine.Option(
      names = "--workers",
      paramLabel = "N",
      description = {
        "How many threads search; the result does not depend on it. Default: one for each"
            + " processor."
      })
  private int workers = Workers.all();

  @CommandLine.Option(
      names = "--progress",
      description = "Say how far it is on standard error, also where that is no terminal.")
  private boolean wantsProgress;

  /** The engines that were asked for. */
  Vector<Engine> engines(Wish wish) {
    return engine.engines(wish, seed, tries);
  }

  /** Everything that is wrong with what was said. */
  Vector<String> problems() {
    return outOfRange("--tries", tries, MOST_TRIES)
        .appendAll(outOfRange("--workers", workers, MOST_WORKERS));
  }

  private static Vector<String> outOfRange(String option, int number, int most) {
    return number < 1 || number > most
        ? Vector.of("%s: %d is not a number from 1 to %d".formatted(option, number, most))
        : Vector.empty();
  }

  /** How many threads search. */
  int workers() {
    return workers;
  }

  /** The same for a command that searches in one way only. */
  Vector<String> problemsOfOtherEngines() {
    return engine == EngineChoice.RANDOM || engine == EngineChoice.SOLVER
        ? problems().append("--engine: only check has a choice; here all is exhaustive")
        : problems();
  }

  /** What is done to meet fewer worlds. */
  SortedSet<WorkReduction> reductions() {
    return symmetry.equals("on")
        ? reductions.add(WorkReduction.SYMMETRY)
        : reductions.remove(WorkReduction.SYMMETRY);
  }

  boolean wantsProgress() {
    return wantsProgress;
  }

  SearchLimits limits() {
    return new SearchLimits(
        Option.none(), Option.none(), Option.ofOptional(time), Option.ofOptional(memory));
  }

  /** What a run goes by, for a line that says so. */
  @Override
  public String toString() {
    return engine.word() + ", symmetry " + symmetry + ", seed " + seed;
  }

  /** Reads the name of an engine. */
  static final class EngineConverter implements ITypeConverter<EngineChoice> {
    @Override
    public EngineChoice convert(String text) {
      var all = Vector.of(EngineChoice.values());
      return all.find(each -> each.word().equals(text))
          .getOrElseThrow(
              () ->
                  new TypeConversionException(
                      "\"%s\" is not an engine; there are %s"
                          .formatted(text, all.map(EngineChoice::word).mkString(", "))));
    }
  }

  /** Reads {@code on} or {@code off}. */
  static final class SwitchConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return switch (text) {
        case "on", "off" -> text;
        default -> throw new TypeConversionException("\"" + text + "\" is neither on nor off");
      };
    }
  }

  /** Reads which reductions are wanted. */
  static final class ReductionConverter implements ITypeConverter<SortedSet<WorkReduction>> {
    private static final Vector<String> WORDS =
        WorkReduction.ALL.remove(WorkReduction.SYMMETRY).toVector().map(WorkReduction::word);

    @Override
    public SortedSet<WorkReduction> convert(String text) {
      if (text.equals("none")) return TreeSet.empty();
      if (text.equals("all")) return WorkReduction.ALL;
      var words = Vector.of(text.split(",", -1));
      words
          .reject(WORDS::contains)
          .forEach(
              word -> {
                throw new TypeConversionException(
                    Words.unknown(word, "a reduction", WORDS.prepend("all").prepend("none")));
              });
      return TreeSet.ofAll(words.flatMap(WorkReduction::fromWord));
    }
  }

  /** Reads a duration: a number and a unit. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      if (text.matches("[1-9][0-9]{0,8}(s|m|h)?")) {
        boolean hasUnit = !Character.isDigit(text.charAt(text.length() - 1));
        long number = Long.parseLong(hasUnit ? text.substring(0, text.length() - 1) : text);
        return switch (text.charAt(text.length() - 1)) {
          case 'm' -> Duration.ofMinutes(number);
          case 'h' -> Duration.ofHours(number);
          default -> Duration.ofSeconds(number);
        };
      }
      throw new TypeConversionException("\"" + text + "\" is not a duration as 90s, 10m or 1h");
    }
  }

  /** Reads a number of bytes: a number and a unit. */
  static final class SizeConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      String size = text.toUpperCase(Locale.ROOT);
      if (size.matches("[1-9][0-9]{0,9}(K|M|G)?")) {
        boolean hasUnit = !Character.isDigit(size.charAt(size.length() - 1));
        long number = Long.parseLong(hasUnit ? size.substring(0, size.length() - 1) : size);
        return switch (size.charAt(size.length() - 1)) {
          case 'K' -> number << 10;
          case 'M' -> number << 20;
          case 'G' -> number << 30;
          default -> number;
        };
      }
      throw new TypeConversionException("\"" + text + "\" is not a size as 500M or 4G");
    }
  }
}
