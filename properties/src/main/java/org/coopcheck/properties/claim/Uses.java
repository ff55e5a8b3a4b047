package org.coopcheck.properties.claim;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.world.AccessMonitor.Direction;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.claim.Properties.Case;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.ReportInvariants;
import org.coopcheck.properties.invariant.Requests;
import org.coopcheck.properties.invariant.Rerun;

/**
 * Uses of windows by scripts, in a run in which policies are report-only, and in the same run with
 * other policies.
 */
final class Uses {
  private static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";

  private Uses() {}

  /**
   * A script uses a window that it has a handle on.
   *
   * @param moment the moment
   * @param by the document whose script it is
   * @param target the document in the window
   */
  record Use(Moment moment, Document by, Document target) {
    World world() {
      return moment.before();
    }

    Document page() {
      return world().topLevelDocument(by);
    }

    Document otherPage() {
      return world().topLevelDocument(target);
    }

    boolean isByAStranger() {
      return !world().isSameOriginWithItsTopLevel(by);
    }

    /** The page whose endpoint gets the report. */
    Option<Document> told(Report report) {
      return ReportInvariants.directionOf(report.type())
          .map(direction -> direction == Direction.FROM ? page() : otherPage());
    }

    /** The responses that the window of the document was opened with. */
    Vector<Response.Answered> chain(Document document) {
      return world()
          .activeBrowsingContext(world().navigableOf(document))
          .initialUrl()
          .map(url -> Requests.responses(moment, url))
          .getOrElse(Vector.empty());
    }

    /** The run up to the use, if it can be told. */
    Option<Rerun> run() {
      return Rerun.before(moment);
    }

    /** Whether the script can still use the window in another run. */
    boolean worksIn(World other) {
      var user = world().navigableOf(by);
      var used = world().navigableOf(target);
      return other.hasNavigable(user)
          && other.hasNavigable(used)
          && Situations.handleWorks(other, other.activeDocument(user), other.activeDocument(used));
    }

    Case so(boolean isSo) {
      return Case.of(isSo, by, target);
    }
  }

  /** The use that the step is, if it is one. */
  static Vector<Use> uses(Moment moment) {
    return moment.action() instanceof Action.UseProperty use
            && moment.before().hasNavigable(use.by())
            && moment.before().hasNavigable(use.target())
        ? Vector.of(
            new Use(
                moment,
                moment.before().activeDocument(use.by()),
                moment.before().activeDocument(use.target())))
        : Vector.empty();
  }

  /** Servers that enforce what they only reported, but for one page, which gets another policy. */
  static Function1<Response.Answered, HeaderList> enforcedBut(Document page, String value) {
    return response -> {
      var enforced = Rerun.enforced(response.headers());
      return response.url().equals(page.url())
          ? enforced.without(OPENER_POLICY).with(OPENER_POLICY, value)
          : enforced;
    };
  }

  /** Whether the headers ask for no opener policy, nor would if report-only ones were enforced. */
  static boolean isPlain(HeaderList headers) {
    return Rerun.enforced(headers)
        .get(OPENER_POLICY)
        .forAll(value -> value.startsWith("unsafe-none"));
  }
}
