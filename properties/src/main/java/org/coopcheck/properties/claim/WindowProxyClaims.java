package org.coopcheck.properties.claim;

import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.bound.StepKind.DELEGATION;
import static org.coopcheck.properties.bound.StepKind.EMBEDDER_POLICY;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.ORIGIN_AGENT_CLUSTER;
import static org.coopcheck.properties.bound.StepKind.PAGE_POLICY;
import static org.coopcheck.properties.claim.Ledger.ALL;
import static org.coopcheck.properties.claim.Ledger.ANY;
import static org.coopcheck.properties.claim.Ledger.LOGICAL;
import static org.coopcheck.properties.claim.Ledger.NEITHER;
import static org.coopcheck.properties.claim.Ledger.PAGES_ONLY;
import static org.coopcheck.properties.claim.Ledger.claim;
import static org.coopcheck.properties.claim.Ledger.on;
import static org.coopcheck.properties.claim.Properties.always;
import static org.coopcheck.properties.claim.Properties.never;
import static org.coopcheck.properties.claim.Situations.canScript;
import static org.coopcheck.properties.claim.Situations.isOneProcess;
import static org.coopcheck.properties.claim.Situations.isSameOrigin;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.CrossPageWindowProxyPolicy;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.claim.Properties.Case;
import org.coopcheck.properties.claim.Properties.Heading;
import org.coopcheck.properties.claim.Situations.Opening;
import org.coopcheck.properties.invariant.GroupInvariants;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.LayerInvariants;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.PagePolicyInvariants;
import org.coopcheck.properties.invariant.Pair;
import org.coopcheck.properties.invariant.Sight;

/** The claims of the Cross-Page-Window-Proxy-Policy explainer and its draft. */
final class WindowProxyClaims {
  private static final String RESTRICT_PROPERTIES = "restrict-properties";
  private static final String ALL_OTHERS =
      "html+naive html+coop-origin html+query-opener restrict-properties+none"
          + " restrict-properties+naive restrict-properties+noopener"
          + " restrict-properties+query-opener restrict-properties+own-group cpwpp"
          + " cpwpp-no-coi-key";
  private static final String CPWPP = "cpwpp";

  private WindowProxyClaims() {}

  private static Heading heading(String id, String name, String statement) {
    return new Heading(Seed.S001, id, name, statement);
  }

  // Opener policies.

  private static final Invariant ONLY_ONE_VALUE_KEEPS_POPUPS =
      always(
          heading(
              "C02",
              "only-same-origin-allow-popups-keeps-cross-origin-popups",
              "A page with an opener policy that keeps its handle on a cross-origin unsafe-none"
                  + " popup has same-origin-allow-popups."),
          Sight.STEP,
          moment ->
              Situations.loadedOpenings(moment)
                  .filter(each -> !each.isByAStranger() && each.policy() != UNSAFE_NONE)
                  .filter(each -> each.popup().openerPolicy().value() == UNSAFE_NONE)
                  .filter(each -> !each.isSameOriginWithThePage() && each.isConnected())
                  .map(each -> each.so(each.policy() == SAME_ORIGIN_ALLOW_POPUPS)),
          "another value keeps the popup",
          "a page with an opener policy keeps a cross-origin popup");

  private static final Invariant KEEPING_POPUPS_EXCLUDES_ISOLATION =
      always(
          heading(
              "C03",
              "same-origin-allow-popups-is-not-isolated",
              "No document of a same-origin-allow-popups page is cross-origin isolated."),
          Sight.WORLD,
          moment ->
              moment
                  .world()
                  .fullyActiveDocuments()
                  .filter(
                      each ->
                          moment.world().topLevelDocument(each).openerPolicy().value()
                              == SAME_ORIGIN_ALLOW_POPUPS)
                  .map(
                      each -> Case.of(!CrossOriginIsolation.isCapable(moment.world(), each), each)),
          "it is cross-origin isolated",
          "a page has same-origin-allow-popups");

  private static final Invariant KEPT_CROSS_ORIGIN_POPUPS_ARE_PLAIN =
      always(
          heading(
              "C04",
              "cross-origin-popups-that-are-kept-are-plain",
              "A cross-origin popup that a same-origin-allow-popups page keeps has unsafe-none."),
          Sight.STEP,
          moment ->
              Situations.loadedOpenings(moment)
                  .filter(each -> each.policy() == SAME_ORIGIN_ALLOW_POPUPS)
                  .filter(each -> !each.isByAStranger() && !each.isSameOriginWithThePage())
                  .filter(Opening::isConnected)
                  .map(each -> each.so(each.popup().openerPolicy().value() == UNSAFE_NONE)),
          "it is kept with a policy of its own",
          "a same-origin-allow-popups page keeps a cross-origin popup");

