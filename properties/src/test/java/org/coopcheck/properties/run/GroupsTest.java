package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.BrowsingContextGroupId;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.generator.HeaderGenerators;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.RunGenerators;

/** Who can move between browsing context groups, and what leads from one to another. */
@Domain(AnyRuns.class)
@Domain(DomainContext.Global.class)
class GroupsTest {

  @Property(seed = "61", tries = 500)
  void a_frame_never_changes_its_group(@ForAll Run run) {
    run.taken()
        .forEach(
            taken ->
                framesOf(taken.before())
                    .filter(id -> taken.after().hasNavigable(id))
                    .forEach(
                        id ->
                            assertThat(groupOf(taken.after(), id))
                                .as("%s after %s", id, taken.action())
                                .isEqualTo(groupOf(taken.before(), id))));
  }

  @Property(seed = "62", tries = 500)
  void what_is_loaded_into_a_frame_moves_no_window(@ForAll Run run) {
    run.taken()
        .filter(taken -> loadsIntoAFrame(taken.before(), taken.action()))
        .forEach(
            taken ->
                assertThat(groupsOfWindows(taken.after()))
                    .as("after %s", taken.action())
                    .isEqualTo(groupsOfWindows(taken.before())));
  }

  @Property(seed = "63", tries = 300)
  void the_opener_policy_of_a_frames_response_changes_nothing(
      @ForAll("runsOfAUniverse") Run run, @ForAll("openerPolicies") Vector<HeaderList> policies) {
    var framed =
        run.withScenario(
            run.scenario().withResponses(withFields(run.scenario().responses(), policies)));
    assertThat(framed.taken().map(Run.Taken::after)).isEqualTo(run.worlds());
    assertThat(framed.taken().map(taken -> taken.step().outcome()))
        .isEqualTo(run.taken().map(taken -> taken.step().outcome()));
  }

  @Property(seed = "64", tries = 300)
  void under_html_openers_and_open_handles_stay_inside_a_group(@ForAll("runsUnderHtml") Run run) {
    run.worlds()
        .forEach(
            world -> {
              world
                  .browsingContexts()
                  .values()
                  .forEach(
                      each ->
                          each.opener()
                              .map(world::browsingContext)
                              .forEach(
                                  opener ->
                                      assertThat(world.groupOf(opener))
                                          .isEqualTo(world.groupOf(each))));
              world
                  .documents()
                  .values()
                  .forEach(
                      document ->
                          document
                              .handles()
                              .toVector()
                              .filter(handle -> Access.isOpen(world, handle))
                              .map(handle -> world.browsingContext(handle.browsingContext()))
                              .forEach(
                                  target ->
                                      assertThat(world.groupOf(target))
                                          .isEqualTo(world.groupOf(document))));
            });
  }

  @Property(seed = "65", tries = 300)
  void a_window_that_is_navigated_takes_no_other_window_along(@ForAll Run run) {
    run.taken()
        .forEach(
            taken -> {
              var before = groupsOfWindows(taken.before());
              var after = groupsOfWindows(taken.after());
              var moved =
                  before.filter((id, group) -> after.get(id).exists(now -> !now.equals(group)));
              assertThat(moved.size()).as("after %s", taken.action()).isLessThanOrEqualTo(1);
            });
  }

  @Provide
  Arbitrary<Run> runsOfAUniverse() {
    return RunGenerators.runs(RunGenerators.VARIANTS);
  }

  @Provide
  Arbitrary<Run> runsUnderHtml() {
    return Arbitraries.oneOf(RunGenerators.runs(ofHtml()), RunGenerators.rawRuns(ofHtml()));
  }

  private static Vector<Variant> ofHtml() {
    return Choices.ALL
        .map(choice -> choice.applyTo(HtmlStandard.VARIANT))
        .prepend(HtmlStandard.VARIANT);
  }

  /** For each frame page in turn, as long as there are some. */
  @Provide
  Arbitrary<Vector<HeaderList>> openerPolicies() {
    return HeaderGenerators.lists(
            Vector.of("Cross-Origin-Opener-Policy", "Cross-Origin-Opener-Policy-Report-Only"))
        .list()
        .ofSize(6)
        .map(Vector::ofAll);
  }

  private static SortedMap<Url, Vector<Answer>> withFields(
      SortedMap<Url, Vector<Answer>> responses, Vector<HeaderList> fields) {
    return responses
        .filterKeys(url -> url.pathAndQuery().startsWith("/frame"))
        .zipWithIndex()
        .foldLeft(
            responses,
            (all, entry) ->
                all.put(
                    entry._1._1,
                    entry._1._2.map(
                        answer -> withFields(answer, fields.get(entry._2 % fields.size())))));
  }

  private static Answer withFields(Answer answer, HeaderList fields) {
    return switch (answer) {
      case Answer.Nothing nothing -> nothing;
      case Answer.Served(var status, var headers) ->
          new Answer.Served(status, HeaderList.of(headers.fields().appendAll(fields.fields())));
    };
  }

  private static boolean loadsIntoAFrame(World world, Action action) {
    return switch (action) {
      case Action.InsertIframe a -> true;
      case Action.Navigate a -> isFrame(world, a.target());
      case Action.Traverse a -> isFrame(world, a.target());
      case Action.Reload a -> isFrame(world, a.target());
      case Action.UseProperty a -> isFrame(world, a.target());
      case Action.OpenDocument a -> isFrame(world, a.target());
      case Action.PushState a -> isFrame(world, a.target());
      case Action.OpenTopLevelTraversable a -> false;
      case Action.OpenWindow a -> false;
      case Action.Close a -> false;
      case Action.UseDom a -> false;
      case Action.SetName a -> false;
      case Action.FindByName a -> false;
    };
  }

  private static boolean isFrame(World world, NavigableId id) {
    return world.hasNavigable(id) && !world.navigable(id).isTopLevelTraversable();
  }

  private static Vector<NavigableId> framesOf(World world) {
    return world.navigables().keySet().toVector().filter(id -> isFrame(world, id));
  }

  private static BrowsingContextGroupId groupOf(World world, NavigableId id) {
    return world.groupOf(world.activeDocument(id)).id();
  }

  private static SortedMap<NavigableId, BrowsingContextGroupId> groupsOfWindows(World world) {
    return world
        .topLevelTraversables()
        .map(each -> each.id())
        .foldLeft(TreeMap.empty(), (groups, id) -> groups.put(id, groupOf(world, id)));
  }
}
