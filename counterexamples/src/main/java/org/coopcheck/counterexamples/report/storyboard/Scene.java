package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.HandleFacts;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.observation.WindowFacts;
import org.coopcheck.counterexamples.report.storyboard.Link.Ends;
import org.coopcheck.counterexamples.report.storyboard.Link.Strength;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.model.window.Access;

/**
 * What there is to see after a step.
 *
 * @param cards the windows that are there
 * @param links which of them reach each other
 * @param ghosts the windows that the step closed or led elsewhere
 * @param newGroups the groups that were not there before
 */
record Scene(
    Vector<Card> cards, Vector<Link> links, Vector<Ghost> ghosts, SortedSet<Slot> newGroups) {
  private static final int LONGEST_NAME = 18;

  /**
   * @param picture the step
   * @param accused the labels of the windows that a violation names after this step
   */
  static Scene of(Picture picture, SortedSet<String> accused) {
    return new Reading(picture, picture.before(), picture.after(), accused).scene();
  }

  /** A text that strangers wrote, short enough for a picture. */
  static String name(String text) {
    return Letters.clipped(Visible.text(text), LONGEST_NAME);
  }

  private record Reading(
      Picture picture, Observation before, Observation after, SortedSet<String> accused) {

    Scene scene() {
      return new Scene(
          open(after).map(this::card),
          links(),
          open(before).flatMap(this::ghost),
          groups(after).removeAll(groups(before)));
    }

    private static SortedSet<Slot> groups(Observation seen) {
      return TreeSet.ofAll(
          open(seen)
              .map(Slot::ofWindow)
              .flatMap(slot -> Vector.of(slot.ofItsCoopGroup(), slot.ofItsGroup())));
    }

    private static Vector<WindowFacts> open(Observation seen) {
      return seen.windows().filter(WindowFacts::isOpen);
    }

    private Card card(WindowFacts window) {
      var then = before.window(window.label()).filter(WindowFacts::isOpen);
      return new Card(
          Slot.ofWindow(window),
          window.parent().flatMap(after::window).map(Slot::ofWindow),
          facts(window, then),
          window.agentCluster(),
          window.process(),
          tag(window, then),
          accused.contains(window.label()));
    }

    private Vector<Fact> facts(WindowFacts window, Option<WindowFacts> then) {
      var facts = Facts.of(window, then, open(after));
      return accused.contains(window.label())
          ? facts.append(new Fact(Fact.Style.BAD, "named by the finding", false))
          : facts;
    }

    private static Option<String> tag(WindowFacts window, Option<WindowFacts> then) {
      if (then.isEmpty()) return Option.some("new");
      return Option.when(
          !Slot.ofWindow(then.get()).equals(Slot.ofWindow(window)),
          () -> "moved from group " + then.get().browsingContextGroup());
    }

    private Option<Ghost> ghost(WindowFacts then) {
      var now = after.window(then.label()).filter(WindowFacts::isOpen);
      if (now.isEmpty()) {
        return Option.some(new Ghost(Slot.ofWindow(then), name(then.label()) + " is gone"));
      }
      return Option.when(
          !Slot.ofWindow(now.get()).equals(Slot.ofWindow(then)),
          () ->
              new Ghost(
                  Slot.ofWindow(then),
                  "%s left for group %d"
                      .formatted(name(then.label()), now.get().browsingContextGroup())));
    }

    // Who reaches whom.

    private Vector<Link> links() {
      return picture
          .handlesBetweenPages()
          .map(handle -> TreeSet.of(handle.from(), handle.to()).toVector())
          .distinct()
          .map(this::link);
    }

    private Link link(Vector<String> labels) {
      // The one that was there first stands first, so that arrows tend to lead one way.
      var ordered = after.windows().map(WindowFacts::label).filter(labels::contains);
      var one = after.window(ordered.head()).get();
      var other = after.window(ordered.last()).get();
      var there = between(one.label(), other.label());
      var back = between(other.label(), one.label());
      var both = there.toVector().appendAll(back);
      return new Link(
          new Ends(Slot.ofWindow(one), Slot.ofWindow(other)),
          lines(there, back),
          both.map(this::strength).max().get(),
          there.isDefined(),
          back.isDefined(),
          both.exists(handle -> !before.handles().contains(handle)));
    }

    private Option<HandleFacts> between(String from, String to) {
      return picture
          .handlesBetweenPages()
          .find(handle -> handle.from().equals(from) && handle.to().equals(to));
    }

    /** One line if what holds of the one direction holds of the other. */
    private Vector<String> lines(Option<HandleFacts> there, Option<HandleFacts> back) {
      var uses = there.toVector().appendAll(back).map(this::use).distinct();
      return there.isDefined() && back.isDefined() && uses.size() == 1
          ? Vector.of(uses.head() + " both ways")
          : there.toVector().appendAll(back).map(this::line);
    }

    private String line(HandleFacts handle) {
      return "%s → %s: %s".formatted(name(handle.from()), name(handle.to()), use(handle));
    }

    private String use(HandleFacts handle) {
      return switch (strength(handle)) {
        case SEVERED -> "severed";
        case DOM -> "DOM access";
        case PROPERTIES -> "cross-origin properties";
        case SOME ->
            handle.properties().isEmpty()
                ? "nothing works"
                : "only " + Letters.clipped(handle.properties().mkString(", "), 30);
      };
    }

    private Strength strength(HandleFacts handle) {
      if (picture.isSevered(handle)) return Strength.SEVERED;
      if (handle.hasDom()) return Strength.DOM;
      return handle.properties().equals(Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES)
          ? Strength.PROPERTIES
          : Strength.SOME;
    }
  }
}
