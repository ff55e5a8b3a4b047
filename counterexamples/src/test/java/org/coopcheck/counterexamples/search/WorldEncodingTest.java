package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.observation.Watch;
import org.coopcheck.counterexamples.search.WorldEncoding.Named;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;

/** Worlds are told apart by what can be seen of them, and by nothing else. */
class WorldEncodingTest {
  // No steps that see session history, since the encodings below do not observe it.
  private static final Bound BOUND =
      Bound.DEFAULT
          .withWindows(3)
          .withFrames(2)
          .withRedirects(0)
          .withKinds(
              StepKind.OF_WORLDS.removeAll(
                  Vector.of(StepKind.TRAVERSE, StepKind.RELOAD, StepKind.PUSH_STATE)));
  private static final Universe UNIVERSE = new Universe(BOUND);
  private static final Rules RULES = Rules.unheard(HtmlStandard.VARIANT, Capabilities.ALL);

  private static Vector<Action> randomRun(long seed, int length) {
    var random = new Random(seed);
    World world = World.EMPTY;
    Vector<Action> run = Vector.empty();
    while (run.size() < length) {
      var steps = UNIVERSE.stepsIn(world);
      var action = steps.get(random.nextInt(steps.size()));
      var step = Interpreter.step(world, UNIVERSE.server(), action, RULES);
      if (!step.isDone()) continue;
      run = run.append(action);
      world = step.world();
    }
    return run;
  }

  private static World after(Vector<Action> run) {
    return run.foldLeft(
        World.EMPTY,
        (world, action) -> Interpreter.step(world, UNIVERSE.server(), action, RULES).world());
  }

  private static byte[] encoded(World world, boolean symmetry) {
    return new WorldEncoding(
            new Observed(true, false, true, false, true, true, false, symmetry),
            UNIVERSE.tupleOrigins())
        .encode(world);
  }

  private static byte[] withoutCreation(World world, boolean symmetry) {
    return new WorldEncoding(
            new Observed(true, false, true, false, true, false, false, symmetry),
            UNIVERSE.tupleOrigins())
        .encode(world);
  }

  @Property(seed = "42", tries = 300)
  void renaming_windows_does_not_show(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int n) {
    var run = randomRun(seed, n);
    var renamed = run.map(action -> action.renamed(id -> new NavigableId(mirrored(id.label()))));
    assertThat(encoded(after(renamed), true)).isEqualTo(encoded(after(run), true));
  }

  private static String mirrored(String label) {
    return switch (label) {
      case "w1" -> "w3";
      case "w3" -> "w1";
      default -> label;
    };
  }

