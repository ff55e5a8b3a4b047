package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The checks of a search: what they have hit, and which of them are still open.
 *
 * @param <S> a state
 * @param <A> the name of a step
 */
final class OpenChecks<S, A> {
  private final List<StateCheck<S, A>> checks;
  private final int[] counts;
  private final boolean[] isOpen;
  private final List<Hit<S, A>> hits = new ArrayList<>();
  private int[] ofStates = {};
  private int[] ofSteps = {};

  OpenChecks(Vector<StateCheck<S, A>> checks) {
    this.checks = checks.toJavaList();
    this.counts = new int[checks.size()];
    this.isOpen = new boolean[checks.size()];
    Arrays.fill(isOpen, true);
    sort();
  }

  /** A step that hits a check; the initial state does if there is none before. */
  record Hit<S, A>(StateCheck<S, A> check, int before, int action) {}

  /** How many checks there are, open or not. */
  int size() {
    return isOpen.length;
  }

  StateCheck<S, A> get(int check) {
    return checks.get(check);
  }

  /** The numbers of the open checks that look at states. */
  int[] ofStates() {
    return ofStates;
  }

  /** The numbers of the open checks that look at steps. */
  int[] ofSteps() {
    return ofSteps;
  }

  /** Notes what the initial state hits; nothing more is looked for than that. */
  void askAbout(S initial) {
    for (int check = 0; check < checks.size(); check++) {
      if (get(check).isHitBy(initial)) {
        hits.add(new Hit<>(get(check), -1, -1));
        isOpen[check] = false;
      }
    }
    sort();
  }

  /**
   * Notes a hit, unless the check has had enough of them.
   *
   * @return whether it was noted
   */
  boolean hit(int check, int before, int action) {
    if (!isOpen[check]) return false;
    hits.add(new Hit<>(get(check), before, action));
    if (++counts[check] >= get(check).enough()) {
      isOpen[check] = false;
      sort();
    }
    return true;
  }

  private void sort() {
    ofStates = open(false);
    ofSteps = open(true);
  }

  private int[] open(boolean looksAtSteps) {
    return IntStream.range(0, checks.size())
        .filter(check -> isOpen[check] && get(check).looksAtSteps() == looksAtSteps)
        .toArray();
  }

  /** Whether the search may stop. */
  boolean areEnough(StopWhen stopWhen) {
    return switch (stopWhen) {
      case ONE_IS_FOUND -> !hits.isEmpty();
      case ALL_ARE_FOUND -> !hits.isEmpty() && ofStates.length == 0 && ofSteps.length == 0;
      case NEVER -> false;
    };
  }

  /** What was hit, in the order of the steps. */
  List<Hit<S, A>> hits() {
    return hits;
  }
}
