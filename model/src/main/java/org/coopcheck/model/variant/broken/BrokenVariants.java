package org.coopcheck.model.variant.broken;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Questions.AgentRequest;
import org.coopcheck.model.variant.Questions.NameChange;
import org.coopcheck.model.variant.Questions.SandboxingUse;
import org.coopcheck.model.variant.Reporting;
import org.coopcheck.model.variant.ReportingQuestions.Sides;
import org.coopcheck.model.variant.RestrictProperties;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.DocumentId;

/** The standard with one rule broken, each in its own way. */
public final class BrokenVariants {
  private static final Source NOBODY = Source.of("nobody", "https://example.com/");

  private BrokenVariants() {}

  /** Opener policies match if their values do, whatever the origins. */
  public static final Variant MATCHES_VALUES_ONLY =
      broken("matches-values-only", "opener policies match whatever the origins")
          .withGroupDecision(
              given ->
                  HtmlStandard.VARIANT
                      .groupDecision()
                      .apply(
                          new CoopComparison(
                              given.isInitialAboutBlank(),
                              true,
                              given.activeDocumentCoopValue(),
                              given.responseCoopValue())));

  /** A popup without an opener policy never leaves, whoever opened it. */
  public static final Variant KEEPS_ALL_PLAIN_POPUPS =
      broken("keeps-all-plain-popups", "a popup with unsafe-none stays with a same-origin page")
          .withGroupDecision(
              given ->
                  given.isInitialAboutBlank() && given.responseCoopValue() == UNSAFE_NONE
                      ? Swap.NONE
                      : HtmlStandard.VARIANT.groupDecision().apply(given));

  /** A page that keeps popups may join the group of the plain page that opened it. */
  public static final Variant JOINS_ITS_OPENER =
      broken("joins-its-opener", "a same-origin-allow-popups popup stays with its plain opener")
          .withGroupDecision(
              given ->
                  given.activeDocumentCoopValue() == UNSAFE_NONE
                          && given.responseCoopValue() == SAME_ORIGIN_ALLOW_POPUPS
                      ? Swap.NONE
                      : HtmlStandard.VARIANT.groupDecision().apply(given));

  /** An opener policy is enough to be isolated; the embedder policy is forgotten. */
  public static final Variant ISOLATES_WITHOUT_COEP =
      broken("isolates-without-coep", "same-origin isolates without an embedder policy")
          .withIsolationMode(
              (policy, possible) ->
                  policy.value() == SAME_ORIGIN
                      ? possible
                      : HtmlStandard.VARIANT.isolationMode().apply(policy, possible));

  /** A switch moves the browsing context itself. */
  public static final Variant SWITCHES_IN_PLACE =
      broken("switches-in-place", "a switch moves the browsing context to the new group")
          .withSwitchesItsBrowsingContext(swap -> false);

  /** A window that is cut off is put into the group all the same. */
  public static final Variant CUT_OFF_IN_THE_GROUP =
      broken("cut-off-in-the-group", "a window without an opener is in its creator's group")
          .withWindowWithoutOpenerJoinsTheGroup(popup -> true);

  /** A switch forgets to cut the opener. */
  public static final Variant KEEPS_THE_OPENER =
      broken("keeps-the-opener", "a window that switches keeps its opener")
          .withKeepsItsOpener(swap -> true);

  /** Names are looked up in all groups. */
  public static final Variant FINDS_EVERYWHERE =
      broken("finds-everywhere", "a window is found by its name from any group")
          .withFindsByName(relation -> true);

  /** The report-only header is enforced. */
  public static final Variant ENFORCES_REPORT_ONLY =
      broken("enforces-report-only", "the report-only value is enforced")
          .withOpenerPolicyAsRead(BrokenVariants::enforced);

  /** An origin may have a site-keyed and an origin-keyed agent cluster in one group. */
  public static final Variant FORGETS_HISTORICAL_KEYS =
      broken("forgets-historical-keys", "every response chooses its agent cluster key anew")
          .withAgentClusterKey(BrokenVariants::keyWithoutHistory);

  /** An embedder policy lets every frame in. */
  public static final Variant LETS_ALL_FRAMES_IN =
      broken("lets-all-frames-in", "an embedder policy asks nothing of frames")
          .withLetsIn((container, response) -> true);

  /** Every document has a process of its own. */
  public static final Variant PROCESS_PER_DOCUMENT =
      broken("process-per-document", "nothing needs one process")
          .withMustShareAProcess(pair -> false);

  /** All documents need one process. */
  public static final Variant ONE_PROCESS_IS_NEEDED =
      broken("one-process-is-needed", "everything needs one process")
          .withMustShareAProcess(pair -> true);

