package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.search.Repair;
import org.coopcheck.counterexamples.search.Repair.Change;
import org.coopcheck.counterexamples.search.Repair.OfHeader;
import org.coopcheck.counterexamples.search.Repair.OfRule;
import org.coopcheck.counterexamples.search.Repair.OfStep;

/** Repairs in plain words. */
public final class RepairWords {
  private RepairWords() {}

  /** What is changed, as a sentence without its full stop. */
  public static String change(Repair repair) {
    return repair.changes().map(RepairWords::change).mkString(", and ");
  }

  private static String change(Change change) {
    return switch (change) {
      case OfHeader header ->
          "%s sends %s"
              .formatted(
                  header.url(),
                  changed(header.name() + ": ", "no " + header.name(), header.from(), header.to()));
      case OfStep step ->
          step.name().equals("features")
              ? "window.open() of step %d asks for %s"
                  .formatted(step.step(), changed("", "no features", step.from(), step.to()))
              : "the iframe of step %d has %s"
                  .formatted(
                      step.step(),
                      changed(step.name() + "=", "no " + step.name(), step.from(), step.to()));
      case OfRule(var choice) -> "the rules say: " + choice.statement();
    };
  }

  private static String changed(
      String prefix, String none, Option<String> from, Option<String> to) {
    return to.map(value -> prefix + value).getOrElse(none)
        + from.map(value -> " instead of " + value).getOrElse("");
  }

  /** What it takes away, each as a sentence without its full stop. */
  public static Vector<String> costs(Repair repair) {
    var gone =
        repair.losses().filter(loss -> loss.observable() == Observable.OPEN).map(Difference::of);
    return repair
        .losses()
        .reject(
            loss ->
                loss.observable() != Observable.OPEN
                    && Vector.of(loss.of().split("->", -1)).exists(gone::contains))
        .map(RepairWords::cost);
  }

  private static String cost(Difference loss) {
    var ends = Vector.of(loss.of().split("->", -1));
    String from = ends.head();
    String to = ends.last();
    return switch (loss.observable()) {
      case HANDLE -> "%s has no handle on %s".formatted(from, to);
      case CLOSED -> "for %s, %s is closed".formatted(from, to);
      case OPENER -> "%s has no opener".formatted(from);
      case DOM -> "%s cannot script %s".formatted(from, to);
      case PROPERTIES ->
          "%s can use %s of %s"
              .formatted(
                  from,
                  loss.b().equals("none") ? "nothing" : "only " + loss.b().replace(" ", ", "),
                  to);
      case ISOLATED -> "%s is not cross-origin isolated".formatted(from);
      case ERROR -> "%s shows an error page (%s)".formatted(from, loss.b());
      case OPEN -> "%s is not there".formatted(from);
      case OPENER_POLICY -> "%s has no opener policy".formatted(from);
      case OUTCOME ->
          loss.b().startsWith("not returned")
              ? "window.open() of %s returns null".formatted(from)
              : "%s cannot be done".formatted(from);
      case GROUP,
          COOP_GROUP,
          VIRTUAL_GROUP,
          NAME,
          WHY_NOT_ISOLATED,
          EMBEDDER_POLICY,
          ORIGIN,
          SANDBOX,
          INITIAL_ABOUT_BLANK,
          AGENT_CLUSTER,
          PROCESS,
          REPORTS ->
          "%s of %s: %s".formatted(loss.observable().meaning(), loss.of(), loss.b());
    };
  }
}
