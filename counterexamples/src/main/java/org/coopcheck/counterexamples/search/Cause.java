package org.coopcheck.counterexamples.search;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.model.decision.Decision;

/**
 * Why two runs of one scenario part: the first decision that is not the same in both. Runs may also
 * part without any: what windows can do with each other is no step, and no rule is asked for it
 * until somebody tries.
 *
 * @param key tells causes apart; the same for scenarios that differ in the names of origins and
 *     windows only
 * @param a the decision in the one run; none if the question did not come up there
 * @param b the decision in the other run
 */
public record Cause(String key, Option<Decision> a, Option<Decision> b) {
  /** Which response it was does not decide what comes of it. */
  private static final SortedSet<String> INCIDENTAL = TreeSet.of("url", "hop", "entry");

  private static final Pattern NAME =
      Pattern.compile("https?://[^/\\s,]+(?:/[^\\s,]*)?|opaque-[0-9]+|[A-Za-z0-9]+");

  private static final Pattern OPAQUE_ORIGIN = Pattern.compile("opaque-[0-9]+");

  /**
   * The first decision of a step that is not the same in two runs.
   *
   * @param a the decisions of the one run
   * @param b those of the other
   * @param windows the names of windows
   */
  static Option<Cause> of(Vector<Decision> a, Vector<Decision> b, Vector<String> windows) {
    int same = 0;
    while (same < a.size() && same < b.size() && isSame(a.get(same), b.get(same))) same++;
    if (same == a.size() && same == b.size()) return Option.none();
    var restOfA = a.drop(same);
    var restOfB = b.drop(same);
    // Where one run is asked something more, what comes next in the other is of no interest.
    boolean isMoreInA = isExtra(restOfA, restOfB);
    boolean isMoreInB = isExtra(restOfB, restOfA);
    var inA = restOfA.headOption().filter(first -> isMoreInA || !isMoreInB);
    var inB = restOfB.headOption().filter(first -> isMoreInB || !isMoreInA);
    return Option.some(new Cause(key(inA, inB, windows), inA, inB));
  }

  /** Whether the first of the decisions is of a rule that the others do not ask at all. */
  private static boolean isExtra(Vector<Decision> decisions, Vector<Decision> others) {
    return decisions
        .headOption()
        .exists(first -> others.forAll(other -> other.rule() != first.rule()));
  }

  private static boolean isSame(Decision a, Decision b) {
    return a.rule() == b.rule()
        && (a.result().equals(b.result())
            || withoutNumbers(a.result()).equals(withoutNumbers(b.result())));
  }

  /** Opaque origins have numbers of their own in each run. */
  private static String withoutNumbers(String result) {
    return OPAQUE_ORIGIN.matcher(result).replaceAll("opaque");
  }

  private static String key(Option<Decision> a, Option<Decision> b, Vector<String> windows) {
    var names = new Names(windows);
    var inA = a.map(names::of);
    var inB = b.map(names::of);
    boolean isOneQuestion =
        a.exists(
            one ->
                b.exists(other -> one.rule() == other.rule() && one.given().equals(other.given())));
    return isOneQuestion
        ? inA.get() + " | " + names.of(b.get().result())
        : inA.getOrElse("not asked") + " | " + inB.getOrElse("not asked");
  }

  /**
   * Where no decision is another one: what is seen to be different.
   *
   * @param difference the first difference
   * @param windows the names of windows
   */
  static Cause of(Difference difference, Vector<String> windows) {
    var names = new Names(windows);
    return new Cause(
        "%s: %s | %s"
            .formatted(difference.observable(), names.of(difference.a()), names.of(difference.b())),
        Option.none(),
        Option.none());
  }

  /** Decisions in one line, with new names for origins and windows. */
  static String renamed(Vector<Decision> decisions, Vector<String> windows) {
    var names = new Names(windows);
    return decisions.map(names::of).mkString("; ");
  }

  /** New names for origins and windows, in the order in which they are met. */
  private static final class Names {
    private final Vector<String> windows;
    private Map<String, String> given = LinkedHashMap.empty();

    Names(Vector<String> windows) {
      this.windows = windows;
    }

    String of(Decision decision) {
      return decision.rule().id()
          + decision
              .given()
              .reject(operand -> INCIDENTAL.contains(operand.name()))
              .map(operand -> operand.name() + "=" + of(operand.value()))
              .mkString("(", ", ", ") -> ")
          + of(decision.result());
    }

    String of(String text) {
      return NAME.matcher(text).replaceAll(match -> renamed(match.group()));
    }

    private String renamed(String found) {
      if (windows.contains(found)) return name(found, "window ");
      if (OPAQUE_ORIGIN.matcher(found).matches()) return name(found, "origin ");
      int host = found.indexOf("://") + 3;
      if (host < 3) return found;
      int path = found.indexOf('/', host);
      return name(path < 0 ? found : found.substring(0, path), "origin ");
    }

    private String name(String thing, String prefix) {
      if (!given.containsKey(thing)) {
        int number = given.values().count(name -> name.startsWith(prefix)) + 1;
        given = given.put(thing, prefix + number);
      }
      return given.get(thing).get();
    }
  }
}