  /** The browser has one process. */
  public static final Variant ONE_PROCESS_IS_USED =
      broken("one-process-is-used", "the browser puts everything into one process")
          .withProcesses(BrokenVariants::together);

  /** Every swap inside a COOP group makes a new browsing context group. */
  public static final Variant NEVER_COMES_BACK =
      broken(
              RestrictProperties.VARIANT,
              "never-comes-back",
              "a window that goes to a related group always goes to a new one")
          .withReusesGroups(policy -> false);

  /** A switch to another COOP group forgets to cut the opener. */
  public static final Variant KEEPS_ALL_OPENERS =
      broken(
              RestrictProperties.VARIANT,
              "keeps-all-openers",
              "a window that goes to another COOP group keeps its opener")
          .withKeepsItsOpener(swap -> true);

  /** All properties are within reach in a COOP group. */
  public static final Variant REACHES_ACROSS_GROUPS =
      broken(
              RestrictProperties.VARIANT,
              "reaches-across-groups",
              "the properties of windows of other groups are within reach")
          .withAllowsUse(use -> true);

  /** A switch leaves the name alone. */
  public static final Variant KEEPS_THE_NAME =
      broken("keeps-the-name", "a window that switches keeps its name")
          .withNameChange(renaming -> NameChange.KEPT);

  /** A popup's COOP origin sticks. */
  public static final Variant KEEPS_THE_COOP_ORIGIN =
      broken(
              "keeps-the-coop-origin",
              "a response's own CSP sandbox does not count for the COOP origin")
          .withSandboxingUse(
              response ->
                  new SandboxingUse(
                      response.inherited(), response.inherited(), response.inherited()));

  /** Every URL is told. */
  public static final Variant TELLS_ALL_URLS =
      broken("tells-all-urls", "a report has the URL of any other document")
          .withReporting(reporting().withTellsTheUrl(url -> true));

  /** A window that is alone is told of its switches, too. */
  public static final Variant REPORTS_TO_THE_LONELY =
      broken("reports-to-the-lonely", "a switch is reported though no other window is there")
          .withReporting(reporting().withHasCompany(company -> true));

  /** Whatever report-only values would do is reported. */
  public static final Variant REPORTS_EVERY_NAVIGATION =
      broken("reports-every-navigation", "both sides are told of every navigation")
          .withReporting(reporting().withSides(switches -> new Sides(true, true)));

  /** No switch is reported. */
  public static final Variant REPORTS_NO_SWITCH =
      broken("reports-no-switch", "nobody is told of a switch")
          .withReporting(reporting().withReportsASwitch(swap -> false));

  /** Accesses by frames of other origins count. */
  public static final Variant COUNTS_ALL_ACCESSES =
      broken("counts-all-accesses", "accesses by cross-origin frames count as those of their page")
          .withReporting(reporting().withCounts(scope -> true));

  /** The same by the standard's text, where the frame itself is told of. */
  public static final Variant COUNTS_ALL_ACCESSES_BY_THE_TEXT =
      Variants.parse("html,reporting=standard")
          .map(
              standard ->
                  broken(
                          standard,
                          "counts-all-accesses-by-the-text",
                          "accesses by cross-origin frames are reported in their name")
                      .withReporting(standard.reporting().withCounts(scope -> true)))
          .get();

  /** The report-only header is not read. */
  public static final Variant FORGETS_REPORT_ONLY =
      broken("forgets-report-only", "report-only values are not read")
          .withOpenerPolicyAsRead(policy -> policy.withReportOnlyValue(UNSAFE_NONE));

  private static Reporting reporting() {
    return HtmlStandard.VARIANT.reporting();
  }

  private static Variant broken(String name, String what) {
    return broken(HtmlStandard.VARIANT, name, what);
  }

  private static Variant broken(Variant base, String name, String what) {
    return base.named("broken:" + name, "broken on purpose: " + what, NOBODY);
  }

  private static OpenerPolicy enforced(OpenerPolicy policy) {
    return policy.value() == UNSAFE_NONE ? policy.withValue(policy.reportOnlyValue()) : policy;
  }

  private static AgentClusterKey keyWithoutHistory(AgentRequest request) {
    return request.isolationMode() != CrossOriginIsolationMode.NONE
            || request.requestsOriginAgentCluster()
        ? new AgentClusterKey.OfOrigin(request.origin())
        : new AgentClusterKey.OfSite(request.origin().site());
  }

  private static Vector<SortedSet<DocumentId>> together(Vector<SortedSet<DocumentId>> classes) {
    return classes.reduceOption(SortedSet::union).toVector();
  }
}
