package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Tone;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.model.SpecVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
    name = "coopcheck",
    description = {
      "Shows what cross-origin opener policies do to windows, step by step, by the rules of the"
          + " HTML Standard and of proposals, and looks for counterexamples to what they promise.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  Which hop cuts my popup?           coopcheck run popup.yaml",
      "  What do my headers become?         curl -sIL https://example.org/ | coopcheck headers",
      "  Which values go together?          coopcheck matrix",
      "  Does what policies promise hold?   coopcheck check",
      "  What would a proposal change?      coopcheck diff html html+naive",
      "  What will report-only not show?    coopcheck coverage rollout.yaml",
      "  Are the documents right?           coopcheck claims",
      "  Would a slip in a rule be noticed? coopcheck mutants --one-in 50",
      "  What does one command understand?  coopcheck run --help"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything holds, or matches",
      "1:a violation, a mismatch or a difference was found",
      "2:the input cannot be used",
      "3:undecided, or vacuous",
      "4:a fault of coopcheck itself",
      "130:interrupted (Ctrl-C); what a search has found is printed first"
    })
public final class Main implements Callable<Integer> {
  static final String NO_COLOR = "--no-color";

  private static final int LONGEST_COMPLAINT = 1_000;
  private static final int WIDEST_LINE = 100;

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a fault.")
  private boolean isDebugging;

