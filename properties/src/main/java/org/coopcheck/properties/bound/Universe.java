package org.coopcheck.properties.bound;

import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.window.Sandboxing;
import org.coopcheck.model.world.AccessMonitor;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * All servers and all steps of a bound.
 *
 * <p>Every URL always answers the same, and says in its path what that is. What is offered is what
 * can make a difference: an HTTP(S) navigation is not offered once for every window that could start
 * it, since nothing of the world depends on who did; only reports tell.
 */
public final class Universe {
  private static final Vector<String> HOSTS =
      Vector.of("a.example", "b.example", "sub.a.example", "c.example", "sub.b.example");
  private static final String PAGE_POLICY = "Cross-Page-Window-Proxy-Policy";
  private static final String PAGE_POLICY_VALUE = "closed-opener-postMessage";
  private static final String EMBEDDER_POLICY = "Cross-Origin-Embedder-Policy";
  private static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";
  private static final String OPENER_POLICY_REPORT_ONLY = "Cross-Origin-Opener-Policy-Report-Only";
  private static final String ENDPOINT = "e";
  private static final String CSP = "Content-Security-Policy";
  private static final String SANDBOX = "sandbox allow-scripts allow-popups";
  private static final Vector<String> NAMES = Vector.of("n");

  /** The most origins that a bound can ask for. */
  public static final int MOST_ORIGINS = HOSTS.size();

  private final Bound bound;
  private final boolean isATrial;
  private final Vector<Url> origins;
  private final Vector<Url> firstPages;
  private final Vector<Url> pages;
  private final Vector<Url> frames;
  private final SortedMap<Url, Vector<Answer>> answers;

  /**
   * @param bound how far it goes
   */
  public Universe(Bound bound) {
    this(bound, false);
  }

  /**
   * The servers of somebody who tries policies before they are enforced: no response enforces an
   * opener policy, unless there may be both, and nobody looks at the URLs that reports tell.
   *
   * <p>NB: what that somebody asks for depends neither on who starts a navigation nor on where a
   * window has been that was alone, and of two origins that are not same site it does not matter
   * which is the first. So such steps are offered once.
   *
   * @param bound how far it goes
   */
  public static Universe ofATrial(Bound bound) {
    return new Universe(bound, true);
  }

  private Universe(Bound bound, boolean isATrial) {
    this.bound = bound;
    this.isATrial = isATrial;
    this.origins = HOSTS.take(bound.origins()).map(host -> Url.of("https://" + host + "/"));
    var plain = plainPages();
    var last = plain.appendAll(specialPages());
    var redirects = redirects(last, bound.redirects());
    var ofFrames = framePages();
    this.pages = last.appendAll(redirects).map(Page::url);
    boolean areOriginsAlike = origins.size() == 2;
    this.firstPages =
        isATrial
            ? last.map(Page::url).filter(url -> !areOriginsAlike || isAt(origins.head(), url))
            : pages;
    this.frames = ofFrames.map(Page::url);
    this.answers =
        last.appendAll(redirects)
            .appendAll(ofFrames)
            .foldLeft(
                TreeMap.empty(),
                (map, page) -> map.put(page.url().withoutFragment(), Vector.of(page.answer())));
  }

  private static boolean isAt(Url origin, Url url) {
    return url.tupleOrigin().equals(origin.tupleOrigin());
  }

  private record Page(Url url, Answer answer) {}

  // Servers.

  private Vector<Page> plainPages() {
    return origins.flatMap(
        origin -> policies().map(policy -> page(origin, policy.path(), policy.headersAt(origin))));
  }

  /**
   * The headers that set an opener policy.
   *
   * @param path says which, in a URL
   * @param headers the headers, without an endpoint
   * @param reporting the header that names an endpoint, if one does
   */
  private record Policy(String path, HeaderList headers, Option<String> reporting) {

    HeaderList headersAt(Url origin) {
      return reporting.fold(() -> headers, name -> withEndpoint(name, origin));
    }

    private HeaderList withEndpoint(String name, Url origin) {
      String value = headers.get(name).getOrElse(UNSAFE_NONE.token());
      return headers
          .without(field -> field.name().equals(name))
          .with(name, value + "; report-to=\"" + ENDPOINT + "\"")
          .with("Reporting-Endpoints", ENDPOINT + "=\"" + at(origin, "reports") + "\"");
    }
  }

