package org.coopcheck.counterexamples.secrecy;

import io.vavr.Function2;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.coopcheck.counterexamples.engine.Encoding;
import org.coopcheck.counterexamples.engine.SuccessorSink;
import org.coopcheck.counterexamples.engine.TransitionSystem;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.WorldEncoding;
import org.coopcheck.counterexamples.secrecy.Knowledge.Possible;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.report.Reports;
import org.coopcheck.model.report.Told;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.ReportingQuestions.OtherUrl;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.secrecy.Glimpse;
import org.coopcheck.properties.secrecy.Glimpse.Heard;
import org.coopcheck.properties.secrecy.OtherRuns;
import org.coopcheck.properties.secrecy.Overheard;
import org.coopcheck.properties.secrecy.Secret;
import org.coopcheck.properties.secrecy.Twins;

/**
 * What the first origin of a universe knows, step by step: a product of all runs that look the same to
 * it. The runs part once, by one secret; from then on the same happens in all of them.
 *
 * <p>Only reports to that origin count, so that whatever only the reports of other origins show is left
 * out: of pages that differ in nothing else one is offered.
 */
final class KnowledgeSystem implements TransitionSystem<Knowledge, String> {
  private final Universe universe;
  private final Variant variant;
  private final Secret secret;
  private final boolean isHasty;
  private final Origin origin;
  private final int lastDepth;
  private final Server server;
  private final WorldEncoding encoding;
  private final TreeSet<Url> leftOut;
  private final boolean tellsRedirects;
  private final Map<Url, Boolean> passing = new HashMap<>();

  /**
   * @param universe the servers and steps
   * @param variant the rules
   * @param secret what the runs part by
   * @param isHasty whether last steps that cannot tell the origin anything are left out
   */
  KnowledgeSystem(Universe universe, Variant variant, Secret secret, boolean isHasty) {
    this.universe = universe;
    this.variant = variant;
    this.secret = secret;
    this.isHasty = isHasty;
    this.origin = universe.tupleOrigins().head();
    this.lastDepth = universe.bound().steps().getOrElse(Integer.MAX_VALUE);
    this.server = new Twins.Serving(universe.server());
    this.encoding = new WorldEncoding(observed(universe.bound()), universe.tupleOrigins());
    this.leftOut = leftOut();
    this.tellsRedirects = tellsRedirects(variant);
  }

  /** All that counts for what may be told; windows are known by their labels. */
  private static Observed observed(Bound bound) {
    var seen = Observed.of(bound, false, TreeSet.empty());
    return new Observed(false, false, true, true, false, false, seen.deadHandles(), false);
  }

  /** Whether it counts for reports who redirected to a document. */
  private static boolean tellsRedirects(Variant variant) {
    var url = Url.of("https://a.example/");
    var plain = Reporter.of(url, url.tupleOrigin().get(), OpenerPolicy.DEFAULT);
    Vector<Origin> strangers = Vector.of(Url.of("https://b.example/").tupleOrigin().get());
    var redirected =
        new Reporter(
            plain.url(), plain.origin(), plain.openerPolicy(), plain.endpoints(), strangers);
    Function2<Reporter, Reporter, Vector<Boolean>> told =
        (reporter, other) ->
            Vector.of(Told.Role.values())
                .map(
                    role ->
                        variant
                            .reporting()
                            .tellsTheUrl()
                            .apply(new OtherUrl(role, reporter, other, false)));
    var without = told.apply(plain, plain);
    return !without.equals(told.apply(redirected, plain))
        || !without.equals(told.apply(plain, redirected));
  }

  /** The origin that is told. */
  Origin origin() {
    return origin;
  }

  // Pages.

  /** Of pages that differ only in what others are told, all but the first. */
  private TreeSet<Url> leftOut() {
    Map<String, Url> first = new HashMap<>();
    TreeSet<Url> more = TreeSet.empty();
    for (Url url : universe.stepsIn(World.EMPTY).flatMap(Action::destination)) {
      var known = first.putIfAbsent(whatItIs(url), url);
      if (known != null) more = more.add(url);
    }
    return more;
  }