  private static final Invariant CUT_OFF_MEANS_APART =
      always(
          heading(
              "C05",
              "cut-off-means-apart",
              "A document and a window that was cut off from it cannot reach each other and need"
                  + " no common process."),
          Sight.WORLD,
          moment ->
              Situations.cutOff(moment)
                  .map(
                      pair ->
                          Case.of(
                              !Situations.canReach(moment, pair.first(), pair.second())
                                  && !Situations.canReach(moment, pair.second(), pair.first())
                                  && !isOneProcess(moment, pair),
                              pair)),
          "there still is a way, or they need one process",
          "a window is cut off from a document that had a handle on it");

  // Isolation.

  private static final Invariant TOP_LEVEL_ISOLATION =
      always(
              heading(
                  "C06",
                  "top-level-isolation-is-same-origin-plus-coep",
                  "A top-level document is cross-origin isolated if and only if it has"
                      + " same-origin-plus-coep."),
              Sight.WORLD,
              moment ->
                  moment
                      .world()
                      .topLevelDocuments()
                      .map(
                          each ->
                              Case.of(
                                  isCapable(moment, each)
                                      == (each.openerPolicy().value() == SAME_ORIGIN_PLUS_COEP),
                                  each)),
              "only one of the two is so",
              "a top-level document has same-origin-plus-coep")
          .withIsWitness(
              moment ->
                  moment
                      .world()
                      .topLevelDocuments()
                      .exists(each -> each.openerPolicy().value() == SAME_ORIGIN_PLUS_COEP));

  private static final Invariant CROSS_ORIGIN_FRAMES_NEED_DELEGATION =
      always(
          heading(
              "C06",
              "cross-origin-frames-need-delegation",
              "The document of a frame in an isolated page that is cross-origin with its page is"
                  + " cross-origin isolated if and only if it was delegated."),
          Sight.WORLD,
          moment -> framesOfIsolatedPages(moment, false),
          "only one of the two is so",
          "an isolated page has a cross-origin frame");

  private static final Invariant SAME_ORIGIN_FRAMES_NEED_DELEGATION =
      always(
          heading(
              "C06",
              "same-origin-frames-need-delegation",
              "The document of a frame in an isolated page that is same origin with its page is"
                  + " cross-origin isolated if and only if it was delegated."),
          Sight.WORLD,
          moment -> framesOfIsolatedPages(moment, true),
          "only one of the two is so",
          "an isolated page has a same-origin frame");

  private static boolean isCapable(Moment moment, Document document) {
    return CrossOriginIsolation.isCapable(moment.world(), document);
  }

  private static Vector<Document> frames(Moment moment) {
    return moment
        .world()
        .fullyActiveDocuments()
        .filter(each -> !moment.world().isTopLevel(each) && each.error().isEmpty());
  }

  private static Vector<Case> framesOfIsolatedPages(Moment moment, boolean sameOrigin) {
    var world = moment.world();
    return frames(moment)
        .filter(each -> isCapable(moment, world.topLevelDocument(each)))
        .filter(each -> world.isSameOriginWithItsTopLevel(each) == sameOrigin)
        .map(
            each ->
                Case.of(
                    isCapable(moment, each)
                        == world
                            .navigable(world.navigableOf(each))
                            .container()
                            .exists(container -> container.allow().isDefined()),
                    world.topLevelDocument(each),
                    each));
  }

  private static final Invariant THE_COEP_OF_A_PAGE =
      always(
          heading(
              "C18",
              "an-embedder-policy-is-that-of-the-page",
              "Every document, but for error pages, in a page whose top-level document has a"
                  + " compatible embedder policy has one too."),
          Sight.WORLD,
          moment ->
              frames(moment)
                  .filter(each -> hasCoep(moment.world().topLevelDocument(each)))
                  .map(each -> Case.of(hasCoep(each), moment.world().topLevelDocument(each), each)),
          "the frame has no embedder policy",
          "a page with an embedder policy has a frame");

  private static boolean hasCoep(Document document) {
    return document.policyContainer().embedderPolicy().isCompatibleWithCrossOriginIsolation();
  }

  // Processes.

  private static final Invariant FRAMES_AND_POPUPS_NEED_ONE_PROCESS =
      always(
          heading(
              "C07",
              "a-frame-and-its-like-popup-need-one-process",
              "A page without opener policy, its cross-origin frame, and another page of the"
                  + " frame's origin in the same group need one process."),
          Sight.WORLD,
          moment ->
              frames(moment)
                  .filter(each -> !moment.world().isSameOriginWithItsTopLevel(each))
                  .flatMap(frame -> framesWithLikePages(moment, frame)),
          "they need not share a process",
          "a page has a cross-origin frame, and there is a page of the frame's origin");

  private static Vector<Case> framesWithLikePages(Moment moment, Document frame) {
    var page = moment.world().topLevelDocument(frame);
    return moment
        .world()
        .topLevelDocuments()
        .filter(other -> !other.id().equals(page.id()) && isSameOrigin(other, frame))
        .filter(other -> GroupInvariants.isSameGroup(moment.world(), other, frame))
        .map(
            other ->
                Case.of(
                    isOneProcess(moment, page, frame) && isOneProcess(moment, frame, other),
                    page,
                    frame,
                    other));
  }

