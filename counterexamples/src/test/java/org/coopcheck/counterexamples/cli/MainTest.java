package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.counterexamples.report.text.Style;
import org.coopcheck.model.SpecVersion;
import picocli.CommandLine;

class MainTest {
  private static final Vector<String> DOCUMENTED =
      Vector.of("check", "run", "matrix", "headers", "variants", "invariants");

  // Help.

  @Example
  void the_help_names_every_command_and_every_exit_code() {
    var run = CommandRun.of("--help");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains(DOCUMENTED).contains("Examples:", "Exit codes:");
    assertThat(run.out())
        .contains("  2     the input cannot be used", "  130   interrupted (Ctrl-C)");
    assertThat(run.err()).isEmpty();
  }

  @Example
  void the_help_of_each_command_has_examples_of_it() {
    for (String command : DOCUMENTED) {
      var run = CommandRun.of(command, "--help");
      assertThat(run.exitCode()).isEqualTo(0);
      assertThat(run.out().split("\nExamples:\n", -1)[1]).contains("coopcheck " + command);
    }
  }

  @Example
  void every_option_and_every_argument_of_a_command_is_described() {
    for (CommandLine command : commandsHere()) {
      var described =
          Vector.ofAll(command.getCommandSpec().args())
              .filter(each -> String.join("", each.description()).isBlank())
              .map(each -> command.getCommandName() + " " + each.paramLabel());
      assertThat(described).isEmpty();
      assertThat(command.getCommandSpec().args()).isNotEmpty();
    }
  }

  @Example
  void help_is_a_command_too() {
    assertThat(CommandRun.of("help", "matrix")).isEqualTo(CommandRun.of("matrix", "--help"));
  }

  @Example
  void no_line_of_help_is_wider_than_100_columns() {
    for (CommandLine command : commandsHere()) {
      assertThat(command.getUsageMessage().lines()).allMatch(line -> line.length() <= 100);
    }
  }

  private static Vector<CommandLine> commandsHere() {
    var streams = Streams.of(InputStream.nullInputStream(), discard(), discard(), Style.PLAIN);
    var main = Main.commandLine(streams);
    return Vector.ofAll(main.getSubcommands().values())
        .filter(each -> DOCUMENTED.contains(each.getCommandName()))
        .append(main);
  }

  private static OutputStream discard() {
    return OutputStream.nullOutputStream();
  }

