package org.coopcheck.counterexamples.engine;

import java.util.ArrayDeque;

/** For every state but the first, the number of the state before it and the action: eight bytes. */
final class Predecessors {
  private final GrowableInts befores = new GrowableInts();
  private final GrowableInts actions = new GrowableInts();

  /** Notes how the next state was met. */
  void add(int before, int action) {
    befores.add(before);
    actions.add(action);
  }

  /** How many states there are, with the first one. */
  int states() {
    return befores.size() + 1;
  }

  /** The actions of the run to a state. */
  Iterable<Integer> actionsTo(int state) {
    var onTheWay = new ArrayDeque<Integer>();
    for (int at = state; at != 0; at = befores.get(at - 1)) onTheWay.push(actions.get(at - 1));
    return onTheWay;
  }

  /** How much memory they take. */
  long bytes() {
    return befores.bytes() + actions.bytes();
  }
}