  private static final Invariant SYNCHRONOUS_MEANS_ONE_PROCESS =
      always(
          heading(
              "C08",
              "synchronous-access-is-inside-a-process",
              "A document whose DOM a script of another document can use needs the same process."),
          Sight.WORLD,
          moment ->
              Pair.reachingIn(moment)
                  .filter(pair -> canScript(moment, pair))
                  .map(pair -> sharing(moment, pair, true)),
          "one can script the other, but they need not share a process",
          "a document can script another");

  private static Case sharing(Moment moment, Pair pair, boolean isShared) {
    return Case.of(isOneProcess(moment, pair) == isShared, pair);
  }

  private static Vector<Pair> pagesThatReach(Moment moment) {
    return Pair.reachingIn(moment)
        .filter(
            pair ->
                moment.world().isTopLevel(pair.first())
                    && moment.world().isTopLevel(pair.second()));
  }

  private static Vector<Pair> framesThatReach(Moment moment) {
    return Pair.reachingIn(moment)
        .filter(
            pair -> pair.isInOnePage(moment.world()) && !moment.world().isTopLevel(pair.first()));
  }

  private static final Invariant NO_PAGES_ACROSS_PROCESSES =
      never(
          heading(
              "C09",
              "no-page-reaches-another-across-processes",
              "No page can reach a page that need not be in its process."),
          Sight.WORLD,
          moment -> pagesThatReach(moment).map(pair -> sharing(moment, pair, false)),
          "one can reach the other, and they need not share a process");

  private static final Invariant NO_FRAME_ACROSS_PROCESSES =
      never(
          heading(
              "C10",
              "no-frame-reaches-its-page-across-processes",
              "No frame can reach a document of its page that need not be in its process."),
          Sight.WORLD,
          moment -> framesThatReach(moment).map(pair -> sharing(moment, pair, false)),
          "one can reach the other, and they need not share a process");

  private static final Invariant CLUSTER_MEANS_SYNCHRONOUS =
      always(
          heading(
              "C11",
              "a-cluster-means-synchronous-access",
              "Documents of one agent cluster that can reach each other can script each other."),
          Sight.WORLD,
          moment ->
              Pair.reachingIn(moment)
                  .filter(pair -> pair.isInOneCluster(moment.world()))
                  .map(pair -> Case.of(canScript(moment, pair), pair)),
          "they share an agent cluster, and one cannot script the other",
          "two documents of one agent cluster can reach each other");

  private static final Invariant A_GROUP_IS_ONE_PROCESS =
      always(
          heading(
              "C14",
              "a-group-needs-one-process",
              "All documents of a browsing context group need one process."),
          Sight.WORLD,
          moment ->
              Pair.allIn(moment.world())
                  .filter(pair -> pair.isInOneGroup(moment.world()))
                  .map(pair -> sharing(moment, pair, true)),
          "they share a browsing context group, and need not share a process",
          "a group has two documents");

  private static final Invariant PROCESSES_ARE_CLUSTERS =
      always(
          heading(
              "C15",
              "processes-are-agent-clusters",
              "Two documents need one process if and only if they share an agent cluster."),
          Sight.WORLD,
          moment ->
              Pair.allIn(moment.world())
                  .map(
                      pair ->
                          Case.of(
                              isOneProcess(moment, pair) == pair.isInOneCluster(moment.world()),
                              pair)),
          "only one of the two is so",
          "there are two documents");

  private static final Invariant PROCESSES_ARE_OF_ONE_ORIGIN =
      always(
          heading(
              "C15",
              "processes-are-of-one-origin",
              "Documents that need one process are same origin."),
          Sight.WORLD,
          moment ->
              Pair.allIn(moment.world())
                  .filter(pair -> isOneProcess(moment, pair))
                  .map(pair -> Case.of(pair.isSameOrigin(), pair)),
          "they need one process, but are not same origin",
          "two documents need one process");

  private static final Invariant ORIGIN_KEYED_PROCESSES_ARE_OF_ONE_ORIGIN =
      always(
          heading(
              "C15",
              "origin-keyed-processes-are-of-one-origin",
              "A document that needs one process with a document whose agent cluster is"
                  + " origin-keyed"
                  + " is same origin with it."),
          Sight.WORLD,
          moment ->
              Pair.allIn(moment.world())
                  .filter(
                      pair -> pair.first().agentClusterKey() instanceof AgentClusterKey.OfOrigin)
                  .filter(pair -> isOneProcess(moment, pair))
                  .map(pair -> Case.of(pair.isSameOrigin(), pair)),
          "they need one process, but are not same origin",
          "two documents need one process, and one is origin-keyed");

