package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.world.NavigableId;

/**
 * What the labels of a scenario stand for at one moment.
 *
 * @param all the labels that steps have given so far, in the order in which they first did
 */
public record Labels(Vector<Label> all) {
  /** None. */
  public static final Labels NONE = new Labels(Vector.empty());

  /**
   * @param text the label
   * @param window the window that it stands for, which may be closed
   */
  public record Label(String text, NavigableId window) {}

  /** A label stands for what the last step that gave it made or, with {@code open}, chose. */
  Labels after(Taken taken) {
    if (!taken.step().isDone()) return this;
    return taken
        .written()
        .made()
        .map(
            label ->
                with(
                    label,
                    taken.step().outcome() instanceof Outcome.Opened opened
                        ? opened.window()
                        : label))
        .getOrElse(this);
  }

  private Labels with(NavigableId given, NavigableId window) {
    var label = new Label(given.label(), window);
    int known = all.indexWhere(each -> each.text().equals(label.text()));
    return new Labels(known < 0 ? all.append(label) : all.update(known, label));
  }

  /** The labels, as steps give them. */
  public Vector<NavigableId> given() {
    return all.map(label -> new NavigableId(label.text()));
  }

  /** The labels of the window. */
  Vector<String> of(NavigableId window) {
    return all.filter(label -> label.window().equals(window)).map(Label::text);
  }

  /** The label by which the window is called where there is room for one: that of its making. */
  String nameOf(NavigableId window) {
    var labels = of(window);
    return labels.contains(window.label())
        ? window.label()
        : labels.headOption().getOrElse(window.label());
  }
}
