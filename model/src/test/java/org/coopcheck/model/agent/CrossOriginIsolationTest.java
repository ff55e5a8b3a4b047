package org.coopcheck.model.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.C;
import static org.coopcheck.model.scenario.Story.HTML;
import static org.coopcheck.model.scenario.Story.SUB_A;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.model.scenario.Ending;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;

/** Section 4 of the digest on groups and agents: who is cross-origin isolated. */
class CrossOriginIsolationTest {
  private static final String COOP = "Cross-Origin-Opener-Policy";
  private static final String COEP = "Cross-Origin-Embedder-Policy";
  private static final Story ISOLATED = HTML.userOpens("w", A + "same-origin-plus-coep");

  // 4.4, row by row.

  @Data
  Iterable<Tuple3<String, String, Boolean>> topLevels() {
    return Table.of( // opener policy, embedder policy, whether the document is isolated
        Tuple.of("same-origin", "require-corp", true),
        Tuple.of("same-origin", "credentialless", true),
        Tuple.of("same-origin", "unsafe-none", false),
        Tuple.of("same-origin-allow-popups", "require-corp", false),
        Tuple.of("noopener-allow-popups", "require-corp", false),
        Tuple.of("unsafe-none", "require-corp", false),
        Tuple.of("unsafe-none", "unsafe-none", false));
  }

  @Property
  @FromData("topLevels")
  void a_top_level_document_is_isolated_with_same_origin_and_a_compatible_embedder_policy(
      @ForAll String coop, @ForAll String coep, @ForAll boolean isIsolated) {
    var ending = HTML.serving(A, COOP, coop, COEP, coep).userOpens("w", A).ending();
    assertThat(ending.isIsolated("w")).isEqualTo(isIsolated);
  }

  @Example
  void where_the_browser_can_only_restrict_nothing_is_isolated() {
    for (var mode :
        new CrossOriginIsolationMode[] {
          CrossOriginIsolationMode.LOGICAL, CrossOriginIsolationMode.NONE
        }) {
      var ending = ISOLATED.with(new Capabilities(true, true, mode)).ending();
      assertThat(ending.group("w").crossOriginIsolationMode()).isEqualTo(mode);
      assertThat(ending.isIsolated("w")).isFalse();
    }
  }

  @Example
  void a_same_origin_frame_of_an_isolated_page_is_isolated() {
    var ending = ISOLATED.frames("w", "f", A + "embeddable").ending();
    assertThat(ending.isIsolated("f")).isTrue();
  }

  @Example
  void a_cross_origin_frame_is_isolated_only_if_it_was_delegated_to() {
    assertThat(ISOLATED.frames("w", "f", B + "embeddable").ending().isIsolated("f")).isFalse();
    assertThat(ISOLATED.frames("w", "f", SUB_A + "embeddable").ending().isIsolated("f")).isFalse();
    assertThat(
            ISOLATED
                .framesDelegating("w", "f", B + "embeddable", "cross-origin-isolated")
                .ending()
                .isIsolated("f"))
        .isTrue();
  }

  @Example
  void the_popup_of_an_isolated_page_is_isolated_while_it_is_the_initial_about_blank() {
    var ending = ISOLATED.opens("w", "popup").ending();
    assertThat(ending.isIsolated("popup")).isTrue();
    assertThat(ending.sameGroup("w", "popup")).isTrue();
  }

  @Example
  void the_popup_of_a_cross_origin_frame_of_an_isolated_page_is_not() {
    var ending =
        ISOLATED
            .framesDelegating("w", "f", B + "embeddable", "cross-origin-isolated")
            .opens("f", "popup")
            .ending();
    assertThat(ending.isIsolated("popup")).isFalse();
    assertThat(ending.group("popup").crossOriginIsolationMode())
        .isEqualTo(CrossOriginIsolationMode.NONE);
  }

  // 4.3, the permissions policy.

  @Data
  Iterable<Tuple2<String, Boolean>> headers() {
    return Table.of( // Permissions-Policy of the page, whether it is isolated
        Tuple.of("cross-origin-isolated=*", true),
        Tuple.of("cross-origin-isolated=(self)", true),
        Tuple.of("cross-origin-isolated=()", false),
        Tuple.of("cross-origin-isolated=(\"https://b.example\")", false),
        Tuple.of("geolocation=()", true));
  }

  @Property
  @FromData("headers")
  void a_page_can_give_isolation_up_by_a_header(@ForAll String header, @ForAll boolean isIsolated) {
    assertThat(isolatedWith(header).ending().isIsolated("w")).isEqualTo(isIsolated);
  }

  private static Story isolatedWith(String permissionsPolicy) {
    return HTML.serving(
            A, COOP, "same-origin", COEP, "require-corp", "Permissions-Policy", permissionsPolicy)
        .userOpens("w", A);
  }

