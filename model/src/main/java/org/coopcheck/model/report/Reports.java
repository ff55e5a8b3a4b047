package org.coopcheck.model.report;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Where the algorithms of one step queue reports. */
public interface Reports {

  /** Nobody listens: reports are not even written. */
  Reports UNHEARD = report -> {};

  /**
   * @param report a report; asked for only if somebody listens
   */
  void queue(Supplier<Report> report);

  /** Reports of one step that are kept, in order. Made for one step and thrown away. */
  final class Kept implements Reports {
    private final List<Report> kept = new ArrayList<>();

    @Override
    public void queue(Supplier<Report> report) {
      kept.add(report.get());
    }

    /** What was queued so far. */
    public Vector<Report> inOrder() {
      return Vector.ofAll(kept);
    }
  }
}
