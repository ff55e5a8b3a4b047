package org.coopcheck.counterexamples.engine;

import io.vavr.control.Option;
import java.util.ArrayList;

/**
 * States, and what can happen in each of them, in one fixed order.
 *
 * <p>An instance may keep scratch memory and is used by one thread at a time; a search by several
 * workers takes one instance for each.
 *
 * @param <S> a state
 * @param <A> the name of a step, for traces
 */
public interface TransitionSystem<S, A> {

  /** The one state in which every run begins. */
  S initial();

  /**
   * Passes on what every enabled action makes of a state: each action once, in a fixed order, also
   * when it changes nothing.
   *
   * <p>The sink may be handed the same object again with other contents. Whoever keeps it takes
   * {@link #kept} of it.
   */
  void forEachSuccessor(S state, SuccessorSink<S> sink);

  /**
   * What one action makes of a state, the same that {@link #forEachSuccessor} passes on.
   *
   * @param state a state
   * @param index the index of the action
   * @return the state after it, which nobody will change; none if no such action is enabled
   */
  default Option<S> successor(S state, int index) {
    var found = new ArrayList<S>();
    forEachSuccessor(
        state,
        (action, after) -> {
          if (action == index) found.add(kept(after));
        });
    if (found.size() > 1) {
      throw new EngineDefect("action %d leads to %d states".formatted(index, found.size()));
    }
    return Option.ofOptional(found.stream().findFirst());
  }

  /**
   * Names an action.
   *
   * @param state a state
   * @param index the index under which {@link #forEachSuccessor} passed it on from that state
   */
  A action(S state, int index);

  /**
   * Writes what tells a state apart: two states count as one if, and only if, the same bytes are
   * written. States that are mere renamings of each other may be made one here, provided that a
   * renaming also turns the successors of the one into those of the other, and no check tells them
   * apart.
   */
  void encode(S state, Encoding encoding);

  /** A state with the same contents that nobody will change. */
  default S kept(S state) {
    return state;
  }
}