  private String whatItIs(Url url) {
    var text = new StringBuilder();
    Option<Url> each = Option.some(url);
    while (each.isDefined()) {
      var at = each.get();
      var response = universe.server().request(at).response();
      text.append(at.tupleOrigin().get()).append(' ');
      each =
          switch (response) {
            case Response.NetworkError error -> {
              text.append("down");
              yield Option.none();
            }
            case Response.Answered answered -> {
              text.append(answered.status()).append(headers(answered)).append(' ');
              yield answered.locationUrl();
            }
          };
    }
    return text.toString();
  }

  private String headers(Response.Answered answered) {
    boolean isTold = answered.url().tupleOrigin().exists(origin::equals);
    return answered
        .headers()
        .fields()
        .reject(field -> field.name().equals("Location"))
        .reject(field -> !isTold && field.name().equals("Reporting-Endpoints"))
        .map(
            field ->
                field.name()
                    + ": "
                    + (isTold ? field.value() : field.value().replaceFirst("; report-to=.*", "")))
        .reject(field -> !isTold && field.endsWith(": unsafe-none"))
        .mkString("; ");
  }

  private Vector<Action> stepsIn(World world, int depth) {
    return universe
        .stepsIn(world, new NavigableId("w" + (depth + 1)), new NavigableId("f" + (depth + 1)))
        .reject(action -> action.destination().exists(leftOut::contains));
  }

  // Steps.

  @Override
  public Knowledge initial() {
    return Knowledge.NONE;
  }

  @Override
  public void forEachSuccessor(Knowledge knowledge, SuccessorSink<Knowledge> sink) {
    var successors = successors(knowledge);
    for (int i = 0; i < successors.size(); i++) sink.accept(i, successors.get(i));
  }

  @Override
  public Option<Knowledge> successor(Knowledge knowledge, int index) {
    var successors = successors(knowledge);
    return Option.when(index < successors.size(), () -> successors.get(index));
  }

  @Override
  public String action(Knowledge knowledge, int index) {
    return "step " + index;
  }

  private Vector<Knowledge> successors(Knowledge knowledge) {
    if (knowledge.isLeak() || knowledge.depth() >= lastDepth) return Vector.empty();
    int depth = knowledge.depth();
    boolean isLast = depth + 1 == lastDepth;
    if (knowledge.isParted()) {
      return knowledge
          .possible()
          .flatMap(each -> stepsIn(each.world(), depth))
          .distinct()
          .filter(action -> !isLast || knowledge.possible().exists(each -> mayTell(each, action)))
          .flatMap(action -> together(knowledge, action));
    }
    var only = knowledge.possible().head();
    var steps = stepsIn(only.world(), depth);
    // A secret of the last step must be told in it.
    if (isLast) return parted(only, steps.filter(action -> mayTell(only, action)));
    return steps.flatMap(action -> known(only, action)).appendAll(parted(only, steps));
  }

  /**
   * Whether the step can tell the origin anything: a report is one of a document that was there or of
   * a response that comes, so that one of them is of the origin; or it is of an access.
   */
  private boolean mayTell(Possible from, Action action) {
    return !isHasty
        || action.destination().filter(Url::isHttp).forAll(this::passesTheOrigin)
        || switch (action) {
          // A script that navigates a window uses its location.
          case Action.Navigate(var target, var by, var url) ->
              by instanceof Actor.Script || shows(from.world(), target);
          case Action.OpenWindow open -> shows(from.world(), open.by());
          default -> true;
        };
  }

  private boolean shows(World world, NavigableId id) {
    return !world.hasNavigable(id) || world.activeDocument(id).origin().equals(origin);
  }

