package org.coopcheck.properties.invariant;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Variant;

/** All invariants, in the order in which {@code invariants} lists them. */
public final class Invariants {
  private Invariants() {}

  /** Those that {@code check} looks at if nothing is said. */
  public static final Vector<Invariant> ALL =
      Vector.of(
          GroupInvariants.ONE_POLICY_IN_A_GROUP,
          GroupInvariants.SAME_ORIGIN_EXCLUDES_UNSAFE_NONE,
          GroupInvariants.ISOLATED_GROUPS_ARE_ISOLATED,
          GroupInvariants.BROWSING_CONTEXTS_STAY,
          GroupInvariants.LATER_WINDOWS_ARE_AUXILIARY,
          GroupInvariants.NOTHING_LEADS_OUT_OF_A_GROUP,
          ReportOnlyInvariants.REPORT_ONLY_IS_INERT,
          PopupInvariants.ONLY_ITS_OWN_POPUPS,
          PopupInvariants.NOT_ITS_OWN_OPENER,
          LayerInvariants.CLUSTERS_STAY_IN_A_PROCESS,
          LayerInvariants.SYNCHRONOUS_ACCESS_IS_INSIDE_A_CLUSTER,
          LayerInvariants.ACCESS_IS_INSIDE_A_GROUP,
          CoopGroupInvariants.ACCESS_IS_INSIDE_A_COOP_GROUP,
          LayerInvariants.SAME_ORIGIN_SHARES_A_CLUSTER,
          CoopGroupInvariants.SAME_ORIGIN_IN_A_COOP_GROUP_SHARES_A_CLUSTER,
          CoopGroupInvariants.RESTRICTED_GROUPS_HAVE_ONE_COOP_ORIGIN,
          CoopGroupInvariants.ONE_GROUP_FOR_EACH_POLICY,
          CoopGroupInvariants.PLAIN_PAGES_SHARE_A_GROUP,
          IsolationInvariants.TAINTED_MEANS_EMBEDDABLE,
          IsolationInvariants.TAINTED_MEANS_ONE_TOP_LEVEL_ORIGIN,
          IsolationInvariants.TAINTED_STAYS_IN_ITS_GROUP,
          IsolationInvariants.PERMISSION_IS_NOT_BYPASSED,
          IsolationInvariants.TAINTED_GETS_ITS_OWN_PROCESS,
          CoopGroupInvariants.A_POLICY_LEADS_BACK,
          CoopGroupInvariants.NO_NAVIGATION_CROSSES,
          CoopGroupInvariants.NAMES_STAY_IN_THEIR_GROUP,
          CoopGroupInvariants.ONLY_INITIAL_DOCUMENTS_DIFFER,
          PagePolicyInvariants.CLUSTERS_DO_NOT_MIX_ISOLATION,
          PagePolicyInvariants.OTHER_POLICIES_ARE_NOT_SCRIPTED,
          PagePolicyInvariants.OTHER_PAGES_GET_THREE_PROPERTIES,
          PagePolicyInvariants.NAMES_STAY_AMONG_EQUAL_PAGES);

  /**
   * What reports promise. They are looked at if they are asked for by name, since they need pages with
   * endpoints, which say nothing about all others.
   */
  public static final Vector<Invariant> OF_REPORTS =
      Vector.of(
          RolloutInvariants.ANNOUNCES_WHAT_BREAKS,
          RolloutInvariants.GIVES_NO_FALSE_ALARM,
          SecrecyInvariants.HIDES_PATHS,
          SecrecyInvariants.HIDES_FRAMES_POPUPS,
          SecrecyInvariants.HIDES_WHERE_POPUPS_GO,
          ReportInvariants.URLS_ARE_SAFE,
          ReportInvariants.NEEDS_COMPANY,
          ReportInvariants.SAME_POLICY_IS_SILENT,
          ReportInvariants.HOPS_REPORT_THEMSELVES,
          ReportInvariants.NO_ACCESS_OF_A_STRANGER,
          ReportInvariants.FRAMES_ARE_TOLD_NOTHING,
          ReportInvariants.VIRTUAL_GROUPS_ARE_THOSE_ENFORCED,
          MonitorInvariants.STEP_4_1,
          MonitorInvariants.STEP_4_2,
          MonitorInvariants.STEP_5_1,
          MonitorInvariants.STEP_5_2,
          MonitorInvariants.STEP_2_1,
          MonitorInvariants.STEP_2_2,
          MonitorInvariants.STEP_3_1,
          MonitorInvariants.STEP_3_2);

  /** All of them. */
  public static final Vector<Invariant> EVERY = ALL.appendAll(OF_REPORTS);

  /** Those that are meant for the variant, without those of reports. */
  public static Vector<Invariant> meantFor(Variant variant) {
    return ALL.filter(each -> each.scope().includes(variant));
  }

  /** The same for a scenario: those of reports too, if a response names an endpoint. */
  public static Vector<Invariant> meantFor(Variant variant, Scenario scenario) {
    boolean hasEndpoints =
        scenario.responses().values().exists(answers -> answers.exists(Answer::namesAnEndpoint));
    return hasEndpoints ? EVERY.filter(each -> each.scope().includes(variant)) : meantFor(variant);
  }

  /** The invariant with this name or short name. */
  public static Option<Invariant> find(String name) {
    return EVERY.find(each -> each.name().equals(name) || each.id().equalsIgnoreCase(name));
  }
}