  @Property(seed = "42", tries = 300)
  void the_same_run_from_other_numbers_gives_the_same_bytes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int n) {
    var run = randomRun(seed, n);
    var later =
        run.foldLeft(
            World.EMPTY.withNumbersTaken(1_000),
            (world, action) -> Interpreter.step(world, UNIVERSE.server(), action, RULES).world());
    assertThat(encoded(later, false)).isEqualTo(encoded(after(run), false));
  }

  @Property(seed = "42", tries = 300)
  void worlds_with_the_same_bytes_offer_the_same_number_of_steps(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
    var world = after(randomRun(seed, n));
    var bytes = encoded(world, true);
    var others =
        Vector.range(0, 20)
            .map(i -> after(randomRun(seed + i, n)))
            .filter(other -> java.util.Arrays.equals(encoded(other, true), bytes));
    assertThat(others.map(other -> UNIVERSE.stepsIn(other).size()))
        .allMatch(count -> count == UNIVERSE.stepsIn(world).size());
  }

  @Example
  void an_opener_that_is_cut_shows() {
    var open = after(Vector.of(tab("w1", "unsafe-none"), popup("same-origin-allow-popups")));
    var kept = after(Vector.of(tab("w1", "unsafe-none"), popup("unsafe-none")));
    assertThat(encoded(open, true)).isNotEqualTo(encoded(kept, true));
  }

  @Example
  void two_tabs_of_different_policies_are_the_same_in_either_order() {
    var one = after(Vector.of(tab("w1", "same-origin"), tab("w2", "unsafe-none")));
    var other = after(Vector.of(tab("w1", "unsafe-none"), tab("w2", "same-origin")));
    assertThat(withoutCreation(one, true)).isEqualTo(withoutCreation(other, true));
    assertThat(withoutCreation(one, false)).isNotEqualTo(withoutCreation(other, false));
    assertThat(encoded(one, true)).isNotEqualTo(encoded(other, true)); // another is the younger
  }

  private static Action tab(String label, String page) {
    return new Action.OpenTopLevelTraversable(
        new NavigableId(label), Url.of("https://a.example/" + page));
  }

  private static Action popup(String page) {
    return new Action.OpenWindow(
        new NavigableId("w2"),
        new NavigableId("w1"),
        Option.some(Url.of("https://a.example/" + page)),
        "_blank",
        "");
  }

  @Example
  void a_frame_of_a_document_that_session_history_keeps_shows() {
    var frame =
        new Action.InsertIframe(
            new NavigableId("f1"),
            new NavigableId("w1"),
            Url.of("https://a.example/frame"),
            Option.none(),
            Option.none(),
            false);
    var tab = tab("w1", "unsafe-none");
    var away =
        new Action.Navigate(
            new NavigableId("w1"), new Actor.Itself(), Url.of("https://b.example/unsafe-none"));
    assertThat(withHistory(Vector.of(tab, frame, away)))
        .isNotEqualTo(withHistory(Vector.of(tab, away)));
  }

  private static byte[] withHistory(Vector<Action> run) {
    var rules = Rules.unheard(Variants.parse("html,traversal=restore").get(), Capabilities.ALL);
    var world =
        run.foldLeft(
            World.EMPTY,
            (before, action) -> Interpreter.step(before, UNIVERSE.server(), action, rules).world());
    return new WorldEncoding(
            new Observed(false, true, false, false, false, false, false, true),
            UNIVERSE.tupleOrigins())
        .encode(world);
  }

  // Two worlds.

  private static final SortedSet<Observable> NUMBERS =
      TreeSet.of(Observable.GROUP, Observable.AGENT_CLUSTER, Observable.PROCESS);

  private static Named named(Vector<Action> run) {
    var scenario = new Scenario("", Option.none(), Option.none(), UNIVERSE.server().answers(), run);
    var ran = ScenarioRun.of(scenario, HtmlStandard.VARIANT, Capabilities.ALL);
    return new Named(
        ran.finalWorld(),
        ran.steps().foldLeft(Watch.begun(HtmlStandard.VARIANT, Capabilities.ALL), Watch::after));
  }

  private static byte[] together(
      Vector<Action> a, Vector<Action> b, SortedSet<Observable> numbered) {
    return new WorldEncoding(
            Observed.ofPairs(BOUND.withKinds(TreeSet.of(StepKind.TAB)), true),
            UNIVERSE.tupleOrigins())
        .encode(named(a), named(b), numbered);
  }

  private static Vector<Action> mirrored(Vector<Action> run) {
    return run.map(action -> action.renamed(id -> new NavigableId(mirrored(id.label()))));
  }

  @Property(seed = "42", tries = 100)
  void renaming_windows_in_two_worlds_alike_does_not_show(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n) {
    var one = randomRun(seed, n);
    var other = randomRun(seed + 1, n);
    assertThat(together(mirrored(one), mirrored(other), TreeSet.of(Observable.GROUP)))
        .isEqualTo(together(one, other, TreeSet.of(Observable.GROUP)));
  }

  @Example
  void renaming_windows_in_one_of_two_worlds_shows() {
    var run = Vector.of(tab("w1", "same-origin"), tab("w3", "unsafe-none"));
    assertThat(withoutCreation(after(run), true))
        .isEqualTo(withoutCreation(after(mirrored(run)), true));
    assertThat(together(run, mirrored(run), TreeSet.empty()))
        .isNotEqualTo(together(run, run, TreeSet.empty()));
  }

  @Example
  void one_world_with_the_numbers_of_another_run_shows() {
    var to = named(Vector.of(tab("w1", "unsafe-none"), tab("w2", "unsafe-none")));
    var fro = named(Vector.of(tab("w2", "unsafe-none"), tab("w1", "unsafe-none")));
    var encoding =
        new WorldEncoding(
            Observed.ofPairs(BOUND.withKinds(TreeSet.of(StepKind.TAB)), false),
            UNIVERSE.tupleOrigins());
    assertThat(encoding.encode(to, fro, NUMBERS)).isNotEqualTo(encoding.encode(to, to, NUMBERS));
    assertThat(encoding.encode(to, fro, TreeSet.empty()))
        .isEqualTo(encoding.encode(to, to, TreeSet.empty()));
  }

  @Example
  void a_handle_that_was_left_behind_shows_in_two_worlds() {
    var left = Vector.of(tab("w1", "unsafe-none"), popup("unsafe-none"), close("w2"));
    var never = Vector.of(tab("w1", "unsafe-none"));
    assertThat(withoutCreation(after(left), true)).isEqualTo(withoutCreation(after(never), true));
    assertThat(together(left, left, TreeSet.empty()))
        .isNotEqualTo(together(never, never, TreeSet.empty()));
  }

  private static Action close(String label) {
    return new Action.Close(new NavigableId(label), new Actor.User());
  }
}
