package org.coopcheck.counterexamples.mutants.question;

import io.vavr.Lazy;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.coopcheck.counterexamples.mutants.bench.Walk;
import org.coopcheck.counterexamples.observation.ReportText;
import org.coopcheck.counterexamples.observation.Watch;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.Scenarios;
import org.coopcheck.counterexamples.search.WorldEncoding;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.report.Reports;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;

/** Worlds of a bound that are reached one after the other. */
final class ModelWalk implements Walk {
  private static final Pattern OPAQUE = Pattern.compile("opaque-\\d+");

  private final Variant variant;
  private final Universe universe;
  private final ScriptedServer server;
  private final WorldEncoding worlds;
  private final WorldEncoding shapes;
  private final List<Place> places = new ArrayList<>();
  private Place last;

  /**
   * A world that was reached.
   *
   * @param world the world
   * @param watch how the run that leads to it is told
   * @param steps that run
   * @param offered the steps that it offers, found out when they are first asked for
   */
  private record Place(
      World world, Watch watch, Vector<Action> steps, Lazy<Vector<Action>> offered) {}

  ModelWalk(Bound bound, Variant variant) {
    this.variant = variant;
    this.universe = new Universe(bound);
    this.server = universe.server();
    this.worlds = new WorldEncoding(all(false), universe.tupleOrigins());
    this.shapes = new WorldEncoding(all(true), universe.tupleOrigins());
    this.last =
        place(World.EMPTY, Watch.begun(variant, bound.capabilities()), Vector.<Action>empty());
    keep();
  }

  private static Observed all(boolean symmetry) {
    return new Observed(true, true, true, true, true, true, false, symmetry);
  }

  @Override
  public List<String> stepsIn(int world) {
    return places.get(world).offered.get().map(Action::toString).asJava();
  }

  private Place place(World world, Watch watch, Vector<Action> steps) {
    return new Place(world, watch, steps, Lazy.of(() -> offered(world, steps.size() + 1)));
  }

  /** No label is given twice: in another copy of this world the window may still be there. */
  private Vector<Action> offered(World world, int number) {
    return universe.stepsIn(world, new NavigableId("w" + number), new NavigableId("f" + number));
  }

  @Override
  public Taken take(int world, int step) {
    var from = places.get(world);
    var written = from.offered.get().get(step);
    var action = from.watch.meant(written);
    var reports = new Reports.Kept();
    var came =
        Interpreter.step(
            from.world,
            server,
            action,
            new Rules(variant, universe.bound().capabilities(), Decisions.UNHEARD, reports));
    if (!came.isDone()) return new Taken(false, "", "");
    var watch =
        from.watch.after(
            new ScenarioRun.Taken(
                0, written, action, from.world, server, came, Vector.empty(), reports.inOrder()));
    last = place(came.world(), watch, from.steps.append(written));
    return new Taken(
        true,
        text(worlds.encode(came.world())),
        told(came.outcome() + " " + watch.seen() + " " + reports.inOrder().map(ReportText::of)));
  }

  /** Opaque origins by the order in which they are told: their own numbers mean nothing. */
  private static String told(String seen) {
    Map<String, String> names = new HashMap<>();
    return OPAQUE
        .matcher(seen)
        .replaceAll(
            origin -> names.computeIfAbsent(origin.group(), name -> "opaque-" + names.size()));
  }

  @Override
  public String shape() {
    return text(shapes.encode(last.world));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void keep() {
    places.add(last);
  }

  @Override
  public String scenario(int world, int step) {
    var from = places.get(world);
    return ScenarioFiles.write(
        Scenarios.of(
            variant.name() + ": a mutant differs",
            from.steps.append(from.offered.get().get(step)),
            server,
            Vector.of(variant),
            universe.bound().capabilities()));
  }
}
