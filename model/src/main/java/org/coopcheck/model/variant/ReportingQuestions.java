package org.coopcheck.model.variant;

import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.report.Told.Role;
import org.coopcheck.model.world.AccessMonitor.Direction;

/** What the questions of {@link Reporting} are about. */
public final class ReportingQuestions {
  private ReportingQuestions() {}

  /**
   * How many windows there are, the one that is navigated among them.
   *
   * @param windowsInGroup those of its browsing context group
   * @param windowsInCoopGroup those of its COOP group, which only a proposal has
   */
  public record Company(int windowsInGroup, int windowsInCoopGroup) {}

  /**
   * How far a navigation goes if report-only values are enforced.
   *
   * @param both the report-only value before against the report-only value of the response
   * @param beforeEnforced the report-only value before against the value of the response
   * @param responseEnforced the value before against the report-only value of the response
   */
  public record ReportOnlySwitches(Swap both, Swap beforeEnforced, Swap responseEnforced) {}

  /**
   * Who is told of a navigation.
   *
   * @param to whether the response is
   * @param from whether what was there before it is
   */
  public record Sides(boolean to, boolean from) {}

  /**
   * A response in the place of the initial {@code about:blank} of a window that has an opener.
   *
   * @param active that document
   * @param opener the document in the opener's window
   */
  public record FirstNavigation(Reporter active, Reporter opener) {}

  /**
   * The URL of another document or response may be told.
   *
   * @param role what the other is to the reporter
   * @param reporter whose report it is
   * @param other the other
   * @param isNavigationSource whether the reporter started the navigation to the other
   */
  public record OtherUrl(
      Role role, Reporter reporter, Reporter other, boolean isNavigationSource) {}

  /**
   * The URL with which a window was opened may be told.
   *
   * @param reporter the origin of the page that is told
   * @param creator the opener origin at creation of the window
   */
  public record InitialUrl(Origin reporter, Option<Origin> creator) {}

  /** How accesses are noticed. */
  public enum AccessDetection {
    /** At each access it is looked up whether the two windows would be in two groups. */
    CHECK,
    /** When a document is committed, monitors are put on each pair of windows in two virtual groups. */
    MONITORS_OF_PAIRS,
    /** When a window switches, or would, monitors are put on it and on its opener. */
    MONITORS_OF_THE_SWITCH
  }

  /** Whom the design document's step 5.2 tells of accesses to an opener by a window it opened. */
  public enum ToldOfOpenees {
    /** The window that was opened, as step 5.2 is written. */
    THE_OPENEE,
    /** The opener, as the sentence behind the steps means it. */
    THE_OPENER
  }

  /**
   * A document touches the window of another page.
   *
   * @param direction whose access it is, seen from the page that would be told
   * @param isAccessorOfItsPage whether the document is same origin with its top-level document
   * @param isAccessedOfItsPage whether the document in the window that is touched is
   * @param isAccessedTopLevel whether that window is a top-level one
   * @param isInOneVirtualCoopGroup whether the two would at least be in one COOP group
   * @param property the property
   */
  public record AccessScope(
      Direction direction,
      boolean isAccessorOfItsPage,
      boolean isAccessedOfItsPage,
      boolean isAccessedTopLevel,
      boolean isInOneVirtualCoopGroup,
      String property) {}

  /**
   * A property of a window is used.
   *
   * @param name its name
   * @param isCrossOriginAccessible whether it is a cross-origin accessible window property name
   * @param isIndex whether it is an array index
   * @param isFrame whether a frame of the window goes by it
   */
  public record PropertyName(
      String name, boolean isCrossOriginAccessible, boolean isIndex, boolean isFrame) {

    /** The same, where it is known whether a frame goes by it. */
    public PropertyName withFrame(boolean newIsFrame) {
      return new PropertyName(name, isCrossOriginAccessible, isIndex, newIsFrame);
    }
  }
}
