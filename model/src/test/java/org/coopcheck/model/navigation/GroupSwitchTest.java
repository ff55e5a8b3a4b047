package org.coopcheck.model.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.HTML;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.world.CrossOriginIsolationMode;

/**
 * Sections 3.4 and 4.3 of the digest of HTML, from one window to the next. Columns are the values
 * of the response: UN, SOAP, SO, SOC, NAP. {@code -} stays, {@code X} switches, {@code o} stays
 * only if the origins are same origin.
 */
class GroupSwitchTest {
  private static final Vector<OpenerPolicyValue> COLUMNS =
      Vector.of(
          UNSAFE_NONE,
          SAME_ORIGIN_ALLOW_POPUPS,
          SAME_ORIGIN,
          SAME_ORIGIN_PLUS_COEP,
          NOOPENER_ALLOW_POPUPS);

  @Data
  Iterable<Tuple2<OpenerPolicyValue, String>> popups() {
    return Table.of( // the opener's policy, one letter for each popup
        Tuple.of(UNSAFE_NONE, "-XXXX"),
        Tuple.of(SAME_ORIGIN_ALLOW_POPUPS, "-oXXX"),
        Tuple.of(SAME_ORIGIN, "XXoXX"),
        Tuple.of(SAME_ORIGIN_PLUS_COEP, "XXXoX"),
        Tuple.of(NOOPENER_ALLOW_POPUPS, "-XXXX"));
  }

  @Property
  @FromData("popups")
  void a_popup_stays_connected_as_the_table_says(
      @ForAll OpenerPolicyValue opener, @ForAll String row) {
    assertThat(connectedPopups(opener, A)).isEqualTo(row.replace('o', '-'));
    assertThat(connectedPopups(opener, B)).isEqualTo(row.replace('o', 'X'));
  }

  private static String connectedPopups(OpenerPolicyValue opener, String popupOrigin) {
    var opened = HTML.userOpens("opener", A + opener.token());
    return COLUMNS
        .map(popup -> opened.opens("opener", "popup", popupOrigin + popup.token()).ending())
        .map(ending -> ending.areConnected("opener", "popup") ? "-" : "X")
        .mkString();
  }

  @Data
  Iterable<Tuple2<OpenerPolicyValue, String>> navigations() {
    return Table.of( // the document's policy, one letter for each response
        Tuple.of(UNSAFE_NONE, "-XXXX"),
        Tuple.of(SAME_ORIGIN_ALLOW_POPUPS, "XoXXX"),
        Tuple.of(SAME_ORIGIN, "XXoXX"),
        Tuple.of(SAME_ORIGIN_PLUS_COEP, "XXXoX"),
        Tuple.of(NOOPENER_ALLOW_POPUPS, "XXXXo"));
  }

  @Property
  @FromData("navigations")
  void a_window_that_is_navigated_keeps_its_popup_as_the_table_says(
      @ForAll OpenerPolicyValue active, @ForAll String row) {
    assertThat(connectedAfterNavigating(active, A)).isEqualTo(row.replace('o', '-'));
    assertThat(connectedAfterNavigating(active, B)).isEqualTo(row.replace('o', 'X'));
  }

  /** Whether a popup that never was navigated still has its opener. */
  private static String connectedAfterNavigating(OpenerPolicyValue active, String target) {
    var opened = HTML.userOpens("w", A + active.token()).opens("w", "popup");
    return COLUMNS
        .map(response -> opened.goes("w", target + response.token()).ending())
        .map(ending -> ending.sameGroup("w", "popup") && ending.opener("popup").equals("w"))
        .map(isConnected -> isConnected ? "-" : "X")
        .mkString();
  }

