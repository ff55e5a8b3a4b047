package org.coopcheck.counterexamples.search;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.invariant.Invariant;

/** A way to choose the worlds that are looked at. What happens in them is for the model to say. */
public interface Engine {

  /** Its word on the command line, and in results. */
  String name();

  /**
   * @param variant the rules
   * @param invariants what is checked
   * @param asked the bound that was asked for
   * @return searches that can run side by side, and together answer for each invariant once
   */
  Vector<Search> searches(Variant variant, Vector<Invariant> invariants, Asked asked);

  /**
   * What was said of the bound.
   *
   * @param bound the bound, given what holds where nothing was said
   * @param widens whether the kinds of steps were left open
   */
  record Asked(Function1<Bound, Bound> bound, boolean widens) {}

  /**
   * One search.
   *
   * @param variant the rules
   * @param question what it answers and how, line by line, as far as that is not said by a {@link
   *     Conduct}; none if it cannot go on with what another process has begun
   * @param by does it
   */
  record Search(
      Variant variant, Option<Vector<String>> question, Function1<Conduct, Vector<Checked>> by) {

    /** One that cannot go on with what another process has begun. */
    public Search(Variant variant, Function1<Conduct, Vector<Checked>> by) {
      this(variant, Option.none(), by);
    }
  }
}