  /** Those that are enforced; with endpoints, also a page that has no policy and no endpoint. */
  private Vector<Policy> policies() {
    var plain = bound.values().map(value -> new Policy(word(value), headers(value), Option.none()));
    if (isATrial) {
      return bound.offers(StepKind.BOTH_POLICIES)
          ? plain
          : plain.filter(policy -> policy.headers().equals(HeaderList.EMPTY));
    }
    return bound.offers(StepKind.REPORT_ENDPOINT)
        ? plain
            .filter(policy -> policy.headers().equals(HeaderList.EMPTY))
            .appendAll(
                bound
                    .values()
                    .map(
                        value ->
                            new Policy(
                                "reported/" + word(value),
                                headers(value),
                                Option.some(OPENER_POLICY))))
        : plain;
  }

  /** Those that are report-only; with endpoints, also one that tries nothing but has an endpoint. */
  private Vector<Policy> reportOnlyPolicies() {
    if (!bound.offers(StepKind.REPORT_ONLY)) return Vector.empty();
    var reporting = Option.when(bound.offers(StepKind.REPORT_ENDPOINT), OPENER_POLICY_REPORT_ONLY);
    var alone =
        bound
            .values()
            .filter(value -> value != UNSAFE_NONE || reporting.isDefined())
            .map(
                value ->
                    new Policy("report-only/" + word(value), reportOnlyHeaders(value), reporting));
    return bound.offers(StepKind.BOTH_POLICIES) ? alone.appendAll(besidesOthers(alone)) : alone;
  }

  /** The same where another value is enforced. */
  private Vector<Policy> besidesOthers(Vector<Policy> reportOnly) {
    return bound
        .values()
        .filter(value -> value != UNSAFE_NONE)
        .flatMap(
            value ->
                reportOnly.map(
                    policy ->
                        new Policy(
                            policy.path() + "/besides/" + word(value),
                            HeaderList.of(
                                policy.headers().fields().appendAll(headers(value).fields())),
                            policy.reporting())));
  }

  private Vector<Page> specialPages() {
    return origins.flatMap(
        origin ->
            Vector.<Page>empty()
                .appendAll(
                    offered(StepKind.ERROR, new Page(at(origin, "down"), new Answer.Nothing())))
                .appendAll(
                    bound.offers(StepKind.CSP_SANDBOX)
                        ? bound
                            .values()
                            .map(
                                value ->
                                    page(
                                        origin,
                                        word(value) + "/sandboxed",
                                        headers(value).with(CSP, SANDBOX)))
                        : Vector.empty())
                .appendAll(
                    reportOnlyPolicies()
                        .map(policy -> page(origin, policy.path(), policy.headersAt(origin))))
                .appendAll(
                    bound.offers(StepKind.PAGE_POLICY)
                        ? bound
                            .values()
                            .map(
                                value ->
                                    page(
                                        origin,
                                        "page-policy/" + word(value),
                                        headers(value).with(PAGE_POLICY, PAGE_POLICY_VALUE)))
                            .append(
                                page(
                                    origin,
                                    "page-policy/embeddable",
                                    HeaderList.of(
                                        PAGE_POLICY,
                                        PAGE_POLICY_VALUE,
                                        EMBEDDER_POLICY,
                                        "require-corp")))
                        : Vector.empty())
                .appendAll(
                    bound.offers(StepKind.EMBEDDER_POLICY)
                        ? bound
                            .values()
                            .filter(value -> !headers(value).contains(EMBEDDER_POLICY))
                            .map(
                                value ->
                                    page(
                                        origin,
                                        word(value) + "/embedder-policy",
                                        headers(value).with(EMBEDDER_POLICY, "require-corp")))
                        : Vector.empty())
                .appendAll(
                    offered(
                        StepKind.ORIGIN_AGENT_CLUSTER,
                        page(
                            origin, "origin-keyed", HeaderList.of("Origin-Agent-Cluster", "?1")))));
  }

  private Vector<Page> framePages() {
    return origins.flatMap(
        origin ->
            Vector.of(
                page(origin, "frame", HeaderList.EMPTY),
                page(
                    origin,
                    "frame/embeddable",
                    HeaderList.of(
                        EMBEDDER_POLICY,
                        "require-corp",
                        "Cross-Origin-Resource-Policy",
                        "cross-origin"))));
  }