  @Data
  Iterable<Tuple3<String, String, Boolean>> delegations() {
    return Table
        .of( // the page's header, the allow attribute of a frame of b, is the frame isolated
            Tuple.of("cross-origin-isolated=*", "", false),
            Tuple.of("cross-origin-isolated=*", "cross-origin-isolated", true),
            Tuple.of("cross-origin-isolated=(self)", "cross-origin-isolated", false),
            Tuple.of("cross-origin-isolated=()", "cross-origin-isolated", false),
            Tuple.of(
                "cross-origin-isolated=(self \"https://b.example\")",
                "cross-origin-isolated",
                true),
            Tuple.of(
                "cross-origin-isolated=(\"https://b.example\")", "cross-origin-isolated", false),
            Tuple.of("geolocation=()", "cross-origin-isolated *", true),
            Tuple.of("geolocation=()", "cross-origin-isolated https://b.example", true),
            Tuple.of("geolocation=()", "cross-origin-isolated https://c.example", false),
            Tuple.of("geolocation=()", "cross-origin-isolated 'none'", false),
            Tuple.of("geolocation=()", "cross-origin-isolated 'self'", false),
            Tuple.of("geolocation=()", "fullscreen", false));
  }

  @Property
  @FromData("delegations")
  void a_frame_is_isolated_if_page_and_attribute_allow_it(
      @ForAll String header, @ForAll String allow, @ForAll boolean isIsolated) {
    var ending = isolatedWith(header).framesDelegating("w", "f", B + "embeddable", allow).ending();
    assertThat(ending.error("f")).isEmpty();
    assertThat(ending.isIsolated("f")).isEqualTo(isIsolated);
  }

  @Example
  void an_attribute_without_a_list_delegates_to_the_origin_of_src_and_to_no_other() {
    var story = ISOLATED.framesDelegating("w", "f", B + "embeddable", "cross-origin-isolated");
    assertThat(story.goes("f", C + "embeddable").ending().isIsolated("f")).isFalse();
    var toAll = ISOLATED.framesDelegating("w", "f", B + "embeddable", "cross-origin-isolated *");
    assertThat(toAll.goes("f", C + "embeddable").ending().isIsolated("f")).isTrue();
  }

  @Example
  void an_attribute_can_keep_isolation_from_a_same_origin_frame() {
    var ending =
        ISOLATED
            .framesDelegating("w", "f", A + "embeddable", "cross-origin-isolated 'none'")
            .ending();
    assertThat(ending.isIsolated("f")).isFalse();
  }

  @Example
  void a_frame_hands_on_only_what_it_has() {
    var undelegated =
        ISOLATED
            .frames("w", "f", B + "embeddable")
            .framesDelegating("f", "g", C + "embeddable", "cross-origin-isolated *");
    assertThat(undelegated.ending().isIsolated("g")).isFalse();
    var backToTheTop =
        ISOLATED.frames("w", "f", B + "embeddable").frames("f", "g", A + "embeddable");
    assertThat(backToTheTop.ending().isIsolated("g")).isFalse();
    var delegated =
        ISOLATED
            .framesDelegating("w", "f", B + "embeddable", "cross-origin-isolated")
            .frames("f", "g", B + "embeddable");
    assertThat(delegated.ending().isIsolated("g")).isTrue();
  }

  @Example
  void popups_inherit_no_permission() {
    // The frame itself may not use it; its popup, being top-level, may.
    var ending =
        ISOLATED
            .framesDelegating("w", "f", A + "embeddable", "cross-origin-isolated 'none'")
            .opens("f", "popup")
            .ending();
    assertThat(ending.isIsolated("f")).isFalse();
    assertThat(ending.isIsolated("popup")).isTrue();
  }

  // Every condition that is not met.

  @Data
  Iterable<Tuple3<String, String, String>> unmet() {
    return Table.of( // opener policy, embedder policy, what is unmet
        Tuple.of("same-origin", "require-corp", ""),
        Tuple.of("same-origin", "unsafe-none", "embedder-policy"),
        Tuple.of("unsafe-none", "require-corp", "opener-policy"),
        Tuple.of("same-origin-allow-popups", "credentialless", "opener-policy"),
        Tuple.of("unsafe-none", "unsafe-none", "opener-policy embedder-policy"));
  }

  @Property
  @FromData("unmet")
  void a_document_that_is_not_isolated_lacks_what_the_table_says(
      @ForAll String coop, @ForAll String coep, @ForAll String conditions) {
    var ending = HTML.serving(A, COOP, coop, COEP, coep).userOpens("w", A).ending();
    assertThat(unmet(ending, "w")).isEqualTo(conditions);
  }

  @Example
  void other_conditions_are_named_too() {
    assertThat(unmet(isolatedWith("cross-origin-isolated=()").ending(), "w"))
        .isEqualTo("permissions-policy");
    assertThat(unmet(ISOLATED.frames("w", "f", B + "embeddable").ending(), "f"))
        .isEqualTo("permissions-policy");
    var logical = new Capabilities(true, true, CrossOriginIsolationMode.LOGICAL);
    assertThat(unmet(ISOLATED.with(logical).ending(), "w")).isEqualTo("isolation-mode");
    var insecure =
        HTML.serving("http://a.example/", COOP, "same-origin", COEP, "require-corp")
            .userOpens("w", "http://a.example/")
            .ending();
    assertThat(unmet(insecure, "w")).isEqualTo("insecure-context opener-policy embedder-policy");
  }

  private static String unmet(Ending ending, String label) {
    Vector<String> conditions =
        CrossOriginIsolation.unmetConditions(ending.world(), ending.document(label));
    return conditions.mkString(" ");
  }
}
