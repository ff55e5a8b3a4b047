package org.coopcheck.model.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.HTML;
import static org.coopcheck.model.scenario.Story.SUB_A;

import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.Tuple.Tuple5;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Questions.Page;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.BrowsingContextGroupId;
import org.coopcheck.model.world.CoopGroupId;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.PagePolicy;
import org.coopcheck.model.world.World;

/** Section 3 of the digest on groups and agents. */
class AgentClustersTest {
  private static final TupleOrigin ORIGIN = Url.of(SUB_A).tupleOrigin().get();
  private static final String SITE_KEY = "site https://a.example";
  private static final String ORIGIN_KEY = "origin https://sub.a.example";

  /** Section 3.2: a document of {@code sub.a.example} asks for an agent. */
  @Data
  Iterable<Tuple5<CrossOriginIsolationMode, String, Boolean, String, String>> requests() {
    var none = CrossOriginIsolationMode.NONE;
    var logical = CrossOriginIsolationMode.LOGICAL;
    var concrete = CrossOriginIsolationMode.CONCRETE;
    return Table
        .of( // mode, historical key, whether it asks for an origin key, key, historical then
            Tuple.of(none, "", false, SITE_KEY, SITE_KEY),
            Tuple.of(none, "", true, ORIGIN_KEY, ORIGIN_KEY),
            Tuple.of(none, SITE_KEY, false, SITE_KEY, SITE_KEY),
            Tuple.of(none, SITE_KEY, true, SITE_KEY, SITE_KEY),
            Tuple.of(none, ORIGIN_KEY, false, ORIGIN_KEY, ORIGIN_KEY),
            Tuple.of(none, ORIGIN_KEY, true, ORIGIN_KEY, ORIGIN_KEY),
            Tuple.of(logical, "", false, ORIGIN_KEY, ""),
            Tuple.of(logical, "", true, ORIGIN_KEY, ""),
            Tuple.of(concrete, "", false, ORIGIN_KEY, ""),
            Tuple.of(concrete, SITE_KEY, false, ORIGIN_KEY, SITE_KEY));
  }

  @Property
  @FromData("requests")
  void a_document_gets_the_agent_that_the_standard_says(
      @ForAll CrossOriginIsolationMode mode,
      @ForAll String historical,
      @ForAll boolean requestsOac,
      @ForAll String key,
      @ForAll String historicalThen) {
    var groupId = new BrowsingContextGroupId(1);
    TreeMap<Origin, AgentClusterKey> keys = TreeMap.empty();
    if (!historical.isEmpty()) keys = keys.put(ORIGIN, key(historical));
    var world =
        World.EMPTY.withGroup(
            new BrowsingContextGroup(groupId, new CoopGroupId(2), mode, Option.none(), keys));
    var obtained =
        AgentClusters.obtainASimilarOriginWindowAgent(
            world,
            ORIGIN,
            groupId,
            new Page(ORIGIN, PagePolicy.NONE),
            requestsOac,
            Rules.unheard(HtmlStandard.VARIANT, Capabilities.ALL));
    assertThat(obtained.key()).isEqualTo(key(key));
    assertThat(obtained.world().group(groupId).historicalAgentClusterKeys().get(ORIGIN))
        .isEqualTo(historicalThen.isEmpty() ? Option.none() : Option.some(key(historicalThen)));
  }

  private static AgentClusterKey key(String text) {
    return text.equals(SITE_KEY)
        ? new AgentClusterKey.OfSite(ORIGIN.site())
        : new AgentClusterKey.OfOrigin(ORIGIN);
  }

  @Data
  Iterable<Tuple2<String, Boolean>> requestsByHeader() {
    return Table.of( // Origin-Agent-Cluster, whether the document is keyed by its origin
        Tuple.of("?1", true),
        Tuple.of("?1; x", true),
        Tuple.of("?0", false),
        Tuple.of("1", false),
        Tuple.of("true", false),
        Tuple.of("?1, ?1", false),
        Tuple.of("", false));
  }

  @Property
  @FromData("requestsByHeader")
  void a_response_asks_for_an_origin_key_by_a_boolean(
      @ForAll String header, @ForAll boolean isOriginKeyed) {
    var ending = HTML.serving(SUB_A, "Origin-Agent-Cluster", header).userOpens("w", SUB_A).ending();
    assertThat(ending.cluster("w").key()).hasToString(isOriginKeyed ? ORIGIN_KEY : SITE_KEY);
  }

