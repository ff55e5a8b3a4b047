package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;

/** What a search can say of an invariant. */
public sealed interface Verdict {

  /** The word for it. */
  String word();

  /**
   * Every run within the bound obeys the invariant, and some run gives it something to say.
   *
   * @param bound the bound
   * @param extent in which runs
   * @param missed the probability, at most, that a world was missed; none if none can be
   */
  record Holds(Bound bound, Extent extent, Option<Double> missed) implements Verdict {
    /** Where no world can be missed. */
    public Holds(Bound bound, Extent extent) {
      this(bound, extent, Option.none());
    }

    @Override
    public String word() {
      return "holds";
    }
  }

  /** The runs in which an invariant holds. */
  enum Extent {
    /** In those of so many steps. */
    SO_MANY_STEPS,
    /** In all, since no longer run reaches another world. */
    FIXPOINT,
    /**
     * In all, since no step breaks it from any well-formed world that keeps it, reachable or not.
     */
    INDUCTIVE
  }

  /**
   * A run breaks the invariant.
   *
   * @param counterexample the smallest one
   * @param others as many as were asked for that have other causes, each the smallest of its cause
   * @param mayHaveMore whether there may be causes within the bound that are not among them
   */
  record Violated(Counterexample counterexample, Vector<Counterexample> others, boolean mayHaveMore)
      implements Verdict {

    /** All of them. */
    public Vector<Counterexample> all() {
      return others.prepend(counterexample);
    }

    @Override
    public String word() {
      return "violated";
    }
  }

  /**
   * No run within the bound breaks the invariant, but none gives it anything to say either.
   *
   * @param bound the bound
   * @param missed the probability, at most, that a world was missed; none if none can be
   */
  record Vacuous(Bound bound, Option<Double> missed) implements Verdict {
    /** Where no world can be missed. */
    public Vacuous(Bound bound) {
      this(bound, Option.none());
    }

    @Override
    public String word() {
      return "vacuous";
    }
  }

  /**
   * The search ended too early to say.
   *
   * @param budget what it ran out of
   */
  record Undecided(Budget budget) implements Verdict {
    @Override
    public String word() {
      return "undecided";
    }
  }

  /**
   * No run that was looked at breaks the invariant, but a step does from a world that keeps it and
   * need not be reachable. So it may hold, and cannot be shown to by looking at one step.
   *
   * @param bound the bound
   * @param world the world
   * @param step the step
   * @param explanation how the step breaks the invariant
   */
  record NotInductive(Bound bound, World world, Action step, String explanation)
      implements Verdict {
    @Override
    public String word() {
      return "undecided";
    }
  }

  /**
   * A run that breaks an invariant, reduced until nothing can be dropped from it.
   *
   * @param scenario the run
   * @param step the number of the step that breaks it
   * @param explanation how it breaks it, in one sentence
   * @param other the run that it is compared with, if there is one
   */
  record Counterexample(Scenario scenario, int step, String explanation, Option<Scenario> other) {

    /** One that stands for itself. */
    public Counterexample(Scenario scenario, int step, String explanation) {
      this(scenario, step, explanation, Option.none());
    }
  }
}
