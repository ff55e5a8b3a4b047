package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.report.story.Finding;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.story.Telling;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.search.Divergence;
import org.coopcheck.model.world.NavigableId;

/** The pictures of a story: all have one plan, so that nothing jumps between steps. */
public final class Storyboard {
  private static final double WIDEST = 1080;
  private static final double MARGIN = 4;

  private final Story story;
  private final Vector<Vector<Scene>> scenes;
  private final Plan plan;

  private Storyboard(Story story, Vector<Vector<Scene>> scenes, Plan plan) {
    this.story = story;
    this.scenes = scenes;
    this.plan = plan;
  }

  /** How the windows of a picture stand to each other. */
  public enum Shape {
    /** Side by side. */
    WIDE,
    /** Below each other, for narrow screens. */
    NARROW
  }

  /** The pictures of the story. */
  public static Storyboard of(Story story, Shape shape) {
    var scenes = story.tellings().map(telling -> scenes(story, telling));
    return new Storyboard(story, scenes, plan(scenes.flatMap(each -> each), shape));
  }

  private static Plan plan(Vector<Scene> scenes, Shape shape) {
    if (shape == Shape.NARROW) return Planner.plan(scenes, true);
    var beside = Planner.plan(scenes, false);
    return beside.width() <= WIDEST
        ? beside
        : Vector.of(beside, Planner.plan(scenes, true)).minBy(Plan::width).get();
  }

  private static Vector<Scene> scenes(Story story, Telling telling) {
    return telling.steps().map(picture -> Scene.of(picture, accused(story, picture)));
  }

  /** The windows that the finding names after this step. */
  private static SortedSet<String> accused(Story story, Picture picture) {
    int step = picture.taken().number();
    return story.finding() instanceof Finding.Differs(var divergence)
        ? step == divergence.step() ? parted(divergence) : TreeSet.empty()
        : story
            .finding()
            .main()
            .filter(violation -> story.finding().isFault() && violation.step() == step)
            .map(FirstViolation::violation)
            .map(violation -> TreeSet.ofAll(violation.windows().map(NavigableId::label)))
            .getOrElse(TreeSet.empty());
  }

  private static SortedSet<String> parted(Divergence divergence) {
    return TreeSet.ofAll(divergence.differences().map(Difference::of));
  }

  /**
   * A picture to be put into a page that has the stylesheet.
   *
   * @param telling which run, from 0
   * @param step which step, from 0
   * @param id what no other picture of the page is called
   */
  public String picture(int telling, int step, String id) {
    var picture = story.tellings().get(telling).steps().get(step);
    var scene = scenes.get(telling).get(step);
    var svg = new Svg();
    Canvas.open(svg, plan.width(), height(scene), id, title(telling, picture), inWords(picture));
    draw(svg, scene);
    return svg.close().toString();
  }

  private String title(int telling, Picture picture) {
    String rules =
        story.tellings().size() == 1
            ? ""
            : " under " + story.tellings().get(telling).variant().name();
    return "After step " + picture.taken().number() + rules;
  }

  /** What the picture shows, for those who do not see it. */
  static String inWords(Picture picture) {
    return picture.windows().map(Line::toString).map(String::strip).mkString("; ");
  }

  /** How far down the scene reaches: what is below moves up, and nothing else does. */
  double height(Scene scene) {
    return GroupBoxes.of(scene, plan)
            .values()
            .map(Box::bottom)
            .toVector()
            .appendAll(scene.links().map(link -> route(link).label().bottom()))
            .max()
            .getOrElse(0.0)
        + MARGIN;
  }

  void draw(Svg svg, Scene scene) {
    var groups = GroupBoxes.of(scene, plan);
    groups.forEach((slot, box) -> GroupDrawing.draw(svg, slot, box, isThere(scene, slot)));
    scene.ghosts().forEach(ghost -> CardDrawing.draw(svg, ghost, box(ghost.slot())));
    scene.cards().forEach(card -> CardDrawing.draw(svg, card, box(card.slot())));
    scene.links().forEach(link -> LinkDrawing.draw(svg, link, route(link)));
    groups
        .filterKeys(slot -> isThere(scene, slot))
        .forEach(
            (slot, box) -> GroupDrawing.title(svg, slot, box, scene.newGroups().contains(slot)));
  }

  private static boolean isThere(Scene scene, Slot group) {
    return scene.cards().map(Card::slot).exists(group::isAround);
  }

  private Box box(Slot slot) {
    return plan.boxes().get(slot).get();
  }

  private Route route(Link link) {
    return plan.routes().get(link.ends()).get();
  }

  /** All pictures below each other, as one file that needs nothing else. */
  public String standalone() {
    return new Poster(this).svg();
  }

  /** The stylesheet of all pictures. */
  public static String stylesheet() {
    return Canvas.STYLESHEET;
  }

  Story story() {
    return story;
  }

  /** What there is to see, for each run after each step. */
  Vector<Vector<Scene>> scenes() {
    return scenes;
  }

  /** Where everything stands. */
  Plan plan() {
    return plan;
  }

  /**
   * What the marks in the pictures mean; none if there is nothing to explain.
   *
   * @param id tells it apart from other pictures of a page
   * @param columns how many entries stand beside each other
   */
  public Option<String> legend(String id, int columns) {
    return Legend.of(this).svg(id, columns);
  }
}
