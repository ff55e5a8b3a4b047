package org.coopcheck.properties.rollout;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import org.coopcheck.model.report.Report;

/**
 * Whether a report of the report-only run tells of a breakage.
 *
 * @param kind what tells of it
 * @param step the number of the step in which the reports were queued
 * @param reports the reports that do; all of them are delivered
 * @param why why no access report does
 */
public record Announcement(Kind kind, int step, Vector<Report> reports, Option<Silence> why) {

  /** What tells of a breakage. */
  public enum Kind {
    /** No report at all. */
    SILENT,
    /** A report of the navigation that would cut, and no report of the access. */
    NAVIGATION,
    /** A report of the very access. */
    ACCESS,
    /** A report that is no part of the model, or nothing. */
    LEFT_OUT;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
      return word();
    }
  }

  /** A report of the very access. */
  static Announcement byAccess(int step, Vector<Report> reports) {
    return new Announcement(Kind.ACCESS, step, reports, Option.none());
  }

  /** A report of the navigation, if there is any. */
  static Announcement otherwise(int step, Vector<Report> reports, Silence why) {
    return new Announcement(
        reports.isEmpty() ? Kind.SILENT : Kind.NAVIGATION, step, reports, Option.some(why));
  }

  /** Something that the model says nothing about. */
  static Announcement leftOut(int step) {
    return new Announcement(Kind.LEFT_OUT, step, Vector.empty(), Option.none());
  }
}
