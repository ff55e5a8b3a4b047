package org.coopcheck.counterexamples.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.coopcheck.counterexamples.engine.Event.Candidate;
import org.coopcheck.counterexamples.engine.Event.Step;
import org.coopcheck.counterexamples.engine.Event.StepHit;

/**
 * What one worker makes of a few states of the frontier: a record of what there is to take note of,
 * in the order of the steps. It changes nothing that other workers look at.
 *
 * @param <S> a state
 * @param <A> the name of a step
 */
final class Expansion<S, A> {
  private final List<S> states;
  private final int from;
  private final int to;
  private final List<Event<S, A>> events = new ArrayList<>();
  private int end;
  private int transitions;

  /**
   * @param states the states that are expanded
   * @param from the place of the first that is expanded here
   * @param to the place after the last
   */
  Expansion(List<S> states, int from, int to) {
    this.states = states;
    this.from = from;
    this.to = to;
    this.end = from;
  }

  /**
   * Follows all steps from the states.
   *
   * @param system the system
   * @param checks what is looked for
   * @param visited the states that are known
   * @param mayGoOn whether there is time for one more state
   */
  void expand(
      TransitionSystem<S, A> system,
      OpenChecks<S, A> checks,
      VisitedStates visited,
      BooleanSupplier mayGoOn) {
    var encoding = new Encoding();
    while (end < to && mayGoOn.getAsBoolean()) {
      S before = states.get(end);
      system.forEachSuccessor(
          before,
          (action, after) -> {
            for (int check : checks.ofSteps()) {
              if (checks.get(check).isHitBy(before, system.action(before, action), after)) {
                events.add(new StepHit<>(new Step(end, action, transitions), check));
              }
            }
            encoding.clear();
            system.encode(after, encoding);
            long hash = encoding.hash();
            if (!visited.contains(hash, encoding)) {
              var step = new Step(end, action, transitions);
              events.add(
                  new Candidate<>(
                      step, system.action(before, action), system.kept(after), hash, encoding));
            }
            transitions++;
          });
      end++;
    }
  }

  /** Shows the checks which states are new. */
  void ask(OpenChecks<S, A> checks) {
    for (Event<S, A> event : events) {
      if (!(event instanceof Candidate<S, A> candidate) || !candidate.isNew()) continue;
      S before = states.get(event.step().before());
      for (int check : checks.ofStates()) {
        if (checks.get(check).isHitBy(before, candidate.action(), candidate.state())) {
          candidate.isHitBy(check);
        }
      }
    }
  }

  /** In the order of the steps; a hit of a step comes before the state that the step leads to. */
  List<Event<S, A>> events() {
    return events;
  }

  /** How many states were expanded. */
  int expanded() {
    return end - from;
  }

  /** Whether that are all of them. */
  boolean isComplete() {
    return end == to;
  }

  /** How many steps there are from the states that were expanded. */
  int transitions() {
    return transitions;
  }
}
