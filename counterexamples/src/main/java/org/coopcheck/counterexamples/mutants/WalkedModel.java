package org.coopcheck.counterexamples.mutants;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.coopcheck.counterexamples.mutants.bench.Switchboard;
import org.coopcheck.counterexamples.mutants.bench.Walk;
import org.coopcheck.counterexamples.mutants.bench.Walk.Taken;

/**
 * Every step of every world of the model within a bound. Worlds that differ in names alone are gone
 * on from once. Of each step it is known which mutants answer some call otherwise, so that the others
 * need not be asked about it.
 *
 * @param worlds the worlds that were gone on from, those of the fewest steps first
 */
record WalkedModel(List<OfWorld> worlds) {
  private static final int REPORT_EVERY = 200;
  private static final int LONGEST = 120;
  private static final Pattern STEPS = Pattern.compile("(\\d+) steps?");

  /**
   * @param offered the steps that it offers
   * @param different the mutants that answer some call otherwise while they are listed
   * @param steps what came of each of them
   */
  record OfWorld(List<String> offered, BitSet different, List<OfStep> steps) {}

  /**
   * @param taken what came of it
   * @param different the mutants that answer some call otherwise
   * @param isKept whether it leads to a world that is gone on from
   */
  record OfStep(Taken taken, BitSet different, boolean isKept) {}

  /**
   * @param walk its beginning, in the copy that says what it reaches
   * @param depth how many steps it goes
   */
  static WalkedModel of(Walk walk, int depth) {
    List<OfWorld> worlds = new ArrayList<>();
    Set<String> shapes = new HashSet<>();
    int known = 1;
    int first = 0;
    for (int far = 1; far <= depth; far++) {
      int end = known;
      for (int world = first; world < end; world++) {
        Switchboard.takeDifferent();
        var offered = walk.stepsIn(world);
        var different = Switchboard.takeDifferent();
        List<OfStep> steps = new ArrayList<>();
        for (int step = 0; step < offered.size(); step++) {
          var came = walk.take(world, step);
          boolean isNew = came.isDone() && far < depth && shapes.add(walk.shape());
          if (isNew) {
            walk.keep();
            known++;
          }
          steps.add(new OfStep(came, Switchboard.takeDifferent(), isNew));
        }
        worlds.add(new OfWorld(offered, different, steps));
      }
      first = end;
    }
    return new WalkedModel(worlds);
  }

  /** The mutants that answer some call otherwise. */
  BitSet different() {
    var all = new BitSet();
    for (var world : worlds) {
      all.or(world.different);
      for (var step : world.steps) all.or(step.different);
    }
    return all;
  }

  /**
   * Walks the same way through a mutant, up to the first step after which something else is seen.
   *
   * @param number the mutant
   * @param skips whether steps in which it answers every call as the model are not compared
   * @param name what the walk is called
   * @param walk its beginning
   * @param onProgress is told now and then that it goes on
   * @return where they part; none if nowhere
   */
  Option<Examined> compare(int number, boolean skips, String name, Walk walk, Runnable onProgress) {
    var inside = Option.<Examined>none();
    for (int world = 0; world < worlds.size(); world++) {
      var expected = worlds.get(world);
      // Once worlds are not the same, any step may part them further.
      boolean isListedAlike = skips && inside.isEmpty() && !expected.different.get(number);
      var offered = isListedAlike ? expected.offered : walk.stepsIn(world);
      for (int step = 0; step < expected.offered.size(); step++) {
        if (step % REPORT_EVERY == 0) onProgress.run();
        var known = expected.steps.get(step);
        boolean isAlike = skips && inside.isEmpty() && !known.different.get(number);
        if (isAlike && !known.isKept) continue;
        int same = indexOf(offered, expected.offered.get(step), step);
        var was = known.taken;
        if (same < 0) {
          if (!was.isDone()) continue;
          return Option.some(
              new Examined(
                  number, Fate.DIFFERS, name, "not offered: " + expected.offered.get(step), ""));
        }
        var is = walk.take(world, same);
        if (was.isDone() != is.isDone() || !was.seen().equals(is.seen())) {
          return Option.some(
              new Examined(
                  number, Fate.DIFFERS, name, parting(was, is), walk.scenario(world, same)));
        }
        if (inside.isEmpty() && !was.world().equals(is.world())) {
          inside =
              Option.some(
                  new Examined(
                      number,
                      Fate.DIFFERS_INSIDE,
                      name,
                      "nothing that is told, yet worlds are encoded otherwise",
                      walk.scenario(world, same)));
        }
        if (known.isKept) walk.keep();
      }
    }
    return inside;
  }

  private static int indexOf(List<String> offered, String step, int likely) {
    return likely < offered.size() && offered.get(likely).equals(step)
        ? likely
        : offered.indexOf(step);
  }

  private static String parting(Taken was, Taken is) {
    if (was.isDone() != is.isDone()) return is.isDone() ? "now it is done" : "now it is not done";
    return parting(was.seen(), is.seen());
  }

  /** Where two texts part, with what is around it. */
  private static String parting(String was, String is) {
    int from = 0;
    while (from < Math.min(was.length(), is.length()) && was.charAt(from) == is.charAt(from)) {
      from++;
    }
    int word = Math.max(was.lastIndexOf(' ', from), was.lastIndexOf('[', from)) + 1;
    return cut(was, word) + " is now " + cut(is, word);
  }

  private static String cut(String text, int from) {
    int start = Math.min(from, text.length());
    int comma = text.indexOf(", ", start);
    int end = comma < 0 ? text.length() : comma;
    return text.substring(start, Math.min(end, start + LONGEST));
  }

  /** How many steps the words of a bound speak of. */
  static int depth(String bound) {
    var matcher = STEPS.matcher(bound);
    if (!matcher.find()) throw new IllegalArgumentException(bound);
    return Integer.parseInt(matcher.group(1));
  }
}
