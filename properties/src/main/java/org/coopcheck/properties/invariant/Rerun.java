package org.coopcheck.properties.invariant;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.SandboxDirectives;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.report.Reports;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.World;

/**
 * The run that led to a world, to be taken once more with servers that send something else. A world
 * tells its run if windows and frames were only made, never navigated again: whatever there is was
 * made in the order of its number. That the steps lead to that very world is tried first; if they do
 * not, there is no answer.
 */
public final class Rerun {
  private static final Vector<String> SANDBOXES =
      Vector.of("allow-scripts allow-popups allow-same-origin", "allow-scripts allow-popups");

  private final Vector<Action> steps;
  private final Server server;
  private final Variant variant;
  private final Capabilities capabilities;

  private Rerun(Vector<Action> steps, Server server, Variant variant, Capabilities capabilities) {
    this.steps = steps;
    this.server = server;
    this.variant = variant;
    this.capabilities = capabilities;
  }

  /** The run to the world before the step, if it can be told. */
  public static Option<Rerun> before(Moment moment) {
    return to(moment.before(), moment);
  }

  /** The run to the world after the step, if it can be told. */
  public static Option<Rerun> of(Moment moment) {
    return to(moment.world(), moment);
  }

  private static Option<Rerun> to(World world, Moment moment) {
    var rerun = new Rerun(stepsTo(world), moment.server(), moment.variant(), moment.capabilities());
    return Option.of(rerun).filter(run -> run.leadsTo(world));
  }

  // NB: accesses change nothing but which monitors are left.
  private boolean leadsTo(World world) {
    return with(Response.Answered::headers)
        .world()
        .withAccessMonitors(world.accessMonitors())
        .equals(world);
  }

  /**
   * How a run ended.
   *
   * @param world the world
   * @param reports all reports of the run
   */
  public record End(World world, Vector<Report> reports) {}

  /**
   * Takes the run with other servers.
   *
   * @param headers what they send in the place of a response's headers
   */
  public End with(Function1<Response.Answered, HeaderList> headers) {
    var servers = new Sending(server, headers);
    var reports = new Reports.Kept();
    var rules = new Rules(variant, capabilities, Decisions.UNHEARD, reports);
    var world = World.EMPTY;
    for (Action step : steps) world = Interpreter.step(world, servers, step, rules).world();
    return new End(world, reports.inOrder());
  }

  /** Takes the run with servers that enforce what they only reported. */
  public End enforced() {
    return with(response -> enforced(response.headers()));
  }

  /** Headers with each report-only policy in the place of the policy that is enforced. */
  public static HeaderList enforced(HeaderList headers) {
    return Vector.of("Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy")
        .foldLeft(
            headers,
            (all, name) ->
                all.get(name + "-Report-Only")
                    .map(
                        value -> all.without(name).without(name + "-Report-Only").with(name, value))
                    .getOrElse(all));
  }

  private record Sending(Server server, Function1<Response.Answered, HeaderList> headers)
      implements Server {
    @Override
    public Exchange request(Url url) {
      var exchange = server.request(url);
      var response =
          switch (exchange.response()) {
            case Response.Answered answered ->
                new Response.Answered(answered.url(), answered.status(), headers.apply(answered));
            case Response.NetworkError error -> error;
          };
      return new Exchange(response, new Sending(exchange.server(), headers));
    }
  }

  // What was done.

  private static Vector<Action> stepsTo(World world) {
    var made =
        world
            .navigables()
            .values()
            .toVector()
            .sortBy(each -> world.activeBrowsingContext(each.id()).id())
            .map(each -> making(world, each));
    return made.appendAll(world.fullyActiveDocuments().flatMap(each -> searches(world, each)));
  }

  private static Action making(World world, Navigable each) {
    var context = world.activeBrowsingContext(each.id());
    var document = world.activeDocument(each.id());
    if (each.container().isDefined()) {
      var container = each.container().get();
      return new Action.InsertIframe(
          each.id(),
          world.navigableOf(world.document(container.nodeDocument())),
          document.url(),
          SANDBOXES.find(
              words ->
                  SandboxDirectives.parseASandboxingDirective(words)
                      .equals(container.sandboxingFlags())),
          container.allow(),
          container.isCredentialless());
    }
    return context
        .creator()
        .filter(world::isPresented)
        .map(
            creator ->
                (Action)
                    new Action.OpenWindow(
                        each.id(),
                        world.browsingContext(creator).navigable(),
                        context.initialUrl(),
                        each.targetName().isEmpty() ? "_blank" : each.targetName(),
                        ""))
        .getOrElse(() -> new Action.OpenTopLevelTraversable(each.id(), document.url()));
  }

  private static Vector<Action> searches(World world, Document document) {
    return document
        .handles()
        .toVector()
        .filter(handle -> handle.obtained() == Handle.Obtained.FIND)
        .filter(handle -> world.hasNavigable(handle.navigable()))
        .map(
            handle ->
                new Action.FindByName(
                    world.navigableOf(document),
                    world.navigableOf(document),
                    world.navigable(handle.navigable()).targetName()));
  }
}
