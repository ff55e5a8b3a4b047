package org.coopcheck.model.variant;

import io.vavr.control.Option;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Told.Role;
import org.coopcheck.model.variant.ReportingQuestions.AccessDetection;
import org.coopcheck.model.variant.ReportingQuestions.AccessScope;
import org.coopcheck.model.variant.ReportingQuestions.OtherUrl;
import org.coopcheck.model.variant.ReportingQuestions.PropertyName;
import org.coopcheck.model.variant.ReportingQuestions.ReportOnlySwitches;
import org.coopcheck.model.variant.ReportingQuestions.Sides;
import org.coopcheck.model.variant.ReportingQuestions.ToldOfOpenees;
import org.coopcheck.model.world.AccessMonitor.Direction;

/** The three forms in which reporting of opener policies exists. */
final class ReportingProfiles {
  private ReportingProfiles() {}

  /**
   * What Chromium does.
   *
   * @see <a
   *     href="https://source.chromium.org/chromium/chromium/src/+/main:content/browser/security/coop/">Chromium</a>
   */
  static final Reporting SHIPPED =
      new Reporting(
          swap -> swap == Swap.FULL,
          company -> company.windowsInCoopGroup() > 1,
          ReportingProfiles::bothIfFull,
          false,
          navigation -> navigation.opener().origin().isSameOriginWith(navigation.active().origin()),
          OpenerPolicy::reportOnlyReportingEndpoint,
          false,
          url -> url.other().url().isHttp() && isTold(url),
          true,
          initial -> initial.creator().exists(initial.reporter()::isSameOriginWith),
          AccessDetection.MONITORS_OF_PAIRS,
          ToldOfOpenees.THE_OPENEE,
          false,
          false,
          ReportingProfiles::countsInChromium,
          ReportingProfiles::namedByKind,
          new ReportFormat(
              "type",
              "effectivePolicy",
              ReportType::token,
              OpenerPolicyValue::token,
              ReportingProfiles::shippedMember,
              Option.some(""),
              false,
              false));

  /**
   * The standard's text to the letter, with its defects.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-reporting">HTML</a>
   */
  static final Reporting STANDARD =
      new Reporting(
          swap -> swap != Swap.NONE,
          company -> company.windowsInGroup() > 1,
          ReportingProfiles::bothIfAny,
          true,
          navigation -> false,
          OpenerPolicy::reportingEndpoint,
          true,
          ReportingProfiles::isTold,
          false,
          SHIPPED.tellsTheInitialUrl(),
          AccessDetection.CHECK,
          ToldOfOpenees.THE_OPENEE,
          false,
          true,
          scope -> scope.isAccessorOfItsPage() && scope.isAccessedOfItsPage(),
          property ->
              Option.when(
                  property.isCrossOriginAccessible() || property.isIndex(), property.name()),
          new ReportFormat(
              "type",
              "effectivePolicy",
              type -> type.isOfAnAccess() ? "access-to-opener" : type.token(),
              ReportingProfiles::asWritten,
              ReportingProfiles::standardMember,
              Option.none(),
              true,
              true));

  /**
   * The first design document, to the letter.
   *
   * @see <a
   *     href="https://github.com/camillelamy/explainers/blob/main/coop_reporting.md">COOP
   *     reporting</a>
   */
  // SPEC: it computes the report-only value from the header that is enforced, a slip that its
  // successor corrects; both values are read as in the standard.
  static final Reporting EXPLAINER =
      new Reporting(
          swap -> swap != Swap.NONE,
          company -> company.windowsInGroup() > 1,
          ReportingProfiles::eachBySelf,
          true,
          navigation -> true,
          OpenerPolicy::reportOnlyReportingEndpoint,
          false,
          ReportingProfiles::isToldIfWhollySameOrigin,
          false,
          initial -> true,
          AccessDetection.MONITORS_OF_THE_SWITCH,
          ToldOfOpenees.THE_OPENEE,
          true,
          true,
          scope -> scope.direction() == Direction.TO || scope.isAccessorOfItsPage(),
          STANDARD.property(),
          new ReportFormat(
              "violation",
              "effective policy",
              ReportingProfiles::violation,
              OpenerPolicyValue::token,
              ReportingProfiles::explainersMember,
              Option.some(""),
              false,
              false));

