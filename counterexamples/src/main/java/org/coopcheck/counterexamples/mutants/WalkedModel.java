package org.coopcheck.counterexamples.mutants;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.coopcheck.counterexamples.mutants.bench.Walk;
import org.coopcheck.counterexamples.mutants.bench.Walk.Taken;

/**
 * Every step of every world of the model within a bound. Worlds that differ in names alone are gone
 * on from once.
 *
 * @param worlds the worlds that were gone on from, those of the fewest steps first
 */
record WalkedModel(List<OfWorld> worlds) {
  private static final int REPORT_EVERY = 200;
  private static final int LONGEST = 120;
  private static final Pattern STEPS = Pattern.compile("(\\d+) steps?");

  /**
   * @param offered the steps that it offers
   * @param taken what came of each of them
   * @param isKept which of them lead to a world that is gone on from
   */
  record OfWorld(List<String> offered, List<Taken> taken, List<Boolean> isKept) {}

  static WalkedModel of(Walk walk, int depth, Runnable onProgress) {
    List<OfWorld> worlds = new ArrayList<>();
    Set<String> shapes = new HashSet<>();
    int known = 1;
    int first = 0;
    for (int far = 1; far <= depth; far++) {
      int end = known;
      for (int world = first; world < end; world++) {
        var offered = walk.stepsIn(world);
        List<Taken> taken = new ArrayList<>();
        List<Boolean> isKept = new ArrayList<>();
        for (int step = 0; step < offered.size(); step++) {
          var came = walk.take(world, step);
          boolean isNew = came.isDone() && far < depth && shapes.add(walk.shape());
          if (isNew) {
            walk.keep();
            known++;
          }
          taken.add(came);
          isKept.add(isNew);
          if (step % REPORT_EVERY == 0) onProgress.run();
        }
        worlds.add(new OfWorld(offered, taken, isKept));
      }
      first = end;
    }
    return new WalkedModel(worlds);
  }

  /**
   * Walks the same way through a mutant, up to the first step after which something else is seen.
   *
   * @param number the mutant
   * @param name what the walk is called
   * @param walk its beginning
   * @param onProgress is told now and then that it goes on
   * @return where they part; none if nowhere
   */
  Option<Examined> compare(int number, String name, Walk walk, Runnable onProgress) {
    var inside = Option.<Examined>none();
    for (int world = 0; world < worlds.size(); world++) {
      var expected = worlds.get(world);
      var offered = walk.stepsIn(world);
      for (int step = 0; step < expected.offered.size(); step++) {
        if (step % REPORT_EVERY == 0) onProgress.run();
        int same = indexOf(offered, expected.offered.get(step), step);
        var was = expected.taken.get(step);
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
        if (expected.isKept.get(step)) walk.keep();
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
