package org.coopcheck.properties.invariant;

import static org.coopcheck.properties.bound.StepKind.ACCESS;
import static org.coopcheck.properties.bound.StepKind.REPORT_ENDPOINT;
import static org.coopcheck.properties.bound.StepKind.REPORT_ONLY;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.properties.invariant.Invariant.Fall;
import org.coopcheck.properties.secrecy.OtherRuns;
import org.coopcheck.properties.secrecy.OtherRuns.Leak;
import org.coopcheck.properties.secrecy.Secret;

/** What reports must keep from an origin, one invariant for each secret. */
public final class SecrecyInvariants {
  private static final Source SECURITY =
      Source.of(
          "COOP reporting",
          "https://github.com/camillelamy/explainers/blob/main/coop_reporting.md"
              + "#security-and-privacy-considerations");

  private SecrecyInvariants() {}

  /** Of two runs that differ in such a path. */
  public static final Invariant HIDES_PATHS =
      invariant(
          "report-hides-paths",
          "S1",
          Secret.PATH,
          "Two runs that differ in the path of a document are told alike to an origin that is"
              + " cross-origin with it, as long as that origin sees the same without reports.");

  /** Of a run in which a frame opens a window, and the run in which it does not. */
  public static final Invariant HIDES_FRAMES_POPUPS =
      invariant(
          "report-hides-frames-popups",
          "S2",
          Secret.FRAMES_POPUP,
          "Two runs of which a cross-origin frame opens a window in one only are told alike to the"
              + " origin of its page, as long as that origin sees the same without reports.");

  /** Of two runs in which a window goes to two pages. */
  public static final Invariant HIDES_WHERE_POPUPS_GO =
      invariant(
          "report-hides-where-popups-go",
          "S3",
          Secret.NEXT_PAGE,
          "Two runs in which a window that shows a document goes to two pages are told alike to an"
              + " origin that is cross-origin with that document, as long as that origin sees the"
              + " same without reports.");

  /** The secret that an invariant is about. */
  public static Secret secretOf(Invariant invariant) {
    return Vector.of(Secret.values())
        .find(secret -> of(secret).name().equals(invariant.name()))
        .get();
  }

  private static Invariant of(Secret secret) {
    return switch (secret) {
      case PATH -> HIDES_PATHS;
      case FRAMES_POPUP -> HIDES_FRAMES_POPUPS;
      case NEXT_PAGE -> HIDES_WHERE_POPUPS_GO;
    };
  }

  private static Invariant invariant(String name, String id, Secret secret, String statement) {
    return Invariant.ofRuns(
        name,
        id,
        statement,
        SECURITY,
        TreeSet.of(REPORT_ONLY, REPORT_ENDPOINT, ACCESS),
        "two runs differ in "
            + secret.meaning()
            + ", the origin sees the same, and is told something later",
        (scenario, run) -> OtherRuns.leak(scenario, run, secret).map(leak -> fall(leak, run)));
  }

  private static Fall fall(Leak leak, ScenarioRun run) {
    var world = run.finalWorld();
    return new Fall(
        leak.step() + 1,
        new Violation(
            leak.toString(),
            world
                .topLevelDocuments()
                .filter(document -> document.origin().isSameOriginWith(leak.origin()))
                .map(world::navigableOf)),
        Option.some(leak.other().scenario()));
  }
}
