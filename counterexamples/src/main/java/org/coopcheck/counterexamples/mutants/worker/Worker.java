package org.coopcheck.counterexamples.mutants.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.coopcheck.counterexamples.mutants.Examiner;
import org.coopcheck.counterexamples.mutants.Mutants;
import org.coopcheck.counterexamples.mutants.code.RuleCode;

/**
 * The process that examines mutants. It is told on standard input which, all of those that it may be
 * given in the first line, then one number a line, and answers on standard output: a dot now and then
 * while questions are answered, and for each mutant an equals sign and JSON, or a question mark if it
 * asks rows only and none of them notices it.
 */
public final class Worker {
  /** Questions were answered. */
  static final String ANSWERED = ".";

  /** Begins the line that carries a result. */
  static final String RESULT = "=";

  /** Rows do not decide. */
  static final String OPEN = "?";

  private static final JsonMapper JSON = new JsonMapper();

  private Worker() {}

  /**
   * Examines mutants until there are no more.
   *
   * @param args the variant, and which {@link Round} it is
   */
  public static void main(String[] args) throws InterruptedException {
    var answers = System.out;
    System.setOut(System.err); // nobody else may answer
    var code = RuleCode.ofTheModel();
    var mutants = new Mutants(code, args[0]);
    var round = Round.valueOf(args[1]);
    var pulse = new Pulse(answers);
    var orders = orders();
    var wanted = TreeSet.of(orders.take().split(" ")).map(Integer::parseInt);
    var examiner = new Examiner(code, mutants, wanted, pulse::beat);
    pulse.beatWhile(examiner::isAskingTheModel);
    say(answers, ANSWERED); // ready
    while (true) {
      int number = Integer.parseInt(orders.take());
      var examined =
          switch (round) {
            case ROWS -> examiner.examineByRows(number);
            case EVERYTHING -> Option.some(examiner.examine(number));
          };
      say(answers, examined.map(each -> RESULT + json(each)).getOrElse(OPEN));
    }
  }

  /** Says now and then that questions are answered: to say it of each takes longer than to answer. */
  private static final class Pulse {
    private static final long SELDOM = 100_000_000; // a tenth of a second
    private final PrintStream answers;
    private long last = System.nanoTime();

    Pulse(PrintStream answers) {
      this.answers = answers;
    }

    /** A thread of its own beats as long as the condition is true. */
    void beatWhile(BooleanSupplier condition) {
      var beating =
          new Thread(
              () -> {
                while (true) {
                  LockSupport.parkNanos(SELDOM);
                  if (condition.getAsBoolean()) beat();
                }
              },
              "pulse");
      beating.setDaemon(true);
      beating.start();
    }

    synchronized void beat() {
      long now = System.nanoTime();
      if (now - last < SELDOM) return;
      last = now;
      say(answers, ANSWERED);
    }
  }

  /** Read by a thread of its own, so that the process ends with whoever gives the orders. */
  private static BlockingQueue<String> orders() {
    var orders = new LinkedBlockingQueue<String>();
    var reader =
        new Thread(
            () -> {
              try (var in =
                  new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String order = in.readLine(); order != null; order = in.readLine()) {
                  orders.add(order);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                Runtime.getRuntime().halt(0);
              }
            },
            "orders");
    reader.setDaemon(true);
    reader.start();
    return orders;
  }

  private static synchronized void say(PrintStream answers, String line) {
    answers.print(line + "\n");
    answers.flush();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
