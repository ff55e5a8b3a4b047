package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.WorkReduction;
import org.coopcheck.counterexamples.search.WorldEncoding;
import org.coopcheck.counterexamples.solver.Parts.Apart;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.WellFormedness;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.invariant.Moment;

/**
 * Looks for a step that breaks a promise from any well-formed world that keeps all of them, whether
 * that world can be reached or not. Promises that no step breaks hold in runs of any length.
 *
 * <p>It begins with all promises. What some step breaks is given up, and no longer assumed; so what
 * is left in the end is the greatest set of promises that keep each other.
 *
 * <p>A world is put together of windows that the model made: at first those that it opens in an
 * empty browser, then those that come of the steps from the worlds that were looked at, until there
 * are no new ones.
 */
final class Induction {
  private final Variant variant;
  private final Bound bound;
  private final Universe universe;
  private final ScriptedServer server;
  private final Rules rules;
  private final WorldEncoding encoding;
  private final WorldEncoding canonical;
  private final Parts parts;
  private final Vector<Promise> promises;
  private final Patience patience;

  /** By their places among the promises. */
  private final BitSet assumed = new BitSet();

  private final BitSet givenUp = new BitSet();
  private final Broken[] broken;

  /** For worlds after a step, which promises are not kept there. */
  private final Map<String, BitSet> known = new HashMap<>();

  /** The worlds that were looked at, and all that are renamings of them. */
  private final Set<String> seen = new HashSet<>();

  private long worlds;
  private long steps;
  private Option<Budget> end = Option.none();

  /**
   * @param variant the rules
   * @param bound what there is at most; its number of steps is not used
   * @param promises what is to be kept
   * @param patience says when it is enough
   */
  Induction(Variant variant, Bound bound, Vector<Promise> promises, Patience patience) {
    this.variant = variant;
    this.bound = bound;
    this.universe = new Universe(bound);
    this.server = universe.server();
    this.rules = Rules.unheard(variant, bound.capabilities());
    this.encoding =
        new WorldEncoding(Observed.of(bound, false, Parts.NAMED), universe.tupleOrigins());
    this.parts = new Parts(encoding, universe.tupleOrigins());
    this.canonical =
        new WorldEncoding(Observed.of(bound, false, WorkReduction.ALL), universe.tupleOrigins());
    this.promises = promises;
    this.patience = patience;
    this.broken = new Broken[promises.size()];
    assumed.set(0, promises.size());
  }

  /**
   * A step that breaks a promise from a world that keeps all that were assumed.
   *
   * @param promise the promise
   * @param before the world, which may not be reachable
   * @param action the step
   * @param explanation how the promise is broken
   */
  record Broken(Promise promise, World before, Action action, String explanation) {}

  /**
   * What can be said.
   *
   * @param kept the promises that keep each other
   * @param broken for each of the others, a step that breaks it
   * @param worlds the worlds from which all steps were taken
   * @param steps these steps
   * @param end what was used up before it was done; then nothing is known to be kept
   */
  record Result(
      Vector<Promise> kept, Vector<Broken> broken, long worlds, long steps, Option<Budget> end) {}

  Result result() {
    do {
      assumed.andNot(givenUp);
      givenUp.clear();
      lookEverywhere();
    } while (!givenUp.isEmpty() && end.isEmpty());
    var places = Vector.range(0, promises.size());
    return new Result(
        end.isDefined() ? Vector.empty() : places.filter(assumed::get).map(promises::get),
        places.map(place -> broken[place]).filter(each -> each != null),
        worlds,
        steps,
        end);
  }

  private void lookEverywhere() {
    worlds = 0;
    steps = 0;
    seen.clear();
    lookFrom(new Apart(Vector.empty(), Vector.empty()));
    int from = 0;
    while (from < parts.size() && end.isEmpty()) {
      int now = parts.size();
      for (int part = from; part < now; part++) {
        lookFrom(new Apart(Vector.of(part), Vector.empty()));
      }
      if (bound.windows() > 1) {
        new WorldsOfParts(parts, from, variant, bound, linksStayInTheirCoopGroup())
            .forEach(this::lookFrom);
      }
      from = now;
    }
  }

  private boolean linksStayInTheirCoopGroup() {
    int place = promises.indexOf(Lemmas.LINKS_STAY_IN_THEIR_COOP_GROUP);
    return place >= 0 && assumed.get(place);
  }

  /** Takes all steps from the world, if it keeps what is assumed. */
  private boolean lookFrom(Apart apart) {
    end = patience.end(worlds, steps);
    if (end.isDefined()) return false;
    World world = parts.together(apart);
    var problems = WellFormedness.problemsOf(world);
    if (!problems.isEmpty()) throw new IllegalStateException(problems.mkString("; "));
    if (!seen.add(key(canonical, world)) || notKeptIn(world).intersects(assumed)) return true;
    worlds++;
    for (Action action : universe.stepsIn(world)) {
      var step = Interpreter.step(world, server, action, rules);
      if (!step.isDone()) continue;
      steps++;
      take(world, action, step.world());
    }
    return true;
  }

  private void take(World before, Action action, World after) {
    var moment = new Moment(before, server, action, after, variant, bound.capabilities());
    var notKept = (BitSet) notKeptAfter(after).clone();
    for (int place = 0; place < promises.size(); place++) {
      var promise = promises.get(place);
      if (promise.isOfSteps() && promise.brokenIn().apply(moment).isDefined()) notKept.set(place);
    }
    notKept.and(assumed);
    givenUp.or(notKept);
    notKept.stream()
        .filter(place -> broken[place] == null)
        .forEach(
            place ->
                broken[place] =
                    new Broken(
                        promises.get(place),
                        before,
                        action,
                        promises.get(place).brokenIn().apply(moment).get()));
  }

  private BitSet notKeptAfter(World world) {
    return known.computeIfAbsent(
        key(encoding, world),
        unseen -> {
          parts.takenApart(world);
          return notKeptIn(world);
        });
  }

  private static String key(WorldEncoding encoding, World world) {
    return new String(encoding.encode(world), StandardCharsets.ISO_8859_1);
  }

  /** Which promises the world does not keep, whatever step led to it. */
  private BitSet notKeptIn(World world) {
    var bits = new BitSet();
    universe
        .stepsIn(world)
        .headOption()
        .forEach(
            any -> {
              var moment = new Moment(world, server, any, world, variant, bound.capabilities());
              for (int place = 0; place < promises.size(); place++) {
                var promise = promises.get(place);
                if (!promise.isOfSteps() && promise.brokenIn().apply(moment).isDefined()) {
                  bits.set(place);
                }
              }
            });
    return bits;
  }
}