  @Example
  void unsafe_none_stays_whatever_the_origins_are() {
    var ending = HTML.userOpens("w", A).opens("w", "popup", B).goes("popup", Story.C).ending();
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  // 4.3, the observable effects.

  @Example
  void a_switch_cuts_both_ends_of_the_link() {
    var ending = HTML.userOpens("w", A).opens("w", "popup", A + "same-origin").ending();
    assertThat(ending.swap()).isEqualTo(Swap.FULL);
    assertThat(ending.sameGroup("w", "popup")).isFalse();
    assertThat(ending.isClosed("w", "popup")).isTrue();
    assertThat(ending.opener("popup")).isEqualTo("null");
  }

  @Example
  void a_switch_makes_a_browsing_context_that_is_not_auxiliary() {
    var story = HTML.userOpens("w", A).opens("w", "popup", B);
    var before = story.ending().browsingContext("popup");
    assertThat(before.isAuxiliary()).isTrue();
    var after = story.goes("popup", B + "same-origin").ending().browsingContext("popup");
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(after.isAuxiliary()).isFalse();
    assertThat(after.opener()).isEmpty();
    assertThat(after.virtualBrowsingContextGroupId()).isZero();
    assertThat(after.popupSandboxingFlags()).isEmpty();
  }

  @Example
  void whoever_stays_behind_keeps_its_group() {
    var story = HTML.userOpens("w", A).opens("w", "popup", B).opens("w", "other", B);
    var ending = story.goes("popup", B + "same-origin").ending();
    assertThat(ending.areConnected("w", "other")).isTrue();
    assertThat(ending.group("w")).isEqualTo(story.ending().group("w"));
  }

  @Example
  void an_opener_that_leaves_is_closed_for_its_popup() {
    var ending =
        HTML.userOpens("w", A).opens("w", "popup", B).goes("w", A + "same-origin").ending();
    assertThat(ending.isClosed("popup", "w")).isTrue();
    assertThat(ending.opener("popup")).isEqualTo("null");
    assertThat(ending.hasHandle("w", "popup")).isFalse();
  }

  @Example
  void coming_back_to_the_old_policy_does_not_restore_the_link() {
    var ending =
        HTML.userOpens("w", A)
            .opens("w", "popup", B)
            .goes("popup", B + "same-origin")
            .goes("popup", B)
            .ending();
    assertThat(ending.sameGroup("w", "popup")).isFalse();
    assertThat(ending.isClosed("w", "popup")).isTrue();
  }

  @Example
  void only_a_switch_to_same_origin_plus_coep_isolates_the_new_group() {
    var modes =
        COLUMNS.map(
            value ->
                HTML.userOpens("w", A + value.token())
                    .ending()
                    .group("w")
                    .crossOriginIsolationMode());
    assertThat(modes)
        .containsExactly(
            CrossOriginIsolationMode.NONE,
            CrossOriginIsolationMode.NONE,
            CrossOriginIsolationMode.NONE,
            CrossOriginIsolationMode.CONCRETE,
            CrossOriginIsolationMode.NONE);
  }

  @Example
  void a_frame_never_switches_and_never_obtains_an_opener_policy() {
    var ending = HTML.userOpens("w", A).frames("w", "f", B + "same-origin").ending();
    assertThat(ending.swap()).isEqualTo(Swap.NONE);
    assertThat(ending.sameGroup("w", "f")).isTrue();
    assertThat(ending.openerPolicy("f")).isEqualTo(UNSAFE_NONE);
  }

  // 4.3 steps 4 and 5, which are up to the user agent.

  @Example
  void a_user_agent_may_switch_when_a_window_is_alone() {
    var alone = Story.under("html,optional-switch=alone").userOpens("w", A);
    assertThat(alone.goes("w", B).ending().swap()).isEqualTo(Swap.FULL);
    assertThat(alone.goes("w", A + "2").ending().swap()).isEqualTo(Swap.NONE);
    assertThat(alone.opens("w", "popup").goes("w", B).ending().swap()).isEqualTo(Swap.NONE);
    assertThat(HTML.userOpens("w", A).goes("w", B).ending().swap()).isEqualTo(Swap.NONE);
  }

  @Example
  void a_user_agent_may_switch_when_the_user_navigates() {
    var byUser = Story.under("html,optional-switch=by-user").userOpens("w", A).opens("w", "popup");
    assertThat(byUser.userNavigates("w", B).ending().swap()).isEqualTo(Swap.FULL);
    assertThat(byUser.userNavigates("w", Story.SUB_A).ending().swap()).isEqualTo(Swap.NONE);
    assertThat(byUser.goes("w", B).ending().swap()).isEqualTo(Swap.NONE);
    assertThat(HTML.userOpens("w", A).opens("w", "popup").userNavigates("w", B).ending().swap())
        .isEqualTo(Swap.NONE);
  }
}
