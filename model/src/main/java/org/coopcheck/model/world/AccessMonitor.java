package org.coopcheck.model.world;

import io.vavr.Function1;
import io.vavr.control.Option;
import java.util.Comparator;
import org.coopcheck.model.origin.Url;

/**
 * Somebody wants to be told of accesses to the window of a top-level browsing context. The design
 * document of COOP reporting keeps a set of them on each top-level browsing context, Chromium one on
 * each window; the standard has none.
 *
 * @see <a
 *     href="https://github.com/camillelamy/explainers/blob/main/coop_reporting.md#monitoring-accesses">COOP
 *     reporting</a>
 * @param accessed the browsing context whose {@code WindowProxy} is watched; it may be left behind
 * @param direction whose access it is, seen from whom is told
 * @param informed the top-level browsing context whose page is told
 * @param isReportOnly whether it is about what a report-only policy would block
 * @param accessing the top-level browsing context whose accesses count; none for all
 * @param partner the other window of the pair for which this was installed
 * @param partnerIs what that window is to the page that is told
 * @param initialUrl the URL with which that window was opened, if the page opened it
 */
public record AccessMonitor(
    BrowsingContextId accessed,
    Direction direction,
    BrowsingContextId informed,
    boolean isReportOnly,
    Option<BrowsingContextId> accessing,
    BrowsingContextId partner,
    OtherWindow partnerIs,
    Option<Url> initialUrl)
    implements Comparable<AccessMonitor> {
  private static final Comparator<AccessMonitor> ORDER =
      Comparator.comparing(AccessMonitor::accessed)
          .thenComparing(AccessMonitor::direction)
          .thenComparing(AccessMonitor::informed)
          .thenComparing(AccessMonitor::isReportOnly)
          .thenComparing(monitor -> monitor.accessing().getOrElse(monitor.accessed()))
          .thenComparing(monitor -> monitor.accessing().isDefined())
          .thenComparing(AccessMonitor::partner)
          .thenComparing(AccessMonitor::partnerIs)
          .thenComparing(monitor -> monitor.initialUrl().getOrElse(Url.ABOUT_BLANK));

  /** Whose access it is. */
  public enum Direction {
    /** The page that is told touches another window. */
    FROM,
    /** Another window touches the page that is told. */
    TO
  }

  /** What the other window is to the page that is told. */
  public enum OtherWindow {
    /** It has opened the page's window. */
    OPENER,
    /** The page has opened it. */
    OPENEE,
    /** Neither. */
    OTHER
  }

  /**
   * Whether it was put there when that page was cut off from the window that is watched, so that the
   * page can still try to use it.
   */
  public boolean isOnWhatItIsCutOffFrom(BrowsingContextId page) {
    boolean isOfThePair =
        switch (direction) {
          case FROM -> accessing.contains(page);
          case TO -> informed.equals(page) || partner.equals(page);
        };
    return !isReportOnly && isOfThePair;
  }

  /** What another window is to the page that is told. */
  public OtherWindow whatIs(BrowsingContextId other) {
    return other.equals(partner) ? partnerIs : OtherWindow.OTHER;
  }

  /** The same, where whatever named the one browsing context names the other. */
  AccessMonitor referringTo(BrowsingContextId to, BrowsingContextId instead) {
    return renamed(id -> id.equals(to) ? instead : id, url -> url);
  }

  /** The same among browsing contexts and URLs with other names. */
  public AccessMonitor renamed(
      Function1<BrowsingContextId, BrowsingContextId> ids, Function1<Url, Url> urls) {
    return new AccessMonitor(
        ids.apply(accessed),
        direction,
        ids.apply(informed),
        isReportOnly,
        accessing.map(ids),
        ids.apply(partner),
        partnerIs,
        initialUrl.map(urls));
  }

  @Override
  public int compareTo(AccessMonitor other) {
    return ORDER.compare(this, other);
  }
}