  private static final Invariant REFUSES_TO_BE_OPENED =
      always(
          heading(
              "C26",
              "same-origin-allow-popups-refuses-to-be-opened",
              "A page that opens a cross-origin same-origin-allow-popups page has no handle on"
                  + " it."),
          Sight.STEP,
          moment ->
              Situations.loadedOpenings(moment)
                  .filter(each -> each.popup().openerPolicy().value() == SAME_ORIGIN_ALLOW_POPUPS)
                  .filter(each -> !isSameOrigin(each.by(), each.popup()))
                  .map(each -> each.so(!each.isConnected())),
          "the opener keeps its handle",
          "a page opens a cross-origin same-origin-allow-popups page");

  private static boolean hasAPagePolicy(Moment moment, Document document) {
    return moment.world().pagePolicyOf(document).value() != CrossPageWindowProxyPolicy.NONE;
  }

  private static final Invariant OTHER_POLICIES_NEED_NO_COMMON_PROCESS =
      always(
          heading(
              "C16",
              "pages-with-different-policies-need-no-common-process",
              "Pages with different policies that share a browsing context group need no common"
                  + " process."),
          Sight.WORLD,
          moment ->
              Pair.allIn(moment.world())
                  .filter(pair -> pair.isInOneGroup(moment.world()))
                  .filter(pair -> !PagePolicyInvariants.hasOnePolicy(moment.world(), pair))
                  .map(pair -> sharing(moment, pair, false)),
          "they need one process",
          "a group has documents of pages with different policies");

  // The policy of a page and its frames.

  private static final Invariant A_FRAME_HAS_THE_POLICY_OF_ITS_PAGE =
      always(
          heading(
              "C17",
              "a-frame-has-the-policy-of-its-page",
              "A frame in a page with a policy is in an agent cluster for that policy, and can use"
                  + " the same properties of another page as its page."),
          Sight.WORLD,
          moment ->
              frames(moment)
                  .filter(each -> hasAPagePolicy(moment, each))
                  .map(
                      each ->
                          Case.of(
                              isKeyedByItsPage(moment, each) && isRestrictedAsItsPage(moment, each),
                              moment.world().topLevelDocument(each),
                              each)),
          "the policy of the page is not that of its frame",
          "a page with a policy has a frame");

  private static boolean isKeyedByItsPage(Moment moment, Document frame) {
    var page = moment.world().topLevelDocument(frame);
    return frame
        .agentClusterKey()
        .equals(new AgentClusterKey.InAPage(frame.origin(), page.origin(), page.pagePolicy()));
  }

  private static boolean isRestrictedAsItsPage(Moment moment, Document frame) {
    var page = moment.world().topLevelDocument(frame);
    return moment
        .world()
        .topLevelDocuments()
        .filter(other -> !other.id().equals(page.id()))
        .forAll(other -> usable(moment, frame, other).equals(usable(moment, page, other)));
  }

  private static Vector<String> usable(Moment moment, Document document, Document target) {
    return Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES.filter(
        name -> Access.allows(moment.world(), document, target, name, moment.variant()));
  }

  private static final Invariant A_FRAME_SAYS_NOTHING_OF_ITS_PAGE =
      always(
          heading(
              "C17",
              "a-frame-says-nothing-of-its-page",
              "A frame whose response has the header leads to the same world as one whose response"
                  + " has none."),
          Sight.STEP,
          moment ->
              moment.action() instanceof Action.InsertIframe insert
                      && !moment.before().hasNavigable(insert.inserted())
                      && moment.world().hasNavigable(insert.inserted())
                  ? Vector.of(
                      Case.of(
                          moment.world().equals(afterAResponseWithAPolicy(moment)),
                          moment.world().activeDocument(insert.inserted())))
                  : Vector.empty(),
          "with the header the step leads to another world",
          "a page gets a frame");

  private static World afterAResponseWithAPolicy(Moment moment) {
    return Interpreter.step(
            moment.before(),
            new WithAPagePolicy(moment.server()),
            moment.action(),
            Rules.unheard(moment.variant(), moment.capabilities()))
        .world();
  }

  /** Servers that answer the same, and say of every page that it has a policy. */
  private record WithAPagePolicy(Server server) implements Server {
    @Override
    public Exchange request(Url url) {
      var exchange = server.request(url);
      var response =
          exchange.response() instanceof Response.Answered(var at, var status, var headers)
              ? new Response.Answered(
                  at,
                  status,
                  headers.with("Cross-Page-Window-Proxy-Policy", "closed-opener-postMessage"))
              : exchange.response();
      return new Exchange(response, new WithAPagePolicy(exchange.server()));
    }
  }