  private Main(Streams streams) {
    this.streams = streams;
  }

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Streams.ofTheProcess(), args));
  }

  /** Runs one command. */
  static int run(Streams given, String... args) {
    var streams = Arrays.asList(args).contains(NO_COLOR) ? given.withoutColor() : given;
    int code = new Main(streams).run(args);
    streams.err().flush();
    return code;
  }

  private int run(String... args) {
    try {
      int code = commandLine().execute(args);
      streams.out().flush();
      return code;
    } catch (OutputLost lost) {
      return lost(lost);
    } catch (StackOverflowError | OutOfMemoryError exhausted) {
      return fault(exhausted);
    }
  }

  /** All commands. */
  static CommandLine commandLine(Streams streams) {
    return new Main(streams).commandLine();
  }

  private CommandLine commandLine() {
    var commandLine = new CommandLine(this);
    Vector.of(
            new CheckCommand(streams),
            new DiffCommand(streams),
            new CoverageCommand(streams),
            new ClaimsCommand(streams),
            new RunCommand(streams),
            new ReportCommand(streams),
            new MatrixCommand(streams),
            new HeadersCommand(streams),
            new VariantsCommand(streams),
            new InvariantsCommand(streams),
            new MutantsCommand(streams),
            new BenchCommand(),
            new CommandLine.HelpCommand())
        .forEach(commandLine::addSubcommand);
    collectErrors(commandLine);
    return commandLine
        .setOut(streams.out())
        .setErr(streams.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(streams.ansi()))
        .setUsageHelpWidth(WIDEST_LINE)
        .setExecutionStrategy(this::runUnlessThereAreErrors)
        .setParameterExceptionHandler((exception, args) -> badInput(Vector.of(exception)))
        .setExecutionExceptionHandler((exception, command, result) -> failed(exception));
  }

  /** So that somebody with two mistakes in one line is told of both. */
  private static void collectErrors(CommandLine commandLine) {
    commandLine.getCommandSpec().parser().collectErrors(true);
    commandLine.getSubcommands().values().forEach(Main::collectErrors);
  }

  private int runUnlessThereAreErrors(ParseResult result) {
    var commands = Vector.ofAll(result.asCommandLineList());
    boolean isHelpWanted =
        commands.exists(each -> each.isUsageHelpRequested() || each.isVersionHelpRequested());
    var errors = commands.flatMap(each -> each.getParseResult().errors());
    return errors.isEmpty() || isHelpWanted
        ? new CommandLine.RunLast().execute(result)
        : badInput(errors.map(error -> (ParameterException) error));
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public Integer call() {
    var command = command();
    command.usage(command.getErr(), streams.ansi());
    return ExitStatus.BAD_INPUT.code();
  }

  private CommandLine command() {
    return io.vavr.control.Option.of(spec).get().commandLine();
  }

  // Input that cannot be used.

  private int badInput(Vector<ParameterException> exceptions) {
    exceptions
        .filter(exception -> !isConsequence(exception, exceptions))
        .flatMap(Main::problems)
        .distinct()
        .forEach(this::complain);
    exceptions
        .reject(exception -> exception instanceof BadInput)
        .map(exception -> exception.getCommandLine().getCommandSpec().qualifiedName())
        .headOption()
        .forEach(command -> complain("see: " + command + " --help"));
    return ExitStatus.BAD_INPUT.code();
  }

  /**
   * A word that cannot be converted is also left over, and one behind an unknown option may be the
   * value of that option: to complain of them too would be no help.
   */
  private static boolean isConsequence(
      ParameterException exception, Vector<ParameterException> all) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return !isUnknownOption(unmatched) && all.exists(Main::isAboutAnArgument);
    }
    return isAboutAnArgument(exception) && all.exists(Main::isUnknownOption);
  }

  private static boolean isUnknownOption(ParameterException exception) {
    return exception instanceof UnmatchedArgumentException unmatched
        && unmatched.getUnmatched().stream().anyMatch(Main::isLikeAnOption);
  }

  private static boolean isLikeAnOption(String word) {
    return word.startsWith("-");
  }

  private static boolean isAboutAnArgument(ParameterException exception) {
    return isConversion(exception) && exception.getArgSpec().isPositional();
  }

  private static boolean isConversion(ParameterException exception) {
    return exception.getCause() instanceof TypeConversionException;
  }

  private static Vector<String> problems(ParameterException exception) {
    if (exception instanceof BadInput bad) return bad.problems();
    var command = exception.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    return sentences(exception, command).map(sentence -> name + ": " + sentence);
  }

  private static Vector<String> sentences(ParameterException exception, CommandLine command) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return Vector.ofAll(unmatched.getUnmatched())
          .filter(word -> isLikeAnOption(word) || !isUnknownOption(exception))
          .map(word -> unmatched(word, command));
    }
    if (exception.getCause() instanceof TypeConversionException cause) {
      var lines = Vector.of(String.valueOf(cause.getMessage()).split("\n", -1));
      return exception.getArgSpec() instanceof OptionSpec option
          ? lines.map(line -> option.longestName() + ": " + line)
          : lines;
    }
    return Vector.of(String.valueOf(exception.getMessage()));
  }

  private static String unmatched(String word, CommandLine command) {
    var commands = Vector.ofAll(command.getSubcommands().keySet());
    if (isLikeAnOption(word)) {
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      var options =
          Vector.ofAll(command.getCommandSpec().options())
              .flatMap(option -> Vector.of(option.names()));
      return Words.unknown(name, "an option here", options);
    }
    return commands.isEmpty()
        ? "\"" + word + "\" is one argument too many"
        : Words.unknown(word, "a command", commands);
  }

  private void complain(String problem) {
    streams.complain(Line.of(Tone.BAD, Visible.clipped(problem, LONGEST_COMPLAINT)));
  }

  // What should not happen.

  private int failed(Exception exception) {
    return exception instanceof OutputLost lost ? lost(lost) : fault(exception);
  }

  private int fault(Throwable fault) {
    complain("coopcheck: fault: " + fault);
    complain("please report it with the command line and its input (--debug prints more)");
    if (isDebugging) fault.printStackTrace(streams.err());
    return ExitStatus.FAULT.code();
  }

  private int lost(OutputLost lost) {
    // Who closes a pipe has seen enough, and did not see the answer.
    if (lost.isBrokenPipe()) return ExitStatus.UNDECIDED.code();
    complain("coopcheck: cannot print: " + lost.getMessage());
    return ExitStatus.FAULT.code();
  }

  /** The version of coopcheck and of the text that it follows. */
  static final class Version implements IVersionProvider {
    private static final String OF_THE_JAR =
        "/META-INF/maven/org.coopcheck/coopcheck-counterexamples/pom.properties";

    @Override
    public String[] getVersion() {
      return new String[] {"coopcheck " + ofCoopcheck(), SpecVersion.STANDARD};
    }

    private static String ofCoopcheck() {
      var properties = new Properties();
      return Try.withResources(() -> Main.class.getResourceAsStream(OF_THE_JAR))
          .of(
              stream -> {
                properties.load(stream);
                return properties.getProperty("version", "");
              })
          .getOrElse("(not packaged)");
    }
  }
}