  private Vector<Page> redirects(Vector<Page> targets, int hops) {
    if (hops == 0) return Vector.empty();
    var shorter = redirects(targets, hops - 1);
    var longest = shorter.isEmpty() ? targets : shorter;
    return shorter.appendAll(
        origins.flatMap(
            origin ->
                policies()
                    .appendAll(reportOnlyPolicies())
                    .flatMap(
                        policy ->
                            longest.flatMap(target -> redirects(origin, policy, target.url())))));
  }

  private Vector<Page> redirects(Url origin, Policy policy, Url target) {
    var headers = policy.headersAt(origin);
    var plain = redirect(origin, policy.path(), headers, target);
    return bound.offers(StepKind.CSP_SANDBOX)
        ? Vector.of(
            plain,
            redirect(origin, policy.path() + "/sandboxed", headers.with(CSP, SANDBOX), target))
        : Vector.of(plain);
  }

  private static Page redirect(Url origin, String path, HeaderList headers, Url target) {
    return new Page(
        at(origin, path + "/then/" + target.toString().substring("https://".length())),
        new Answer.Served(302, headers.with("Location", target.toString())));
  }

  private static Page page(Url origin, String path, HeaderList headers) {
    return new Page(at(origin, path), new Answer.Served(200, headers));
  }

  private static Url at(Url origin, String path) {
    return Url.of(origin + path);
  }

  private static String word(OpenerPolicyValue value) {
    return value.token();
  }

  private static HeaderList headers(OpenerPolicyValue value) {
    if (value == UNSAFE_NONE) return HeaderList.EMPTY;
    var asked = value.withoutCoep();
    return asked == value
        ? HeaderList.of(OPENER_POLICY, value.token())
        : HeaderList.of(OPENER_POLICY, asked.token(), EMBEDDER_POLICY, "require-corp");
  }

  private static HeaderList reportOnlyHeaders(OpenerPolicyValue value) {
    if (value == UNSAFE_NONE) return HeaderList.EMPTY;
    var asked = value.withoutCoep();
    return asked == value
        ? HeaderList.of(OPENER_POLICY_REPORT_ONLY, value.token())
        : HeaderList.of(
            OPENER_POLICY_REPORT_ONLY,
            asked.token(),
            "Cross-Origin-Embedder-Policy-Report-Only",
            "require-corp");
  }

  private <T> Vector<T> offered(StepKind kind, T thing) {
    return bound.offers(kind) ? Vector.of(thing) : Vector.empty();
  }

  /** The bound. */
  public Bound bound() {
    return bound;
  }

  /** The servers. */
  public ScriptedServer server() {
    return new ScriptedServer(answers);
  }

  /** The origins, in order. */
  public Vector<TupleOrigin> tupleOrigins() {
    return origins.map(url -> url.tupleOrigin().get());
  }

  // Steps.

  /**
   * The steps that can be tried in the world, in one fixed order. Most of them can be done; the
   * interpreter has the last word.
   */
  public Vector<Action> stepsIn(World world) {
    return stepsIn(world, unusedLabel(world, "w"), unusedLabel(world, "f"));
  }

  /**
   * The same, for somebody who knows more than this world.
   *
   * @param world the world
   * @param window names a window that is opened
   * @param frame names a frame that is inserted
   */
  public Vector<Action> stepsIn(World world, NavigableId window, NavigableId frame) {
    return Vector.<Action>empty()
        .appendAll(tabs(world, window))
        .appendAll(opens(world, window))
        .appendAll(navigations(world))
        .appendAll(localNavigations(world))
        .appendAll(iframes(world, frame))
        .appendAll(names(world))
        .appendAll(accesses(world))
        .appendAll(documentChanges(world))
        .appendAll(historyMoves(world))
        .appendAll(closes(world));
  }

  /** Whether the action is one of the steps, by whatever label it calls what it makes. */
  public boolean offers(World world, Action action) {
    var made = action.made().getOrElse(unusedLabel(world, "w"));
    return stepsIn(world, made, made).contains(action);
  }

  private boolean hasRoomForAWindow(World world) {
    return world.topLevelTraversables().size() < bound.windows();
  }