  /** Whether a request for the URL comes by a server of the origin. */
  private boolean passesTheOrigin(Url url) {
    return passing.computeIfAbsent(
        url, first -> chain(first).exists(at -> at.tupleOrigin().exists(origin::equals)));
  }

  private Vector<Url> chain(Url url) {
    return server.request(url).response() instanceof Response.Answered answered
            && answered.locationUrl().isDefined()
        ? chain(answered.locationUrl().get()).prepend(url)
        : Vector.of(url);
  }

  /** A step of which the origin may know all there is. */
  private Option<Knowledge> known(Possible from, Action action) {
    var step =
        Interpreter.step(from.world(), server, action, Rules.unheard(variant, capabilities()));
    return Option.when(
        step.isDone(),
        () ->
            new Knowledge(
                Vector.of(from.after(step.world(), action, false)), false, false, Option.none()));
  }

  /** The same step in all runs. */
  private Vector<Knowledge> together(Knowledge knowledge, Action action) {
    return classes(
        knowledge.possible().map(each -> what(each, Option.some(action), false)),
        knowledge.wasTold());
  }

  /** The runs part. */
  private Vector<Knowledge> parted(Possible from, Vector<Action> steps) {
    return switch (secret) {
      case PATH ->
          steps
              .filter(action -> action.destination().exists(Url::isHttp))
              .flatMap(action -> classes(onOtherPaths(from, action), false));
      case FRAMES_POPUP ->
          steps
              .filter(action -> OtherRuns.isOfAForeignFrame(from.world(), action, origin))
              .flatMap(
                  open ->
                      classes(
                          Vector.of(
                              what(from, Option.none(), false),
                              what(from, Option.some(open), false)),
                          false));
      case NEXT_PAGE ->
          steps
              .filter(action -> OtherRuns.isTheNextPage(from.world(), action, origin))
              .groupBy(action -> ((Action.Navigate) action).target())
              .toVector()
              .map(group -> group._2)
              .flatMap(goes -> classes(goes.map(go -> what(from, Option.some(go), false)), false));
    };
  }

  /** The step, with other paths that the origin cannot know: in its URL, or in redirects. */
  private Vector<What> onOtherPaths(Possible from, Action action) {
    var url = action.destination().get();
    boolean isItsOwn =
        Glimpse.isBy(from.world(), action, origin) || url.tupleOrigin().exists(origin::equals);
    boolean redirects =
        universe.server().request(url).response() instanceof Response.Answered answered
            && answered.locationUrl().isDefined();
    if (isItsOwn && !redirects) return Vector.empty();
    var ways = Vector.of(what(from, Option.some(action), false));
    if (redirects) ways = ways.append(what(from, Option.some(action), true));
    if (!isItsOwn) {
      ways = ways.append(what(from, Option.some(action.goingTo(Twins::of)), false));
    }
    return ways;
  }

  /**
   * What one way to go on comes to.
   *
   * @param run the run after it
   * @param told what the origin is told in it
   * @param glimpse what it sees of it; asked for only if it matters
   */
  private record What(Possible run, Vector<Heard> told, Supplier<Glimpse> glimpse) {}

  private What what(Possible from, Option<Action> action, boolean redirectsToTwins) {
    if (action.isEmpty()) {
      return new What(
          from,
          Vector.empty(),
          () -> Glimpse.ofNothing(from.world(), Overheard.by(origin, server), origin, variant));
    }
    var heard =
        Overheard.by(origin, redirectsToTwins ? new Twins.Redirecting(server, origin) : server);
    var reports = new Reports.Kept();
    var step =
        Interpreter.step(
            from.world(),
            heard,
            action.get(),
            new Rules(variant, capabilities(), Decisions.UNHEARD, reports));
    return new What(
        from.after(step.world(), action.get(), redirectsToTwins),
        Glimpse.told(reports.inOrder(), origin),
        () -> Glimpse.of(from.world(), action.get(), step, origin, variant));
  }

