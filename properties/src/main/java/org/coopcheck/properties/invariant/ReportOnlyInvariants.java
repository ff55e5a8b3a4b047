package org.coopcheck.properties.invariant;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.EmbedderPolicyValue;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;

/** What report-only headers promise: to change nothing. */
public final class ReportOnlyInvariants {
  private ReportOnlyInvariants() {}

  /** B7. */
  public static final Invariant REPORT_ONLY_IS_INERT =
      new Invariant(
          "report-only-is-inert",
          "B7",
          "A step leads to the same world, but for report-only policies and virtual browsing"
              + " context group IDs, as it would if no response and no document had a report-only"
              + " policy.",
          Source.html("browsers.html#the-headers"),
          Sight.STEP,
          TreeSet.of(StepKind.REPORT_ONLY),
          moment -> {
            if (!speaksOfReportOnly(moment)) return Option.none();
            var rules = Rules.unheard(moment.variant(), moment.capabilities());
            var without =
                Interpreter.step(
                        EnforcedPart.of(moment.before()),
                        new WithoutReportOnly(moment.server()),
                        moment.action(),
                        rules)
                    .world();
            return shape(moment.world()).equals(shape(without))
                ? Option.none()
                : Option.some(
                    new Violation(
                        "without report-only policies the step leads to %s, with them to %s"
                            .formatted(groups(without), groups(moment.world())),
                        moment.world().topLevelTraversables().map(each -> each.id())));
          },
          "a navigation stays in its group, but would leave it if the report-only policies were"
              + " enforced",
          moment ->
              moment.world().nextNumber() > moment.before().nextNumber()
                  && moment
                      .world()
                      .browsingContexts()
                      .values()
                      .exists(each -> each.virtualBrowsingContextGroupId() != 0));

  private static boolean speaksOfReportOnly(Moment moment) {
    return moment.world().documents().values().exists(ReportOnlyInvariants::hasReportOnly)
        || moment.before().documents().values().exists(ReportOnlyInvariants::hasReportOnly)
        || moment
            .world()
            .browsingContexts()
            .values()
            .exists(each -> each.virtualBrowsingContextGroupId() != 0);
  }

  private static boolean hasReportOnly(Document document) {
    return document.openerPolicy().reportOnlyValue() != OpenerPolicyValue.UNSAFE_NONE
        || document.policyContainer().embedderPolicy().reportOnlyValue()
            != EmbedderPolicyValue.UNSAFE_NONE;
  }

  /** Servers that send no report-only field. */
  private record WithoutReportOnly(Server server) implements Server {
    @Override
    public Exchange request(Url url) {
      var exchange = server.request(url);
      var response =
          switch (exchange.response()) {
            case Response.Answered(var at, var status, var headers) ->
                new Response.Answered(at, status, withoutReportOnly(headers));
            case Response.NetworkError error -> error;
          };
      return new Exchange(response, new WithoutReportOnly(exchange.server()));
    }

    private static HeaderList withoutReportOnly(HeaderList headers) {
      return headers.without(
          field -> field.name().toLowerCase(java.util.Locale.ROOT).endsWith("-report-only"));
    }
  }

  /**
   * What the two worlds must agree on. Numbers may differ, since a virtual browsing context group
   * takes one; what is compared is who is together with whom and what each document is.
   */
  private static Vector<Object> shape(World world) {
    var enforced = EnforcedPart.of(world);
    var groupsInOrder =
        enforced
            .navigables()
            .values()
            .map(each -> enforced.groupOf(enforced.activeDocument(each.id())).id())
            .toVector();
    return enforced
        .navigables()
        .values()
        .map(
            each -> {
              var document = enforced.activeDocument(each.id());
              var context = enforced.browsingContext(document.browsingContext());
              return (Object)
                  Vector.of(
                      each.id(),
                      each.targetName(),
                      groupsInOrder.indexOf(enforced.groupOf(document).id()),
                      enforced.groupOf(document).crossOriginIsolationMode(),
                      document.url(),
                      document.origin().toString().startsWith("opaque")
                          ? "opaque"
                          : document.origin(),
                      document.isInitialAboutBlank(),
                      document.openerPolicy(),
                      document.policyContainer(),
                      document.activeSandboxingFlags(),
                      document.permissionsPolicy(),
                      document.error(),
                      context
                          .opener()
                          .filter(enforced::isPresented)
                          .map(enforced::browsingContext)
                          .map(BrowsingContext::navigable),
                      context.isAuxiliary());
            })
        .toVector();
  }

  private static String groups(World world) {
    return world
        .topLevelTraversables()
        .map(each -> each.id())
        .groupBy(id -> world.groupOf(world.activeDocument(id)).id())
        .values()
        .map(ids -> ids.sorted().mkString("{", ", ", "}"))
        .toVector()
        .sorted()
        .mkString(" ");
  }
}
