package org.coopcheck.model.report;

import java.util.Locale;
import org.coopcheck.model.world.AccessMonitor.Direction;
import org.coopcheck.model.world.AccessMonitor.OtherWindow;

/**
 * What a report is about, in the words that Chromium and web-platform-tests use.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-reporting">HTML</a>
 */
public enum ReportType {
  NAVIGATION_TO_RESPONSE,
  NAVIGATION_FROM_RESPONSE,
  ACCESS_FROM_COOP_PAGE_TO_OPENER,
  ACCESS_FROM_COOP_PAGE_TO_OPENEE,
  ACCESS_FROM_COOP_PAGE_TO_OTHER,
  ACCESS_TO_COOP_PAGE_FROM_OPENER,
  ACCESS_TO_COOP_PAGE_FROM_OPENEE,
  ACCESS_TO_COOP_PAGE_FROM_OTHER;

  private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /**
   * The type of a report of an access.
   *
   * @param direction whose access it is, seen from the page that is told
   * @param other what the other window is to that page
   */
  public static ReportType ofAnAccess(Direction direction, OtherWindow other) {
    return switch (direction) {
      case FROM ->
          switch (other) {
            case OPENER -> ACCESS_FROM_COOP_PAGE_TO_OPENER;
            case OPENEE -> ACCESS_FROM_COOP_PAGE_TO_OPENEE;
            case OTHER -> ACCESS_FROM_COOP_PAGE_TO_OTHER;
          };
      case TO ->
          switch (other) {
            case OPENER -> ACCESS_TO_COOP_PAGE_FROM_OPENER;
            case OPENEE -> ACCESS_TO_COOP_PAGE_FROM_OPENEE;
            case OTHER -> ACCESS_TO_COOP_PAGE_FROM_OTHER;
          };
    };
  }

  /** Whether it is about an access to another window, not about a navigation. */
  public boolean isOfAnAccess() {
    return this != NAVIGATION_TO_RESPONSE && this != NAVIGATION_FROM_RESPONSE;
  }

  /** The word in reports. */
  public String token() {
    return token;
  }

  @Override
  public String toString() {
    return token;
  }
}