  private Vector<Action> tabs(World world, NavigableId label) {
    boolean isOffered =
        world.navigables().isEmpty() || (bound.offers(StepKind.TAB) && hasRoomForAWindow(world));
    return isOffered
        ? (world.navigables().isEmpty() ? firstPages : pages)
            .map(url -> new Action.OpenTopLevelTraversable(label, url))
        : Vector.empty();
  }

  private Vector<NavigableId> actors(World world) {
    return world
        .fullyActiveDocuments()
        .filter(document -> Sandboxing.hasScripts(world, document))
        .map(world::navigableOf);
  }

  private Vector<Action> opens(World world, NavigableId label) {
    if (!bound.offers(StepKind.OPEN) || !hasRoomForAWindow(world)) return Vector.empty();
    var urls = pages.map(Option::some).prepend(Option.none());
    var features = Vector.of("").appendAll(offered(StepKind.NOOPENER, "noopener"));
    var targets =
        Vector.of("_blank").appendAll(bound.offers(StepKind.NAME) ? NAMES : Vector.empty());
    return actors(world)
        .flatMap(
            by ->
                features.flatMap(
                    feature ->
                        targets.flatMap(
                            target ->
                                urls.map(
                                    url ->
                                        new Action.OpenWindow(label, by, url, target, feature)))));
  }

  private Vector<Action> navigations(World world) {
    if (!bound.offers(StepKind.NAVIGATE)) return Vector.empty();
    return world
        .topLevelTraversables()
        .flatMap(
            window -> {
              // The address bar, where there is no document that could navigate itself.
              Actor by =
                  world.activeDocument(window.id()).error().isDefined()
                      ? new Actor.User()
                      : new Actor.Itself();
              return pages.map(url -> (Action) new Action.Navigate(window.id(), by, url));
            })
        .appendAll(navigationsByOthers(world));
  }

  /** Reports tell who started a navigation, so that it counts. */
  private Vector<Action> navigationsByOthers(World world) {
    if (isATrial || !bound.offers(StepKind.REPORT_ENDPOINT)) return Vector.empty();
    return actors(world)
        .flatMap(
            by ->
                reachableWindows(world, by)
                    .filter(target -> world.navigable(target).isTopLevelTraversable())
                    .reject(by::equals)
                    .flatMap(target -> pages.map(url -> navigation(target, by, url))));
  }

  /** One property stands for all that are reported in the same way. */
  private Vector<Action> accesses(World world) {
    if (!bound.offers(StepKind.ACCESS)) return Vector.empty();
    return actors(world)
        .flatMap(
            by ->
                touchable(world, by)
                    .flatMap(
                        target ->
                            properties()
                                .map(
                                    property ->
                                        new Action.UseProperty(
                                            target, by, property, Option.none(), Option.none()))));
  }

  /** The windows that a script has a handle on, also one left behind, or was cut off from. */
  private static Vector<NavigableId> touchable(World world, NavigableId by) {
    var own = world.topLevelBrowsingContext(world.activeBrowsingContext(by)).id();
    var cutOffFrom =
        world
            .accessMonitors()
            .toVector()
            .filter(monitor -> monitor.isOnWhatItIsCutOffFrom(own))
            .map(AccessMonitor::accessed)
            .filter(world::isPresented)
            .map(id -> world.browsingContext(id).navigable());
    return Access.handlesOf(world, world.activeDocument(by))
        .map(handle -> handle.navigable())
        .filter(world::hasNavigable)
        .appendAll(cutOffFrom)
        .distinct();
  }

  /** In a COOP group {@code postMessage} always works. */
  private Vector<String> properties() {
    return bound.values().contains(OpenerPolicyValue.RESTRICT_PROPERTIES)
        ? Vector.of("postMessage", "length")
        : Vector.of("postMessage");
  }

  private Vector<Action> localNavigations(World world) {
    var urls =
        Vector.<Url>empty()
            .appendAll(offered(StepKind.ABOUT_BLANK, Url.ABOUT_BLANK))
            .appendAll(
                offered(StepKind.JAVASCRIPT, Url.of("javascript:'made by a javascript: URL'")));
    return actors(world)
        .flatMap(
            by ->
                reachableWindows(world, by)
                    .prepend(by)
                    .flatMap(
                        target ->
                            urls.appendAll(blobUrls(world, by))
                                .map(url -> navigation(target, by, url))));
  }

