package org.coopcheck.properties.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.EmbedderPolicies;
import org.coopcheck.model.policy.EmbedderPolicyValue;
import org.coopcheck.model.policy.OpenerPolicies;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.world.WellFormedness;
import org.coopcheck.model.world.World;

/** Origins, header fields, answers and actions. */
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class ValueGeneratorsTest {
  private static final Vector<Url> URLS =
      Vector.of("https://a.example/", "https://b.example/1", "http://localhost/2").map(Url::of);

  @Property(seed = "1", tries = 300)
  void pairs_of_origins_are_related_as_they_say(
      @ForAll("sameSite") OriginGenerators.Pair sameSite,
      @ForAll("crossSite") OriginGenerators.Pair crossSite) {
    assertThat(sameSite.first().isSameSiteWith(sameSite.second())).isTrue();
    assertThat(sameSite.first()).isNotEqualTo(sameSite.second());
    assertThat(crossSite.first().isSameSiteWith(crossSite.second())).isFalse();
  }

  @Provide
  Arbitrary<OriginGenerators.Pair> sameSite() {
    return OriginGenerators.sameSitePairs();
  }

  @Provide
  Arbitrary<OriginGenerators.Pair> crossSite() {
    return OriginGenerators.crossSitePairs();
  }

  @Property(seed = "2", tries = 300)
  void valid_values_of_an_opener_policy_are_taken(@ForAll("validOpenerPolicies") String value) {
    var headers = HeaderList.of("Cross-Origin-Opener-Policy", value);
    var policy = OpenerPolicies.obtainAnOpenerPolicy(headers, true, OpenerPolicies::valueAsRead);
    assertThat(value).startsWith(policy.value().token());
    assertThat(policy.reportingEndpoint().isDefined()).isEqualTo(value.contains("report-to"));
    Statistics.collect(policy.value());
    Statistics.coverage(
        coverage ->
            HtmlStandard.VARIANT
                .values()
                .remove(OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP)
                .forEach(each -> coverage.check(each).count(count -> count > 1)));
  }

  @Provide
  Arbitrary<String> validOpenerPolicies() {
    return HeaderGenerators.validValuesOf("Cross-Origin-Opener-Policy");
  }

  @Property(seed = "3", tries = 500)
  void some_of_the_nearly_valid_values_are_taken_and_some_are_not(
      @ForAll("nearlyValidEmbedderPolicies") String value) {
    var headers = HeaderList.of("Cross-Origin-Embedder-Policy", value);
    var policy = EmbedderPolicies.obtainAnEmbedderPolicy(headers, true);
    Statistics.collect(policy.value() == EmbedderPolicyValue.REQUIRE_CORP);
    Statistics.coverage(
        coverage -> {
          coverage.check(true).count(count -> count > 5);
          coverage.check(false).count(count -> count > 5);
        });
  }

  @Provide
  Arbitrary<String> nearlyValidEmbedderPolicies() {
    return HeaderGenerators.nearlyValidValuesOf("Cross-Origin-Embedder-Policy");
  }

  @Property(seed = "4", tries = 500)
  void header_lists_have_every_field_several_lines_of_one_name_and_long_values(
      @ForAll("headerLists") HeaderList headers) {
    var names = headers.fields().map(field -> field.name().toLowerCase(Locale.ROOT));
    Statistics.label("repeated").collect(names.distinct().size() < names.size());
    Statistics.label("long").collect(headers.fields().exists(f -> f.value().length() > 10_000));
    Vector.of("repeated", "long")
        .forEach(
            label ->
                Statistics.label(label)
                    .coverage(coverage -> coverage.check(true).count(count -> count > 3)));
    names.forEach(name -> Statistics.label("names").collect(name));
    Statistics.label("names")
        .coverage(
            coverage ->
                HeaderGenerators.HONOURED.forEach(
                    name ->
                        coverage.check(name.toLowerCase(Locale.ROOT)).count(count -> count > 20)));
  }

  @Provide
  Arbitrary<HeaderList> headerLists() {
    return HeaderGenerators.lists(HeaderGenerators.HONOURED);
  }

  @Property(seed = "5", tries = 300)
  void a_redirect_chain_leads_through_all_its_urls_in_order(
      @ForAll("redirectChains") SortedMap<Url, Vector<Answer>> web) {
    Server server = new ScriptedServer(web);
    for (int i = 0; i < URLS.size(); i++) {
      var exchange = server.request(URLS.get(i));
      var answered = (Response.Answered) exchange.response();
      assertThat(answered.locationUrl()).isEqualTo(URLS.drop(i + 1).headOption());
      server = exchange.server();
    }
  }

  @Provide
  Arbitrary<SortedMap<Url, Vector<Answer>>> redirectChains() {
    return AnswerGenerators.redirectChains(URLS);
  }

  @Property(seed = "6", tries = 500)
  void servers_answer_every_url_and_some_redirect_in_a_circle(
      @ForAll("servers") SortedMap<Url, Vector<Answer>> web) {
    assertThat(web.keySet()).containsAll(URLS);
    assertThat(web.values()).allMatch(answers -> answers.nonEmpty() && answers.size() <= 3);
    Statistics.collect(isCircle(web, URLS.head(), 20));
    Statistics.coverage(coverage -> coverage.check(true).count(count -> count > 10));
  }

  private static boolean isCircle(SortedMap<Url, Vector<Answer>> web, Url url, int hops) {
    if (hops == 0) return true;
    return web.get(url)
        .flatMap(answers -> WebPart.locations(url, answers.take(1)).headOption())
        .exists(next -> isCircle(web, next, hops - 1));
  }

  @Provide
  Arbitrary<SortedMap<Url, Vector<Answer>>> servers() {
    return AnswerGenerators.servers(URLS);
  }

  @Property(seed = "7", tries = 500)
  void actions_of_every_kind_can_be_tried_in_the_world_that_they_are_made_for(
      @ForAll("runs") Run run, @ForAll long seed) {
    var world = run.worlds().last();
    var action = ActionGenerators.next(new Draws(new Random(seed)), world, URLS);
    var step = Interpreter.step(world, Server.SILENT, action, run.rules());
    assertThat(WellFormedness.problemsOf(step.world())).isEmpty();
    Statistics.label("kinds").collect(action.getClass());
    Statistics.label("done").collect(step.isDone());
    Statistics.label("kinds")
        .coverage(
            coverage ->
                Vector.of(Action.class.getPermittedSubclasses())
                    .forEach(kind -> coverage.check(kind).count(count -> count > 0)));
    Statistics.label("done").coverage(coverage -> coverage.check(true).count(count -> count > 200));
  }

  @Provide
  Arbitrary<Run> runs() {
    return RunGenerators.rawRuns(Vector.of(HtmlStandard.VARIANT));
  }

  @Property(seed = "8", tries = 20)
  void in_a_browser_without_windows_the_user_opens_one(@ForAll("firstActions") Action action) {
    assertThat(action).isInstanceOf(Action.OpenTopLevelTraversable.class);
  }

  @Provide
  Arbitrary<Action> firstActions() {
    return ActionGenerators.actionsIn(World.EMPTY, URLS);
  }
}
