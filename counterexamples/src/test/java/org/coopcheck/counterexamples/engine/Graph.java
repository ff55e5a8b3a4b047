package org.coopcheck.counterexamples.engine;

import java.util.Random;
import java.util.function.IntFunction;

/** A transition system of numbers, beginning with 0. */
record Graph(IntFunction<int[]> successors) implements TransitionSystem<Integer, String> {

  /** From 0 to the last number, one by one. */
  static Graph counter(int last) {
    return new Graph(n -> n == last ? new int[] {} : new int[] {n + 1});
  }

  /** The cells of a grid, row by row; to the right and down, as long as there is a cell. */
  static Graph grid(int columns, int rows) {
    return new Graph(
        cell -> {
          boolean isLastColumn = cell % columns == columns - 1;
          boolean isLastRow = cell / columns == rows - 1;
          if (isLastColumn && isLastRow) return new int[] {};
          if (isLastColumn) return new int[] {cell + columns};
          if (isLastRow) return new int[] {cell + 1};
          return new int[] {cell + 1, cell + columns};
        });
  }

  /** Some edges from each of so many numbers. */
  static Graph random(int states, Random random) {
    int[][] successors = new int[states][];
    for (int n = 0; n < states; n++) {
      successors[n] = random.ints(random.nextInt(6), 0, states).toArray();
    }
    return new Graph(n -> successors[n]);
  }

  @Override
  public Integer initial() {
    return 0;
  }

  @Override
  public void forEachSuccessor(Integer state, SuccessorSink<Integer> sink) {
    int[] all = successors.apply(state);
    for (int i = 0; i < all.length; i++) sink.accept(i, all[i]);
  }

  @Override
  public String action(Integer state, int index) {
    return state + "#" + index;
  }

  @Override
  public void encode(Integer state, Encoding encoding) {
    encoding.putInt(state);
  }
}