  private static final Invariant NO_NAME_LEADS_TO_ANOTHER_ORIGIN =
      never(
          heading(
              "C24",
              "no-name-leads-to-a-page-of-another-origin",
              "No name leads from a page with a policy to a page of another origin, if neither is"
                  + " isolated."),
          Sight.WORLD,
          moment ->
              PagePolicyInvariants.foundByName(moment)
                  .filter(pair -> pair.both().forAll(each -> hasAPagePolicy(moment, each)))
                  .filter(pair -> pair.both().forAll(each -> !isIsolated(moment, each)))
                  .map(
                      pair ->
                          Case.of(
                              !isSameOrigin(
                                  moment.world().topLevelDocument(pair.first()),
                                  moment.world().topLevelDocument(pair.second())),
                              pair)),
          "the first finds the second by its name");

  private static boolean isIsolated(Moment moment, Document document) {
    return CrossOriginIsolation.isolationMode(moment.world(), document)
        != CrossOriginIsolationMode.NONE;
  }

  private static final Url SCRIPT = Url.of("javascript:'made by a javascript: URL'");

  private static final Invariant NO_SCRIPT_CROSSES =
      always(
          heading(
              "C25",
              "no-javascript-url-crosses-the-boundary",
              "No javascript: URL that a document gives to a window of a page with another policy"
                  + " or isolation, through a handle or by name, runs there."),
          Sight.WORLD,
          moment ->
              Pair.reachingIn(moment)
                  .filter(pair -> !PagePolicyInvariants.hasOnePolicy(moment.world(), pair))
                  .filter(Pair::isSameOrigin)
                  .filter(
                      pair -> Situations.handleWorks(moment.world(), pair.first(), pair.second()))
                  .map(
                      pair ->
                          Case.of(
                              waysIn(moment, pair).forAll(way -> !runs(moment, pair, way)), pair)),
          "the script of the first runs in the second",
          "a document has a handle on a same-origin one in a page with another policy");

  private static Vector<Action> waysIn(Moment moment, Pair pair) {
    var by = moment.world().navigableOf(pair.first());
    var target = moment.world().navigableOf(pair.second());
    var name = moment.world().navigable(target).targetName();
    return Vector.<Action>of(new Action.Navigate(target, new Actor.Script(by), SCRIPT))
        .appendAll(
            Option.when(
                !name.isEmpty(),
                () -> new Action.OpenWindow(UNUSED, by, Option.some(SCRIPT), name, "")));
  }

  private static final NavigableId UNUSED = new NavigableId("unused");

  /** Whether the script makes the target a new document, which every script here does. */
  private static boolean runs(Moment moment, Pair pair, Action way) {
    var target = moment.world().navigableOf(pair.second());
    var after =
        Interpreter.step(
                moment.world(),
                moment.server(),
                way,
                Rules.unheard(moment.variant(), moment.capabilities()))
            .world();
    return !after.activeDocument(target).id().equals(pair.second().id());
  }

  private static final Invariant NO_PAGE_POLICY_IS_OPENED =
      never(
          heading(
              "C26",
              "no-page-with-only-a-page-policy-is-kept-by-who-opens-it",
              "No page that opens a cross-origin page with a window proxy policy and no opener"
                  + " policy has a handle on it."),
          Sight.STEP,
          moment ->
              Situations.loadedOpenings(moment)
                  .filter(each -> each.popup().openerPolicy().value() == UNSAFE_NONE)
                  .filter(each -> hasAPagePolicy(moment, each.popup()))
                  .filter(each -> !isSameOrigin(each.by(), each.popup()))
                  .map(each -> each.so(each.isConnected())),
          "the opener keeps its handle");

  private static final Invariant NO_ISOLATED_PAGES_RESTRICT_EACH_OTHER =
      never(
          heading(
              "C28",
              "no-connected-isolated-pages-restrict-each-other",
              "No two isolated same-origin pages of one same-origin-plus-coep group with different"
                  + " policies can use just closed, opener and postMessage() of each other."),
          Sight.WORLD,
          moment ->
              pagesThatReach(moment)
                  .filter(Pair::isSameOrigin)
                  .filter(
                      pair ->
                          pair.both()
                              .forAll(
                                  each ->
                                      each.openerPolicy().value() == SAME_ORIGIN_PLUS_COEP
                                          && isCapable(moment, each)))
                  .filter(pair -> !PagePolicyInvariants.hasOnePolicy(moment.world(), pair))
                  .map(
                      pair ->
                          Case.of(
                              pair.isInOneGroup(moment.world())
                                  && !canScript(moment, pair)
                                  && usable(moment, pair.first(), pair.second())
                                      .equals(Vector.of("closed", "opener", "postMessage")),
                              pair)),
          "they cannot script each other, and use three properties");

  private static final Invariant ISOLATED_FLOW =
      never(
          heading(
              "C21",
              "no-isolated-page-talks-to-a-cross-origin-popup",
              "No isolated page and cross-origin page that is not the initial about:blank can reach"
                  + " each other."),
          Sight.WORLD,
          moment ->
              pagesThatReach(moment)
                  .filter(
                      pair ->
                          isCapable(moment, pair.first()) && !pair.second().isInitialAboutBlank())
                  .map(pair -> Case.of(!pair.isSameOrigin(), pair)),
          "the first is isolated, and they exchange messages");