  /** The ways that look the same to the origin, each class with more than one. */
  private Vector<Knowledge> classes(Vector<What> ways, boolean wasTold) {
    if (ways.size() < 2) return Vector.empty();
    boolean isLast = ways.exists(way -> way.run().steps().size() >= lastDepth);
    boolean isSilent = ways.forAll(way -> way.told().equals(ways.head().told()));
    // At the last step nothing but what is told counts.
    if (isLast && isSilent && ways.head().told().isEmpty()) return Vector.empty();
    return inClasses(ways)
        .flatMap(this::ofOneClass)
        .map(each -> wasTold && !each.wasTold() ? told(each) : each);
  }

  private static Vector<Vector<What>> inClasses(Vector<What> ways) {
    Map<Glimpse, Vector<What>> classes = new LinkedHashMap<>();
    for (What way : ways) classes.merge(way.glimpse().get(), Vector.of(way), Vector::appendAll);
    return Vector.ofAll(classes.values());
  }

  private static Knowledge told(Knowledge knowledge) {
    return new Knowledge(knowledge.possible(), true, true, knowledge.leak());
  }

  /** The type of the first report that one run has and the other has not. */
  private static ReportType typeOfTheFirst(Vector<Heard> one, Vector<Heard> other) {
    return one.removeAll(other)
        .appendAll(other.removeAll(one))
        .headOption()
        .getOrElse(() -> one.head())
        .type();
  }

  private Option<Knowledge> ofOneClass(Vector<What> same) {
    var told = same.map(What::told).distinct();
    if (told.size() > 1) {
      var first = same.head();
      var other = same.find(each -> !each.told().equals(first.told())).get();
      return Option.some(
          new Knowledge(
              Vector.of(first.run(), other.run()),
              true,
              true,
              Option.some(typeOfTheFirst(first.told(), other.told()))));
    }
    var runs = same.map(What::run).distinctBy(run -> encoded(run.world()));
    return Option.when(
        runs.size() > 1, () -> new Knowledge(runs, true, !told.head().isEmpty(), Option.none()));
  }

  // What tells knowledge apart.

  @Override
  public void encode(Knowledge knowledge, Encoding to) {
    to.putBoolean(knowledge.isParted());
    to.putString(knowledge.leak().map(ReportType::token).getOrElse(""));
    to.putBoolean(knowledge.wasTold());
    knowledge.possible().map(each -> encoded(each.world())).sorted().forEach(to::putString);
  }

  private String encoded(World world) {
    return new String(encoding.encode(abstracted(world)), StandardCharsets.ISO_8859_1);
  }

  /**
   * The world without what no origin is ever told, or only as far as it can be a secret: of URLs the
   * origin and whether it is a twin, since all else of a document is written down beside it.
   */
  private World abstracted(World world) {
    return world
        .withDocuments(world.documents().mapValues(this::abstracted))
        .withBrowsingContexts(world.browsingContexts().mapValues(KnowledgeSystem::abstracted))
        .withAccessMonitors(
            world
                .accessMonitors()
                .map(each -> each.renamed(id -> id, KnowledgeSystem::abstracted)));
  }

  private Document abstracted(Document document) {
    var less = document.withUrl(abstracted(document.url())).withReferrer(Option.none());
    return tellsRedirects ? less : less.withRedirectOrigins(Vector.empty());
  }

  private static BrowsingContext abstracted(BrowsingContext context) {
    return context
        .withInitialUrl(
            context
                .openerOriginAtCreation()
                .flatMap(any -> context.initialUrl())
                .map(KnowledgeSystem::abstracted))
        .withInitialUrlRequester(Option.none())
        .withCreator(Option.none());
  }

  private static Url abstracted(Url url) {
    if (!url.isHttp()) return url;
    var page = Url.of(url.tupleOrigin().get() + "/");
    return Twins.isTwin(url) ? Twins.of(page) : page;
  }

  private Capabilities capabilities() {
    return universe.bound().capabilities();
  }
}
