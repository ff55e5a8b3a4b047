package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.generator.Run;

/** Numbers are given away once, in order. */
@Domain(AnyRuns.class)
class IdsTest {

  @Property(seed = "51", tries = 500)
  void every_number_of_a_world_is_below_the_next_one(@ForAll Run run) {
    run.worlds()
        .forEach(
            world ->
                assertThat(
                        idsOf(world)
                            .appendAll(opaqueOriginsOf(world))
                            .appendAll(virtualGroupsOf(world)))
                    .allMatch(number -> number < world.nextNumber()));
  }

  @Property(seed = "52", tries = 500)
  void no_two_things_of_a_world_have_one_number(@ForAll Run run) {
    run.worlds()
        .forEach(
            world ->
                assertThat(
                        idsOf(world)
                            .appendAll(opaqueOriginsOf(world).distinct())
                            .appendAll(virtualGroupsOf(world).distinct()))
                    .doesNotHaveDuplicates());
  }

  @Property(seed = "53", tries = 500)
  void a_step_gives_no_number_away_that_was_given_before(@ForAll Run run) {
    run.taken()
        .forEach(
            taken ->
                assertThat(
                        idsOf(taken.after())
                            .removeAll(idsOf(taken.before()))
                            .appendAll(
                                opaqueOriginsOf(taken.after())
                                    .removeAll(opaqueOriginsOf(taken.before()))))
                    .allMatch(number -> number >= taken.before().nextNumber()));
  }

  private static Vector<Integer> idsOf(World world) {
    return Vector.<Integer>empty()
        .appendAll(world.browsingContexts().keySet().toVector().map(id -> id.number()))
        .appendAll(world.groups().keySet().toVector().map(id -> id.number()))
        .appendAll(world.groups().values().map(group -> group.coopGroup().number()).distinct())
        .appendAll(world.documents().keySet().toVector().map(id -> id.number()));
  }

  private static Vector<Integer> virtualGroupsOf(World world) {
    return world
        .browsingContexts()
        .values()
        .map(BrowsingContext::virtualBrowsingContextGroupId)
        .filter(number -> number != 0)
        .toVector();
  }

  private static Vector<Integer> opaqueOriginsOf(World world) {
    return Vector.<Origin>empty()
        .appendAll(world.documents().values().map(Document::origin))
        .appendAll(
            world.browsingContexts().values().flatMap(BrowsingContext::openerOriginAtCreation))
        .appendAll(world.groups().values().flatMap(IdsTest::keyedOrigins))
        .appendAll(world.navigables().values().flatMap(IdsTest::initiatorOrigins))
        .flatMap(
            origin ->
                origin instanceof OpaqueOrigin(var number)
                    ? Vector.of(number)
                    : Vector.<Integer>empty());
  }

  private static Vector<Origin> keyedOrigins(BrowsingContextGroup group) {
    return group.historicalAgentClusterKeys().keySet().toVector();
  }

  private static Vector<Origin> initiatorOrigins(Navigable navigable) {
    return navigable
        .history()
        .flatMap(entry -> entry.initiator().map(Initiator::origin).toVector());
  }
}
