package org.coopcheck.properties.secrecy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.action.Step;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Told;
import org.coopcheck.model.report.Told.Role;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * What an origin gets to see of one step without any report: what its servers were asked, what came of
 * what its scripts did, and what its scripts can see afterwards.
 *
 * @param requests the URLs that its servers were asked for
 * @param outcome what came of the step, if a document of the origin took it
 * @param view what its documents see
 */
public record Glimpse(Vector<Url> requests, Option<String> outcome, Vector<Object> view) {

  /**
   * @param before the world before the step
   * @param action the step
   * @param step what came of it, from servers that are {@link Overheard} by the origin
   * @param origin the origin
   * @param variant the rules
   */
  public static Glimpse of(World before, Action action, Step step, Origin origin, Variant variant) {
    return new Glimpse(
        requests(step.server()),
        Option.when(isBy(before, action, origin), () -> outcome(step.outcome())),
        view(step.world(), origin, variant));
  }

  /** What it gets to see of a step that is not taken. */
  public static Glimpse ofNothing(World world, Server server, Origin origin, Variant variant) {
    return new Glimpse(requests(server), Option.none(), view(world, origin, variant));
  }

  private static Vector<Url> requests(Server server) {
    return server instanceof Overheard overheard ? overheard.requests() : Vector.empty();
  }

  /** Whether a document of the origin does it. */
  public static boolean isBy(World before, Action action, Origin origin) {
    return actor(action)
        .filter(before::hasNavigable)
        .map(before::activeDocument)
        .exists(document -> document.origin().isSameOriginWith(origin));
  }

  private static Option<NavigableId> actor(Action action) {
    return switch (action) {
      case Action.OpenTopLevelTraversable a -> Option.none();
      case Action.InsertIframe a -> Option.some(a.in());
      case Action.OpenWindow a -> Option.some(a.by());
      case Action.Navigate(var target, var by, var url) -> actor(target, by);
      case Action.Traverse a -> Option.none();
      case Action.Reload a -> Option.none();
      case Action.Close(var target, var by) -> actor(target, by);
      case Action.UseProperty a -> Option.some(a.by());
      case Action.UseDom a -> Option.some(a.by());
      case Action.SetName a -> Option.some(a.target());
      case Action.FindByName a -> Option.some(a.by());
      case Action.PushState a -> Option.some(a.target());
      case Action.OpenDocument a -> Option.some(a.by());
    };
  }

  private static Option<NavigableId> actor(NavigableId target, Actor by) {
    return switch (by) {
      case Actor.User user -> Option.none();
      case Actor.Itself itself -> Option.some(target);
      case Actor.Script(var script) -> Option.some(script);
    };
  }

  /** How far a window went is not for its opener to see, but for what it sees afterwards. */
  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotDone notDone -> "not done";
      case Outcome.Done done -> "done";
      case Outcome.Navigated navigated -> "done";
      case Outcome.Opened opened -> opened.isReturned() ? "returned" : "null";
      case Outcome.Used used -> used.isAllowed() ? "allowed" : "refused";
      case Outcome.Found found -> found.window().toString();
    };
  }

  // What its documents see.

  private static Vector<Object> view(World world, Origin origin, Variant variant) {
    return world
        .fullyActiveDocuments()
        .filter(document -> document.origin().isSameOriginWith(origin))
        .map(document -> view(world, document, variant));
  }

  private static Object view(World world, Document document, Variant variant) {
    var id = world.navigableOf(document);
    return Vector.of(
        id,
        document.url(),
        document.referrer(),
        world.navigable(id).targetName(),
        Access.opener(world, document),
        Access.handlesOf(world, document)
            .map(handle -> Vector.of(handle.navigable(), (Object) Access.isOpen(world, handle))),
        Access.reachableFrom(world, document, variant)
            .toVector()
            .map(window -> view(world, document, window, variant)));
  }

  /** A window that the document's scripts can come by. */
  private static Object view(World world, Document document, NavigableId window, Variant variant) {
    var there = world.activeDocument(window);
    boolean canScript = Access.canScript(world, document, there, variant);
    return Vector.of(
        window,
        Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES.filter(
            name -> Access.allows(world, document, there, name, variant)),
        world.childNavigables(there.id()).size(),
        Option.when(canScript, there.url()));
  }

  // What it is told.

  /**
   * A report that an endpoint of the origin gets.
   *
   * @param type its type
   * @param text what it says, but for referrers
   */
  public record Heard(ReportType type, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * What the origin's endpoints are told, without referrers: its servers had those with the request.
   *
   * @param reports the reports of a step
   * @param origin the origin
   */
  public static Vector<Heard> told(Vector<Report> reports, Origin origin) {
    return reports
        .filter(
            report -> report.isDelivered() && report.reporter().origin().isSameOriginWith(origin))
        .map(report -> new Heard(report.type(), withoutReferrer(report)));
  }

  private static String withoutReferrer(Report report) {
    var referrer =
        report
            .told()
            .filter(told -> told.role() == Role.REFERRER)
            .flatMap(Told::url)
            .map(Url::toString)
            .headOption();
    return "%s to %s: %s"
        .formatted(
            report.url(),
            report.endpoint().getOrElse("null"),
            report
                .body()
                .map(
                    member ->
                        member._1
                            + " "
                            + (member._2.isDefined() && member._2.equals(referrer)
                                ? "(referrer)"
                                : member._2.getOrElse("null")))
                .mkString(", "));
  }
}
