package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Rules;
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
              TreeSet.of(StepKind.values())
                  .removeAll(
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
            new Observed(true, false, true, true, true, symmetry), UNIVERSE.tupleOrigins())
        .encode(world);
  }

  private static byte[] withoutCreation(World world, boolean symmetry) {
    return new WorldEncoding(
            new Observed(true, false, true, true, false, symmetry), UNIVERSE.tupleOrigins())
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
        new NavigableId(label), org.coopcheck.model.origin.Url.of("https://a.example/" + page));
  }

  private static Action popup(String page) {
    return new Action.OpenWindow(
        new NavigableId("w2"),
        new NavigableId("w1"),
        io.vavr.control.Option.some(org.coopcheck.model.origin.Url.of("https://a.example/" + page)),
        "_blank",
        "");
  }
}