  private static Action navigation(NavigableId target, NavigableId by, Url url) {
    return new Action.Navigate(
        target, by.equals(target) ? new Actor.Itself() : new Actor.Script(by), url);
  }

  private Vector<Url> blobUrls(World world, NavigableId by) {
    if (!bound.offers(StepKind.BLOB)) return Vector.empty();
    return world.activeDocument(by).origin() instanceof TupleOrigin origin
        ? Vector.of(Url.of("blob:" + origin + "/1"))
        : Vector.empty();
  }

  private static Vector<NavigableId> reachableWindows(World world, NavigableId by) {
    return Access.handlesOf(world, world.activeDocument(by))
        .filter(handle -> Access.isOpen(world, handle))
        .map(handle -> handle.navigable());
  }

  private Vector<Action> iframes(World world, NavigableId label) {
    long there = world.navigables().values().count(each -> !each.isTopLevelTraversable());
    if (!bound.offers(StepKind.IFRAME) || there >= bound.frames()) return Vector.empty();
    var sandboxes =
        Vector.of(Option.<String>none())
            .appendAll(
                bound.offers(StepKind.SANDBOX)
                    ? Vector.of(
                            "allow-scripts allow-popups allow-same-origin",
                            "allow-scripts allow-popups")
                        .map(Option::some)
                    : Vector.empty());
    var allows =
        Vector.of(Option.<String>none())
            .appendAll(offered(StepKind.DELEGATION, Option.some("cross-origin-isolated")));
    return world
        .fullyActiveDocuments()
        .filter(
            document ->
                document.error().isEmpty()
                    && (!document.isInitialAboutBlank() || bound.offers(StepKind.INITIAL_IFRAME)))
        .map(world::navigableOf)
        .flatMap(
            in ->
                sandboxes.flatMap(
                    sandbox ->
                        allows.flatMap(
                            allow ->
                                frames.map(
                                    url ->
                                        new Action.InsertIframe(
                                            label, in, url, sandbox, allow, false)))));
  }

  private Vector<Action> names(World world) {
    if (!bound.offers(StepKind.NAME)) return Vector.empty();
    var all = actors(world);
    var set = all.flatMap(by -> NAMES.map(name -> (Action) new Action.SetName(by, name)));
    var find = all.flatMap(by -> NAMES.map(name -> (Action) new Action.FindByName(by, by, name)));
    return set.appendAll(find);
  }

  private Vector<Action> documentChanges(World world) {
    var open =
        bound.offers(StepKind.DOCUMENT_OPEN)
            ? actors(world)
                .flatMap(
                    by ->
                        reachableWindows(world, by)
                            .prepend(by)
                            .map(target -> (Action) new Action.OpenDocument(target, by)))
            : Vector.<Action>empty();
    var push =
        bound.offers(StepKind.PUSH_STATE)
            ? actors(world)
                .filter(by -> world.activeDocument(by).url().isHttp())
                .map(
                    by ->
                        (Action)
                            new Action.PushState(
                                by, Url.of(world.activeDocument(by).url() + "#pushed")))
            : Vector.<Action>empty();
    return open.appendAll(push);
  }

  private Vector<Action> historyMoves(World world) {
    var windows = world.topLevelTraversables();
    var traverse =
        bound.offers(StepKind.TRAVERSE)
            ? windows.flatMap(
                window ->
                    Vector.of(-1, 1)
                        .filter(
                            delta ->
                                window.current() + delta >= 0
                                    && window.current() + delta < window.history().size())
                        .map(delta -> (Action) new Action.Traverse(window.id(), delta)))
            : Vector.<Action>empty();
    var reload =
        bound.offers(StepKind.RELOAD)
            ? windows.map(window -> (Action) new Action.Reload(window.id()))
            : Vector.<Action>empty();
    return traverse.appendAll(reload);
  }

  private Vector<Action> closes(World world) {
    return bound.offers(StepKind.CLOSE)
        ? world
            .topLevelTraversables()
            .map(window -> new Action.Close(window.id(), new Actor.User()))
        : Vector.empty();
  }

  private static NavigableId unusedLabel(World world, String prefix) {
    int number = 1;
    while (world.hasNavigable(new NavigableId(prefix + number))) number++;
    return new NavigableId(prefix + number);
  }
}
