package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.solver.Allocation;
import org.coopcheck.model.variant.Capabilities;

/** Whether a browser can give the documents of a world processes. */
public final class AllocationText {
  private AllocationText() {}

  /**
   * @param capabilities what the browser is able to do
   * @param allocation whether it can
   */
  public static Vector<Line> of(Capabilities capabilities, Allocation allocation) {
    String browser = "processes, where the browser %s: ".formatted(ability(capabilities));
    return switch (allocation) {
      case Allocation.Possible(var processes) ->
          Vector.of(
              Line.of(browser)
                  .with(Tone.GOOD, processes.map(each -> each.mkString(" + ")).mkString("; ")));
      case Allocation.Impossible(var conflict) ->
          conflict
              .map(demand -> Line.of("  " + demand))
              .prepend(Line.of(browser).with(Tone.BAD, "there is no safe allocation"));
    };
  }

  private static String ability(Capabilities capabilities) {
    if (!capabilities.pageIsolation()) {
      return capabilities.oopif()
          ? "has processes for iframes, but does not isolate pages"
          : "has no processes for iframes and does not isolate pages";
    }
    return capabilities.oopif()
        ? "isolates pages and iframes"
        : "isolates pages, but has no processes for iframes";
  }
}