  // The ledger.

  private static Bound withoutPolicies(Bound bound) {
    return bound.withValues(Vector.of(UNSAFE_NONE));
  }

  private static Bound withoutNoopenerAllowPopups(Bound bound) {
    return bound.withValues(bound.values().remove(NOOPENER_ALLOW_POPUPS));
  }

  private static Bound ofThreeOrigins(Bound bound) {
    return withoutPolicies(bound).withOrigins(3);
  }

  static final Vector<Claim> CLAIMS =
      Vector.of(
          claim(
              "C01",
              "S000 S001",
              "COOP limits which pages may share a browsing context group, by top-level origin and"
                  + " COOP value.",
              "Invariant B1.",
              on("html").can(ANY).holds(GroupInvariants.ONE_POLICY_IN_A_GROUP)),
          claim(
              "C02",
              "S000 S001",
              "A page with COOP that keeps legitimate cross-origin popups must use"
                  + " same-origin-allow-popups.",
              ONLY_ONE_VALUE_KEEPS_POPUPS.statement(),
              on("html")
                  .within(WindowProxyClaims::withoutNoopenerAllowPopups)
                  .holds(ONLY_ONE_VALUE_KEEPS_POPUPS),
              on("html").isViolated(ONLY_ONE_VALUE_KEEPS_POPUPS)),
          claim(
              "C03",
              "S000 S001",
              "Such a main page cannot be cross-origin isolated.",
              KEEPING_POPUPS_EXCLUDES_ISOLATION.statement(),
              on("html").with(EMBEDDER_POLICY).holds(KEEPING_POPUPS_EXCLUDES_ISOLATION)),
          claim(
              "C04",
              "S000 S001",
              "The cross-origin popup of a same-origin-allow-popups page must be unsafe-none.",
              KEPT_CROSS_ORIGIN_POPUPS_ARE_PLAIN.statement(),
              on("html").holds(KEPT_CROSS_ORIGIN_POPUPS_ARE_PLAIN)),
          claim(
              "C05",
              "S000 S001",
              "Cutting the opener link means that the two pages cannot reach each other and may be"
                  + " in different processes.",
              CUT_OFF_MEANS_APART.statement(),
              on("html").can(ANY).holds(CUT_OFF_MEANS_APART)),
          claim(
              "C06",
              "S001",
              "A document is cross-origin isolated if and only if its top-level document has"
                  + " same-origin and a compatible COEP and, for frames, delegates the permission.",
              "cross-origin isolated capability = (top: same-origin-plus-coep) and (frame:"
                  + " delegated).",
              on("html").with(EMBEDDER_POLICY).holds(TOP_LEVEL_ISOLATION),
              on("html").with(DELEGATION).holds(CROSS_ORIGIN_FRAMES_NEED_DELEGATION),
              on("html").with(DELEGATION).isViolated(SAME_ORIGIN_FRAMES_NEED_DELEGATION),
              on("html").can(LOGICAL).isViolated(TOP_LEVEL_ISOLATION)),
          claim(
              "C07",
              "S001",
              "Without COOP, a page a, its frame b and a popup of b must all be in one process.",
              FRAMES_AND_POPUPS_NEED_ONE_PROCESS.statement(),
              on("html")
                  .can(NEITHER.appendAll(PAGES_ONLY))
                  .within(WindowProxyClaims::withoutPolicies)
                  .holds(FRAMES_AND_POPUPS_NEED_ONE_PROCESS)),
          claim(
              "C07b",
              "S001",
              "The same, with out-of-process iframes.",
              FRAMES_AND_POPUPS_NEED_ONE_PROCESS.statement(),
              on("html")
                  .within(WindowProxyClaims::withoutPolicies)
                  .isViolated(FRAMES_AND_POPUPS_NEED_ONE_PROCESS)),
          claim(
              "C08",
              "S001",
              "Synchronous DOM access requires the same process.",
              SYNCHRONOUS_MEANS_ONE_PROCESS.statement(),
              on("html restrict-properties").can(ANY).holds(SYNCHRONOUS_MEANS_ONE_PROCESS),
              on(ALL_OTHERS).holds(SYNCHRONOUS_MEANS_ONE_PROCESS)),
          claim(
              "C09",
              "S001",
              "Asynchronous access to a popup may cross processes if page isolation is supported.",
              "A page reaches a page that need not be in its process; without page isolation none"
                  + " does.",
              on("html restrict-properties")
                  .can(PAGES_ONLY.appendAll(ALL))
                  .isPermitted(NO_PAGES_ACROSS_PROCESSES),
              on("html restrict-properties").can(NEITHER).holds(NO_PAGES_ACROSS_PROCESSES)),
          claim(
              "C10",
              "S001",
              "Asynchronous access to a frame may cross processes if out-of-process iframes are"
                  + " supported.",
              "A frame reaches a document of its page that need not be in its process; without"
                  + " out-of-process iframes none does.",
              on("html").isPermitted(NO_FRAME_ACROSS_PROCESSES),
              on("html").can(NEITHER.appendAll(PAGES_ONLY)).holds(NO_FRAME_ACROSS_PROCESSES)),
          claim(
              "C11",
              "S001",
              "Documents with synchronous access are in one agent cluster.",
              "Invariant I2; its converse is violated by two origins of one site.",
              on("html restrict-properties " + ALL_OTHERS)
                  .holds(LayerInvariants.SYNCHRONOUS_ACCESS_IS_INSIDE_A_CLUSTER),
              on("html")
                  .within(WindowProxyClaims::ofThreeOrigins)
                  .isViolated(CLUSTER_MEANS_SYNCHRONOUS)),
          claim(
              "C12",
              "S001",
              "Pages with asynchronous access are in one browsing context group.",
              "Invariant I3.",
              on("html cpwpp").holds(LayerInvariants.ACCESS_IS_INSIDE_A_GROUP),
              on(RESTRICT_PROPERTIES).isViolated(LayerInvariants.ACCESS_IS_INSIDE_A_GROUP)),
          claim(
              "C13",
              "S001",
              "All documents of an agent cluster live in one process.",
              "Invariant I1.",
              on("html restrict-properties")
                  .can(ANY)
                  .holds(LayerInvariants.CLUSTERS_STAY_IN_A_PROCESS),
              on(ALL_OTHERS).holds(LayerInvariants.CLUSTERS_STAY_IN_A_PROCESS)),
          claim(
              "C14",
              "S001",
              "Nothing fundamental forces a browsing context group into one process.",
              "Documents of one group need not share a process; with neither capability they do.",
              on("html").can(PAGES_ONLY.appendAll(ALL)).isViolated(A_GROUP_IS_ONE_PROCESS),
              on("html").can(NEITHER).holds(A_GROUP_IS_ONE_PROCESS)),
          claim(
              "C15",
              "S001 S000",
              "If every browser had out-of-process iframes and page isolation, documents of one"
                  + " origin could get processes of their own without COOP.",
              "The classes of documents that need one process are the agent clusters; they are of"
                  + " one origin if keyed by origin, and not if keyed by site.",
              on("html").within(WindowProxyClaims::ofThreeOrigins).holds(PROCESSES_ARE_CLUSTERS),
              on("html")
                  .within(WindowProxyClaims::ofThreeOrigins)
                  .isViolated(PROCESSES_ARE_OF_ONE_ORIGIN),
              on("html")
                  .within(WindowProxyClaims::ofThreeOrigins)
                  .only(OPEN, NAVIGATE, IFRAME, ORIGIN_AGENT_CLUSTER)
                  .holds(ORIGIN_KEYED_PROCESSES_ARE_OF_ONE_ORIGIN)),
          claim(
              "C16",
              "S001",
              "Keying agent clusters by origin, top-level origin and policy lets pages with"
                  + " different policies be in different processes.",
              "Pages with different policies share no agent cluster and, with page isolation, need"
                  + " no common process; without it they do.",
              on(CPWPP)
                  .with(PAGE_POLICY)
                  .holds(PagePolicyInvariants.OTHER_POLICIES_ARE_NOT_SCRIPTED),
              on(CPWPP)
                  .can(PAGES_ONLY.appendAll(ALL))
                  .with(PAGE_POLICY)
                  .holds(OTHER_POLICIES_NEED_NO_COMMON_PROCESS),
              on(CPWPP)
                  .can(NEITHER)
                  .with(PAGE_POLICY)
                  .isViolated(OTHER_POLICIES_NEED_NO_COMMON_PROCESS)),
          claim(
              "C17",
              "S001",
              "The policy applies to whole pages.",
              "The policy of a document is that of its top-level document: its agent cluster and"
                  + " its access are those of the page, whatever its own response says.",
              on(CPWPP).with(PAGE_POLICY).holds(A_FRAME_HAS_THE_POLICY_OF_ITS_PAGE),
              on(CPWPP).with(PAGE_POLICY).holds(A_FRAME_SAYS_NOTHING_OF_ITS_PAGE)),
          claim(
              "C18",
              "S001",
              "The COEP in effect applies to whole pages, since frames without it do not load.",
              THE_COEP_OF_A_PAGE.statement(),
              on("html").with(EMBEDDER_POLICY).holds(THE_COEP_OF_A_PAGE),
              on(CPWPP).with(EMBEDDER_POLICY).holds(THE_COEP_OF_A_PAGE)),
          claim(
              "C19",
              "S001",
              "Access to pages with another policy is asynchronous only.",
              "No document can script one of a page with another policy.",
              on(CPWPP)
                  .with(PAGE_POLICY)
                  .holds(PagePolicyInvariants.OTHER_POLICIES_ARE_NOT_SCRIPTED)),
          claim(
              "C20",
              "S001",
              "Without isolation in the key, an isolated and a non-isolated page with equal"
                  + " policies"
                  + " could script each other.",
              "No agent cluster has isolated and non-isolated pages.",
              on("cpwpp-no-coi-key")
                  .with(PAGE_POLICY)
                  .isViolated(PagePolicyInvariants.CLUSTERS_DO_NOT_MIX_ISOLATION)),
          claim(
              "C20b",
              "S001",
              "With isolation in the key they cannot.",
              "No agent cluster has isolated and non-isolated pages.",
              on(CPWPP)
                  .with(PAGE_POLICY)
                  .holds(PagePolicyInvariants.CLUSTERS_DO_NOT_MIX_ISOLATION)),
          claim(
              "C21",
              "S001",
              "Isolation and a cross-origin popup flow are possible together.",
              "An isolated page and a cross-origin popup exchange messages.",
              on("html").holds(ISOLATED_FLOW),
              on(CPWPP).with(PAGE_POLICY).isPermitted(ISOLATED_FLOW)),
          claim(
              "C22",
              "S001",
              "Pages that do not share origin and policy can only use closed, opener and"
                  + " postMessage on each other.",
              "The usable properties are a subset of those three.",
              on(CPWPP)
                  .with(PAGE_POLICY)
                  .holds(PagePolicyInvariants.OTHER_PAGES_GET_THREE_PROPERTIES)),
          claim(
              "C23",
              "S001",
              "A normal page cannot navigate an isolated page through location.",
              "location is not usable between pages that differ in policy or isolation.",
              on(CPWPP)
                  .with(PAGE_POLICY)
                  .holds(PagePolicyInvariants.OTHER_PAGES_GET_THREE_PROPERTIES)),
          claim(
              "C24",
              "S001",
              "A name does not resolve across different policies or isolation; with equal values"
                  + " and no isolation, origins may differ.",
              "What is found by name is equal in policy and isolation; and such a find across"
                  + " origins.",
              on(CPWPP)
                  .with(PAGE_POLICY, NAME)
                  .holds(PagePolicyInvariants.NAMES_STAY_AMONG_EQUAL_PAGES),
              on(CPWPP).with(PAGE_POLICY, NAME).isPermitted(NO_NAME_LEADS_TO_ANOTHER_ORIGIN)),
          claim(
              "C25",
              "S001",
              "With these restrictions no javascript: navigation can cross the boundary; the extra"
                  + " check is only a safety net.",
              "Without the check, no script of one page runs in another beyond the boundary. Not so"
                  + " without isolation in the key, or if another page is committed between the"
                  + " call and the run.",
              on(CPWPP).with(PAGE_POLICY, NAME).holds(NO_SCRIPT_CROSSES),
              on("cpwpp-no-coi-key").with(PAGE_POLICY, NAME).isViolated(NO_SCRIPT_CROSSES),
              on(CPWPP)
                  .isNotModelledYet(
                      Expected.VIOLATED, "a navigation is one step: nothing happens within it")),
          claim(
              "C26",
              "S001",
              "same-origin-allow-popups remains useful: it also refuses to be opened, which the"
                  + " window proxy policy cannot say.",
              REFUSES_TO_BE_OPENED.statement(),
              on("html").holds(REFUSES_TO_BE_OPENED),
              on(CPWPP).with(PAGE_POLICY).isPermitted(NO_PAGE_POLICY_IS_OPENED)),
          claim(
              "C27",
              "S001",
              "In the group of a same-origin-plus-coep page every top-level document has the same"
                  + " top-level origin and COOP.",
              "Invariants B2 and B3; both fall under naive inheritance, and if the noopener rule"
                  + " reads the frame's own policy.",
              on("html").holds(GroupInvariants.SAME_ORIGIN_EXCLUDES_UNSAFE_NONE),
              on("html").holds(GroupInvariants.ISOLATED_GROUPS_ARE_ISOLATED),
              on("html+naive html,noopener-rule=literal")
                  .isViolated(GroupInvariants.SAME_ORIGIN_EXCLUDES_UNSAFE_NONE),
              on("html+naive html,noopener-rule=literal")
                  .isViolated(GroupInvariants.ISOLATED_GROUPS_ARE_ISOLATED)),
          claim(
              "C28",
              "S001",
              "Several connected isolated pages can restrict each other to asynchronous, selected"
                  + " access.",
              "Two same-origin pages of one same-origin-plus-coep group with different policies"
                  + " cannot script each other.",
              on(CPWPP).with(PAGE_POLICY).isPermitted(NO_ISOLATED_PAGES_RESTRICT_EACH_OTHER)));
}
