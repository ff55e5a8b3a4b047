package org.coopcheck.counterexamples.cli;

import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;
import org.coopcheck.counterexamples.engine.InterruptedByUser;
import org.coopcheck.counterexamples.engine.Storage;
import org.coopcheck.counterexamples.engine.Workers;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.counterexamples.search.WorkReduction;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What every command that searches can be told, and how it goes about its searches. */
final class SearchOptions {
  @Mixin private BoundOptions bound = new BoundOptions();
  @Mixin private BudgetOptions budget = new BudgetOptions();
  @Mixin private OutDirectory out = new OutDirectory();

  @CommandLine.Option(
      names = {"-q", "--quiet"},
      description = "Say less: only what does not hold, or differs.")
  private boolean isQuiet;

  @Mixin private OutputOptions output = new OutputOptions();

  BoundOptions bound() {
    return bound;
  }

  OutDirectory out() {
    return out;
  }

  boolean isQuiet() {
    return isQuiet;
  }

  boolean isJson() {
    return output.isJson();
  }

  /** Everything that is wrong with what was said. */
  Vector<String> problems() {
    return bound.problems().appendAll(budget.problemsOfOtherEngines()).appendAll(out.problems());
  }

  /** The same for a command with which every engine can be used. */
  Vector<String> problemsWithAnyEngine() {
    return bound.problems().appendAll(budget.problems()).appendAll(out.problems());
  }

  /** What a search is told of how to count worlds. */
  String counting() {
    return "reductions: " + budget.reductions().map(WorkReduction::word).mkString(" ");
  }

  /** The engines that were asked for. */
  Vector<Engine> engines(Wish wish) {
    return budget.engines(wish);
  }

  /** The bound that was asked for. */
  Engine.Asked asked() {
    return new Engine.Asked(bound::bound, bound.widens());
  }

  /**
   * Searches, side by side, and prints what was found, also if the user ends it early.
   *
   * @param streams where it prints
   * @param tasks what is searched for
   * @param name what the progress line calls a task
   * @param search one search
   * @param print prints the results, which are in the order of the tasks
   * @return the results
   */
  <T, R> Vector<R> run(
      Streams streams,
      Vector<T> tasks,
      Function1<T, String> name,
      Function2<T, Conduct, R> search,
      Consumer<Vector<R>> print) {
    try (var interrupt = new InterruptedByUser();
        var workers = new Workers(budget.workers());
        var progress = new ProgressLine(streams, isProgressWanted(streams), tasks.size())) {
      var results =
          SideBySide.run(
              tasks,
              workers.count(),
              task ->
                  search.apply(
                      task,
                      new Conduct(
                          budget.reductions(),
                          budget.limits(),
                          progress.of(name.apply(task)),
                          interrupt.cancellation(),
                          Storage.ENCODINGS,
                          workers,
                          Option.none())));
      progress.clear();
      print.accept(results);
      streams.flush();
      return results;
    }
  }

  private boolean isProgressWanted(Streams streams) {
    return budget.wantsProgress() || (streams.isTerminal() && !isJson() && !isQuiet);
  }
}