  @Example
  void an_insecure_context_cannot_ask_for_an_origin_key() {
    var ending =
        HTML.serving("http://sub.a.example/", "Origin-Agent-Cluster", "?1")
            .userOpens("w", "http://sub.a.example/")
            .ending();
    assertThat(ending.cluster("w").key()).hasToString("site http://a.example");
  }

  // 3.3.

  @Example
  void same_origin_in_one_group_is_one_cluster() {
    var ending =
        HTML.userOpens("w", A).opens("w", "popup", A + "2").frames("popup", "f", A).ending();
    assertThat(ending.cluster("popup")).isEqualTo(ending.cluster("w"));
    assertThat(ending.cluster("f")).isEqualTo(ending.cluster("w"));
  }

  @Example
  void same_site_in_one_group_is_one_cluster_though_neither_may_script_the_other() {
    var story = HTML.userOpens("w", A).opens("w", "popup", SUB_A);
    assertThat(story.ending().cluster("popup")).isEqualTo(story.ending().cluster("w"));
    assertThat(story.scripts("w", "popup").ending().isAllowed()).isFalse();
  }

  @Example
  void another_site_is_another_cluster() {
    var ending = HTML.userOpens("w", A).opens("w", "popup", B).ending();
    assertThat(ending.cluster("popup")).isNotEqualTo(ending.cluster("w"));
  }

  @Example
  void another_group_is_another_cluster() {
    var ending = HTML.userOpens("v", A).userOpens("w", A).ending();
    assertThat(ending.cluster("v")).isNotEqualTo(ending.cluster("w"));
    assertThat(ending.cluster("v").key()).isEqualTo(ending.cluster("w").key());
  }

  @Example
  void in_an_isolated_group_keys_are_origins() {
    var ending =
        HTML.userOpens("w", A + "same-origin-plus-coep")
            .frames("w", "f", SUB_A + "embeddable")
            .ending();
    assertThat(ending.cluster("w").key()).hasToString("origin https://a.example");
    assertThat(ending.cluster("f").key()).hasToString("origin https://sub.a.example");
  }

  @Example
  void an_origin_never_has_two_keys_in_one_group() {
    var first = HTML.serving(SUB_A + "keyed", "Origin-Agent-Cluster", "?1").userOpens("w", A);
    var keyedFirst = first.frames("w", "f", SUB_A + "keyed").frames("w", "g", SUB_A).ending();
    assertThat(keyedFirst.cluster("f").key()).hasToString(ORIGIN_KEY);
    assertThat(keyedFirst.cluster("g")).isEqualTo(keyedFirst.cluster("f"));
    var keyedLast = first.frames("w", "g", SUB_A).frames("w", "f", SUB_A + "keyed").ending();
    assertThat(keyedLast.cluster("f").key()).hasToString(SITE_KEY);
    assertThat(keyedLast.cluster("g")).isEqualTo(keyedLast.cluster("f"));
  }

  @Example
  void an_opaque_origin_is_a_site_of_its_own() {
    var ending =
        HTML.userOpens("w", A)
            .framesSandboxed("w", "f", A, "allow-scripts")
            .framesSandboxed("w", "g", A, "allow-scripts")
            .ending();
    assertThat(ending.document("f").has(SandboxingFlag.SANDBOXED_ORIGIN)).isTrue();
    assertThat(ending.cluster("f")).isNotEqualTo(ending.cluster("g"));
    assertThat(ending.cluster("f")).isNotEqualTo(ending.cluster("w"));
  }

  @Example
  void a_port_is_no_part_of_a_site() {
    var story = HTML.userOpens("w", A).opens("w", "popup", "https://a.example:8443/");
    assertThat(story.ending().cluster("popup")).isEqualTo(story.ending().cluster("w"));
    var insecure = HTML.userOpens("w", A).opens("w", "popup", "http://a.example/");
    assertThat(insecure.ending().cluster("popup")).isNotEqualTo(insecure.ending().cluster("w"));
  }

  @Example
  void the_initial_document_never_asks_for_an_origin_key_but_keeps_the_one_that_there_was() {
    var story =
        HTML.serving(SUB_A, "Origin-Agent-Cluster", "?1").userOpens("w", SUB_A).opens("w", "popup");
    assertThat(story.ending().cluster("popup").key()).hasToString(ORIGIN_KEY);
    assertThat(Story.HTML.userOpens("w", SUB_A).opens("w", "popup").ending().cluster("popup").key())
        .hasToString(SITE_KEY);
  }
}