  static Sides bothIfFull(ReportOnlySwitches switches) {
    boolean would =
        switches.both() != Swap.NONE
            && switches.beforeEnforced().or(switches.responseEnforced()) == Swap.FULL;
    return new Sides(would, would);
  }

  static Sides bothIfAny(ReportOnlySwitches switches) {
    boolean would =
        switches.both() != Swap.NONE
            && switches.beforeEnforced().or(switches.responseEnforced()) != Swap.NONE;
    return new Sides(would, would);
  }

  static Sides eachBySelf(ReportOnlySwitches switches) {
    boolean both = switches.both() != Swap.NONE;
    return new Sides(
        both && switches.responseEnforced() != Swap.NONE,
        both && switches.beforeEnforced() != Swap.NONE);
  }

  static boolean isTold(OtherUrl url) {
    return url.isNavigationSource()
        || url.reporter().origin().isSameOriginWith(url.other().origin());
  }

  static boolean isToldIfWhollySameOrigin(OtherUrl url) {
    var reporter = url.reporter();
    var other = url.other();
    return switch (url.role()) {
      case PREVIOUS, OPENER -> reporter.isWhollySameOriginWith(other);
      case NEXT -> url.isNavigationSource() || other.isWhollySameOriginWith(reporter);
      case OPENEE -> other.isWhollySameOriginWith(reporter);
      case OTHER ->
          reporter.isWhollySameOriginWith(other) && other.isWhollySameOriginWith(reporter);
      case REFERRER, INITIAL -> true;
    };
  }

  /** Within a COOP group two properties are never lost. */
  static boolean countsInChromium(AccessScope scope) {
    boolean isNeverLost =
        scope.isInOneVirtualCoopGroup()
            && (scope.property().equals("closed") || scope.property().equals("postMessage"));
    return scope.isAccessorOfItsPage() && scope.isAccessedTopLevel() && !isNeverLost;
  }

  static Option<String> namedByKind(PropertyName property) {
    if (property.isCrossOriginAccessible()) return Option.some(property.name());
    return Option.when(property.isFrame(), () -> property.isIndex() ? "indexed" : "named");
  }

  static String shippedMember(Role role) {
    return switch (role) {
      case PREVIOUS -> "previousResponseURL";
      case NEXT -> "nextResponseURL";
      case REFERRER -> "referrer";
      case OPENER -> "openerURL";
      case OPENEE -> "openeeURL";
      case INITIAL -> "initialPopupURL";
      case OTHER -> "otherDocumentURL";
    };
  }

  static String standardMember(Role role) {
    return switch (role) {
      case OPENEE -> "openedWindowURL";
      case INITIAL -> "openedWindowInitialURL";
      case OTHER -> "otherURL";
      case PREVIOUS, NEXT, REFERRER, OPENER -> shippedMember(role);
    };
  }

  /** A referrer and an initial URL stand in for a URL that is withheld. */
  static String explainersMember(Role role) {
    return switch (role) {
      case PREVIOUS, NEXT -> "navigation uri";
      case OPENER, OPENEE, INITIAL, OTHER -> "blocked window uri";
      case REFERRER -> "";
    };
  }

  static String violation(ReportType type) {
    return switch (type) {
      case NAVIGATION_TO_RESPONSE -> "navigate-to-document";
      case NAVIGATION_FROM_RESPONSE -> "navigate-from-document";
      case ACCESS_FROM_COOP_PAGE_TO_OPENER,
          ACCESS_FROM_COOP_PAGE_TO_OPENEE,
          ACCESS_FROM_COOP_PAGE_TO_OTHER ->
          "access-from-coop-page";
      case ACCESS_TO_COOP_PAGE_FROM_OPENER,
          ACCESS_TO_COOP_PAGE_FROM_OPENEE,
          ACCESS_TO_COOP_PAGE_FROM_OTHER ->
          "access-to-coop-page";
    };
  }

  static String asWritten(OpenerPolicyValue value) {
    return value.token().replace("-plus-coep", "-plus-COEP");
  }
}