  @Example
  void the_version_names_the_text_that_is_followed() {
    var run = CommandRun.of("--version");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).startsWith("coopcheck ").endsWith("\n" + SpecVersion.STANDARD + "\n");
  }

  @Example
  void without_a_command_the_help_is_a_complaint() {
    var run = CommandRun.of();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: coopcheck");
  }

  // Words that mean nothing.

  @Data
  Iterable<Tuple2<String, String>> unknownWords() {
    return Table.of( // what was typed, what is said
        Tuple.of("rnu", "coopcheck: \"rnu\" is not a command; did you mean \"run\"?"),
        Tuple.of(
            "matrix --fromat csv",
            "coopcheck matrix: \"--fromat\" is not an option here; did you mean \"--format\"?"),
        Tuple.of(
            "matrix --format cvs",
            "coopcheck matrix: --format: \"cvs\" is not a format; did you mean \"csv\"?"),
        Tuple.of(
            "matrix htlm", "coopcheck matrix: \"htlm\" is not a variant; did you mean \"html\"?"),
        Tuple.of("matrix html html", "coopcheck matrix: \"html\" is one argument too many"),
        Tuple.of(
            "invariants one-policy-in-group",
            "coopcheck invariants: \"one-policy-in-group\" is not an invariant;"
                + " did you mean \"one-policy-in-a-group\"?"),
        Tuple.of(
            "variants html,name=stiky",
            "coopcheck variants: \"name=stiky\" is not an answer for name;"
                + " did you mean \"name=sticky\"?"),
        Tuple.of(
            "headers --url ftp://a.example/",
            "coopcheck headers: --url: \"ftp://a.example/\" has a scheme other than http, https,"
                + " about, blob, data and javascript"),
        Tuple.of(
            "headers --url about:blank",
            "coopcheck headers: --url: \"about:blank\" is neither an http: nor an https: URL"),
        Tuple.of("run", "coopcheck run: Missing required parameter: 'SCENARIO'"));
  }

  @Property
  @FromData("unknownWords")
  void a_word_that_means_nothing_is_answered_with_the_nearest_that_does(
      @ForAll String typed, @ForAll String said) {
    var run = CommandRun.of(typed.split(" ", -1));
    String command = typed.startsWith("rnu") ? "coopcheck" : "coopcheck " + typed.split(" ", -1)[0];
    assertThat(run.err()).isEqualTo(said + "\nsee: " + command + " --help\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Example
  void everything_that_is_wrong_with_a_command_line_is_said_at_once() {
    var run =
        CommandRun.of(
            "run", "--variant", "htlm,name=stiky", "--foo", "--capabilities", "oopif=maybe,x=1");
    assertThat(run.err().lines())
        .containsExactly(
            "coopcheck run: --variant: \"htlm\" is not a variant; did you mean \"html\"?",
            "coopcheck run: --variant: \"name=stiky\" is not an answer for name;"
                + " did you mean \"name=sticky\"?",
            "coopcheck run: --capabilities: \"maybe\" is not a value of oopif;"
                + " there are true, false",
            "coopcheck run: --capabilities: \"x\" is not a capability;"
                + " there are oopif, page-isolation, isolation",
            "coopcheck run: Missing required parameter: 'SCENARIO'",
            "coopcheck run: \"--foo\" is not an option here; there are --variant, --variant-file,"
                + " --capabilities, --invariant, --processes, --step, -v, --verbose, -q, --quiet, --json,"
                + " --no-color, -h, --help, -V, --version, --debug",
            "see: coopcheck run --help");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Example
  void help_is_given_even_to_who_types_something_wrong_besides() {
    var run = CommandRun.of("matrix", "--fromat", "--help");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("Usage: coopcheck matrix");
  }

  @Example
  void a_hostile_word_reaches_no_terminal_as_it_is() {
    var run = CommandRun.of("run\u001b[31m\u202e\r\nx");
    assertThat(run.err())
        .startsWith("coopcheck: \"run\\x1b[31m\\u{202e}\\r\\nx\" is not a command");
    assertThat(run.err()).doesNotContain("\u001b", "\u202e", "\r");
  }

  // Faults.

  private static final class Faulty extends InputStream {
    @Override
    public int read() {
      throw new IllegalStateException("first line\nsecond line \u001b[31m");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return read();
    }
  }

  @Example
  void a_fault_is_one_line_and_an_address_without_a_stack_trace() {
    var run = CommandRun.with(new Faulty(), Style.PLAIN, "headers");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "coopcheck: fault: java.lang.IllegalStateException:"
                + " first line\\nsecond line \\x1b[31m",
            "please report it with the command line and its input (--debug prints more)");
  }

  @Example
  void only_debugging_prints_the_stack_trace_of_a_fault() {
    var run = CommandRun.with(new Faulty(), Style.PLAIN, "headers", "--debug");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("\tat " + Faulty.class.getName() + ".read(");
  }

  // Output.

  private static CommandRun runWithOutput(String complaint, String... args) {
    var err = new ByteArrayOutputStream();
    var out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(complaint);
          }
        };
    var streams =
        Streams.of(InputStream.nullInputStream(), OutputLost.noticedBy(out), err, Style.PLAIN);
    int exitCode = Main.run(streams, args);
    return new CommandRun(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }

  /** One that prints at its end, and one that prints as it goes. */
  private static Vector<String[]> printing() {
    String file = CommandRun.file(".yaml", "coopcheck: 1\nsteps: []\n");
    return Vector.of(new String[] {"matrix"}, new String[] {"run", file});
  }

  @Example
  void who_closes_the_pipe_hears_no_complaint() {
    for (String[] args : printing()) {
      var run = runWithOutput("Broken pipe", args);
      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(3);
    }
  }

  @Example
  void a_full_disk_is_no_success() {
    for (String[] args : printing()) {
      var run = runWithOutput("No space left on device", args);
      assertThat(run.err()).isEqualTo("coopcheck: cannot print: No space left on device\n");
      assertThat(run.exitCode()).isEqualTo(4);
    }
  }

  @Example
  void colours_are_for_terminals_that_want_them_and_say_nothing_that_the_text_does_not() {
    var colorful = new Style(true, true);
    var nothing = new ByteArrayInputStream(new byte[0]);
    var painted = CommandRun.with(nothing, colorful, "matrix");
    var plain = CommandRun.of("matrix");
    assertThat(painted.out()).contains("\u001b[");
    assertThat(painted.out().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.out());
    assertThat(CommandRun.with(nothing, colorful, "matrix", "--no-color")).isEqualTo(plain);
    assertThat(CommandRun.with(nothing, colorful, "matrix", "--no-color", "--help").out())
        .doesNotContain("\u001b");
  }
}
