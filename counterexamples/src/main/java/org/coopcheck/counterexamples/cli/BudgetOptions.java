package org.coopcheck.counterexamples.cli;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.coopcheck.counterexamples.engine.SearchLimits;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options of every command that searches: what it may use, and how. */
final class BudgetOptions {
  @CommandLine.Option(
      names = "--engine",
      paramLabel = "ENGINE",
      converter = EngineConverter.class,
      description = "How worlds are chosen: exhaustive, or all. There is one engine so far.")
  private String engine = "exhaustive";

  @CommandLine.Option(
      names = "--symmetry",
      paramLabel = "on|off",
      converter = SwitchConverter.class,
      description = "Whether worlds that are renamings of each other count as one. Default: on.")
  private String symmetry = "on"; // picocli would take a boolean for a flag

  @CommandLine.Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where chance begins; an exhaustive search leaves nothing to it.")
  private long seed;

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
      names = "--progress",
      description = "Say how far it is on standard error, also where that is no terminal.")
  private boolean wantsProgress;

  boolean hasSymmetry() {
    return symmetry.equals("on");
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
    return engine + ", symmetry " + symmetry + ", seed " + seed;
  }

  /** Reads the name of an engine. */
  static final class EngineConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return switch (text) {
        case "exhaustive", "all" -> "exhaustive";
        case "solver", "random" ->
            throw new TypeConversionException("there is no " + text + " engine yet");
        default ->
            throw new TypeConversionException(
                "\"" + text + "\" is not an engine; there are exhaustive, all");
      };
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
