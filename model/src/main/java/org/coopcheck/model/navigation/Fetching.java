package org.coopcheck.model.navigation;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.context.BrowsingContexts;
import org.coopcheck.model.context.Origins;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.navigation.OpenerPolicyEnforcement.ResponseHop;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.ContentSecurityPolicies;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.EmbedderPolicies;
import org.coopcheck.model.policy.OpenerPolicies;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.policy.ReferrerPolicies;
import org.coopcheck.model.policy.ReferrerPolicy;
import org.coopcheck.model.policy.Referrers;
import org.coopcheck.model.policy.ReportingEndpoints;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.variant.Questions.ActivePage;
import org.coopcheck.model.variant.Questions.BlobNavigation;
import org.coopcheck.model.variant.Questions.ComparedPolicy;
import org.coopcheck.model.variant.Questions.ErrorPage;
import org.coopcheck.model.variant.Questions.PageResponse;
import org.coopcheck.model.variant.Questions.ResponseSandboxing;
import org.coopcheck.model.variant.Questions.SandboxingUse;
import org.coopcheck.model.variant.ReportingQuestions.Company;
import org.coopcheck.model.variant.ReportingQuestions.FirstNavigation;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.PagePolicy;
import org.coopcheck.model.world.World;

/**
 * From a request to navigation params, response by response.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#create-navigation-params-by-fetching">HTML</a>
 */
final class Fetching {
  private Fetching() {}

  /**
   * @param navigable the navigable that is navigated
   * @param url the URL
   * @param initiator what started the navigation; none if it was the user
   */
  record Request(NavigableId navigable, Url url, Option<Initiator> initiator) {
    Option<Origin> initiatorOrigin() {
      return initiator.map(Initiator::origin);
    }
  }

  /**
   * @param world the world; opaque origins may have been made, and an initial URL noted
   * @param server the servers after the requests
   * @param params what the document will be made of
   */
  record Fetched(World world, Server server, NavigationParams params) {}

  /**
   * The request as it is sent for one response.
   *
   * @param number the place of the response in the chain, from 1
   * @param referrer the referrer
   * @param referrerPolicy the referrer policy
   * @param redirectOrigins the origins of the responses that redirected, each once
   */
  private record Hop(
      int number,
      Option<Url> referrer,
      ReferrerPolicy referrerPolicy,
      Vector<Origin> redirectOrigins) {

    static Hop first(Request request) {
      var policy =
          request
              .initiator()
              .map(by -> by.policyContainer().referrerPolicy())
              .getOrElse(ReferrerPolicy.DEFAULT);
      // NB: a document with an opaque origin has no referrer.
      var source =
          request.initiator().filter(by -> by.origin() instanceof TupleOrigin).map(Initiator::url);
      return new Hop(1, referrer(policy, source, request.url()), policy, Vector.empty());
    }

    /**
     * @see <a href="https://fetch.spec.whatwg.org/#http-redirect-fetch">Fetch</a>
     */
    Hop next(Response.Answered redirect, Url next) {
      var policy = ReferrerPolicies.parse(redirect.headers()).getOrElse(referrerPolicy);
      var origin = redirect.url().tupleOrigin().get();
      return new Hop(
          number + 1,
          referrer(policy, referrer, next),
          policy,
          redirectOrigins.contains(origin) ? redirectOrigins : redirectOrigins.append(origin));
    }

    private static Option<Url> referrer(ReferrerPolicy policy, Option<Url> source, Url request) {
      return source.flatMap(url -> Referrers.determineRequestsReferrer(policy, url, request));
    }
  }

  /** The state of the loop over the responses. */
  private record Progress(
      World world, Server server, OpenerPolicyEnforcementResult result, Hop hop) {}

  static Fetched createNavigationParams(World world, Server server, Request request, Rules rules) {
    var start =
        new Progress(
            world, server, resultForTheActiveDocument(world, request, rules), Hop.first(request));
    return request.url().isHttp()
        ? createNavigationParamsByFetching(start, request, request.url(), rules)
        : createNavigationParamsWithoutANetwork(start, request, rules);
  }

  private static OpenerPolicyEnforcementResult resultForTheActiveDocument(
      World world, Request request, Rules rules) {
    var active = world.activeDocument(request.navigable());
    var compared = rules.variant().firstCompared().apply(activePage(world, active));
    return new OpenerPolicyEnforcementResult(
        Swap.NONE,
        Swap.NONE,
        before(world, active, rules),
        compared.coopOrigin(),
        compared.openerPolicy(),
        request.initiatorOrigin().exists(origin -> origin.isSameOriginWith(active.origin())));
  }

  /** The document before the first response, as reports tell of it. */
  private static Reporter before(World world, Document active, Rules rules) {
    var own = Reporter.of(active);
    var opener =
        world
            .browsingContext(active.browsingContext())
            .opener()
            .filter(id -> active.isInitialAboutBlank() && world.isPresented(id))
            .map(id -> world.activeDocument(world.browsingContext(id).navigable()))
            .map(Reporter::of);
    return opener
        .filter(by -> rules.variant().reporting().standsIn().apply(new FirstNavigation(own, by)))
        .map(own::replacedBy)
        .getOrElse(own);
  }

  private static ActivePage activePage(World world, Document active) {
    return new ActivePage(
        ComparedPolicy.of(active),
        active.isInitialAboutBlank(),
        world
            .browsingContext(active.browsingContext())
            .opener()
            .filter(world::isPresented)
            .map(
                opener ->
                    ComparedPolicy.of(
                        world.topLevelDocument(
                            world.activeDocument(world.browsingContext(opener).navigable())))));
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#create-navigation-params-by-fetching">HTML</a>
   */
  private static Fetched createNavigationParamsByFetching(
      Progress start, Request request, Url firstUrl, Rules rules) {
    var progress = start;
    var url = firstUrl;
    while (true) {
      var exchange = progress.server().request(url); // 1. 2.
      progress =
          new Progress(progress.world(), exchange.server(), progress.result(), progress.hop());
      if (!(exchange.response() instanceof Response.Answered response)) {
        return errorPage(progress, request, LoadError.NETWORK, rules);
      }
      var redirect = response.locationUrl();
      boolean isMalformed = response.isRedirect() && response.headers().contains("Location");
      var received = receive(progress, request, response, redirect.isDefined(), rules);
      progress = received.progress();
      if (received.error().isDefined()) {
        return errorPage(progress, request, received.error().get(), rules);
      }
      if (redirect.isEmpty() && !isMalformed) {
        return new Fetched(progress.world(), progress.server(), received.params());
      }
      if (!redirect.exists(Url::isHttp) || progress.hop().number() > Navigation.MOST_REDIRECTS) {
        return errorPage(progress, request, LoadError.NETWORK, rules);
      }
      url = redirect.get();
      progress =
          new Progress(
              progress.world(),
              progress.server(),
              progress.result(),
              progress.hop().next(response, url));
    }
  }

  private record Received(Progress progress, NavigationParams params, Option<LoadError> error) {}

  /** One turn of the loop: what one response makes of the navigation. */
  private static Received receive(
      Progress before,
      Request request,
      Response.Answered response,
      boolean isRedirect,
      Rules rules) {
    var id = request.navigable();
    boolean isTopLevel = before.world().navigable(id).isTopLevelTraversable();
    var headers = response.headers();
    boolean isSecure = isSecureContext(before.world(), id, response.url());
    var policyContainer = policyContainerFrom(headers, isSecure);
    var sandboxing =
        new ResponseSandboxing(
            targetSandboxingFlags(before.world(), id),
            policyContainer.cspSandboxingFlags(),
            isRedirect);
    var use = rules.variant().sandboxingUse().apply(sandboxing);
    var compared =
        Origins.determineTheOrigin(
            before.world(), response.url(), use.forTheComparison(), request.initiatorOrigin());
    boolean isOfTheDocument = isRedirect || use.hasTheSameOriginAs(sandboxing.both());
    var determined =
        isOfTheDocument
            ? compared
            : Origins.determineTheOrigin(
                compared.world(), response.url(), sandboxing.both(), request.initiatorOrigin());
    var openerPolicy =
        isTopLevel
            ? openerPolicyFrom(headers, isSecure, rules)
                .withCoopOrigin(Option.when(!isOfTheDocument, compared.origin()))
            : OpenerPolicy.DEFAULT;
    var unenforced =
        new Progress(determined.world(), before.server(), before.result(), before.hop());
    boolean isUnheard =
        isRefused(use, openerPolicy) && !rules.variant().reporting().reportedIfRefused();
    var after =
        isTopLevel
            ? enforced(
                unenforced,
                id,
                new Reporter(
                    response.url(),
                    determined.origin(),
                    openerPolicy,
                    ReportingEndpoints.parse(headers, response.url()),
                    before.hop().redirectOrigins()),
                request.initiatorOrigin(),
                isUnheard ? rules.withoutReports() : rules)
            : unenforced;
    var params =
        new NavigationParams(
            response.url(),
            determined.origin(),
            openerPolicy,
            isTopLevel
                ? pagePolicyFrom(headers, isSecure, policyContainer, rules)
                : PagePolicy.NONE,
            policyContainer,
            sandboxing.both(),
            use.forTheBrowsingContext(),
            after.result(),
            headers,
            isSecure,
            before.hop().referrer(),
            before.hop().redirectOrigins(),
            Option.none());
    Option<LoadError> error =
        isTopLevel
            ? coopSandboxError(use, openerPolicy, before.hop().number(), rules)
            : frameError(before.world(), id, response, policyContainer, isRedirect, rules);
    return new Received(after, params, error);
  }

  private static Progress enforced(
      Progress progress,
      NavigableId id,
      Reporter response,
      Option<Origin> initiatorOrigin,
      Rules rules) {
    var world = progress.world();
    var active = world.activeDocument(id);
    boolean hasCompany =
        rules.variant().reporting().hasCompany().apply(companyOf(world, world.groupOf(active)));
    var result =
        OpenerPolicyEnforcement.enforceAResponsesOpenerPolicy(
            new ResponseHop(
                progress.hop().number(),
                active.isInitialAboutBlank(),
                response,
                progress.hop().referrer(),
                hasCompany),
            progress.result(),
            rules);
    World noted = // Step 3 of enforcing.
        rules.variant().reporting().initialUrlIsThatOfTheOpening()
            ? world
            : BrowsingContexts.withInitialUrl(world, active, response.url(), initiatorOrigin);
    return new Progress(noted, progress.server(), result, progress.hop());
  }

  private static Company companyOf(World world, BrowsingContextGroup group) {
    return new Company(
        world.browsingContextSet(group.id()).size(),
        world
            .topLevelTraversables()
            .count(
                each ->
                    world
                        .groupOf(world.activeDocument(each.id()))
                        .coopGroup()
                        .equals(group.coopGroup())));
  }

  private static OpenerPolicy openerPolicyFrom(HeaderList headers, boolean isSecure, Rules rules) {
    var policy =
        rules
            .variant()
            .openerPolicyAsRead()
            .apply(
                OpenerPolicies.obtainAnOpenerPolicy(
                    headers, isSecure, rules.variant().openerPolicyValueAsRead()));
    rules
        .decisions()
        .note(
            Rule.OBTAIN_AN_OPENER_POLICY,
            Answer.of(policy.value()),
            () ->
                Vector.of(
                    given("secure context", isSecure),
                    given(
                        "Cross-Origin-Opener-Policy",
                        headers.get("Cross-Origin-Opener-Policy").getOrElse("(none)")),
                    given(
                        "Cross-Origin-Embedder-Policy",
                        headers.get("Cross-Origin-Embedder-Policy").getOrElse("(none)"))));
    return policy;
  }

  private static PagePolicy pagePolicyFrom(
      HeaderList headers, boolean isSecure, PolicyContainer policyContainer, Rules rules) {
    return rules
        .variant()
        .pagePolicy()
        .apply(
            new PageResponse(
                headers,
                isSecure,
                policyContainer.embedderPolicy(),
                rules.capabilities().isolation()));
  }

  private static PolicyContainer policyContainerFrom(HeaderList headers, boolean isSecure) {
    return new PolicyContainer(
        ContentSecurityPolicies.cspDerivedSandboxingFlags(headers),
        EmbedderPolicies.obtainAnEmbedderPolicy(headers, isSecure),
        ReferrerPolicies.parse(headers).getOrElse(ReferrerPolicy.DEFAULT));
  }

  private static Option<LoadError> coopSandboxError(
      SandboxingUse use, OpenerPolicy openerPolicy, int hop, Rules rules) {
    if (use.refusesAnOpenerPolicy().isEmpty()) return Option.none();
    boolean isRefused = isRefused(use, openerPolicy);
    rules
        .decisions()
        .note(
            Rule.COOP_SANDBOX,
            isRefused ? Answer.NETWORK_ERROR : Answer.NO_ERROR,
            () ->
                Vector.of(
                    given("response", openerPolicy.value()),
                    given("sandboxing flags", words(use.refusesAnOpenerPolicy())),
                    given("hop", hop)));
    return isRefused ? Option.some(LoadError.COOP_SANDBOX) : Option.none();
  }

  private static boolean isRefused(SandboxingUse use, OpenerPolicy openerPolicy) {
    return !use.refusesAnOpenerPolicy().isEmpty()
        && openerPolicy.value() != OpenerPolicyValue.UNSAFE_NONE;
  }

  private static Option<LoadError> frameError(
      World world,
      NavigableId id,
      Response.Answered response,
      PolicyContainer policyContainer,
      boolean isRedirect,
      Rules rules) {
    if (FrameEmbedding.isCredentialless(world, id)) return Option.none();
    var container = world.containerDocument(world.activeDocument(id)).get();
    boolean isBlocked =
        FrameEmbedding.crossOriginResourcePolicyCheckBlocks(container, response, rules);
    if (isBlocked) return Option.some(LoadError.COEP);
    if (isRedirect) return Option.none();
    return FrameEmbedding.adheresToItsEmbedderPolicy(container, policyContainer, rules)
        ? Option.none()
        : Option.some(LoadError.COEP);
  }

  /** {@code about:}, {@code blob:} and {@code data:} URLs: nothing is asked of a server. */
  private static Fetched createNavigationParamsWithoutANetwork(
      Progress start, Request request, Rules rules) {
    var id = request.navigable();
    var url = request.url();
    boolean isTopLevel = start.world().navigable(id).isTopLevelTraversable();
    if (url.scheme().equals("data") && isTopLevel) {
      return errorPage(start, request, LoadError.BLOCKED, rules);
    }
    var policyContainer = determineNavigationParamsPolicyContainer(start.world(), request);
    // Only a blob: response has a policy container of its own: its creator's.
    var inherited = targetSandboxingFlags(start.world(), id);
    var flags =
        url.scheme().equals("blob")
            ? inherited.union(policyContainer.cspSandboxingFlags())
            : inherited;
    var determined =
        Origins.determineTheOrigin(start.world(), url, flags, request.initiatorOrigin());
    var openerPolicy =
        isTopLevel ? openerPolicyOfALocalScheme(request, rules) : OpenerPolicy.DEFAULT;
    var progress = new Progress(determined.world(), start.server(), start.result(), start.hop());
    if (isTopLevel) {
      progress =
          enforced(
              progress,
              id,
              Reporter.of(url, determined.origin(), openerPolicy),
              request.initiatorOrigin(),
              rules);
    } else if (!url.matchesAboutSrcdoc()
        && !FrameEmbedding.isCredentialless(start.world(), id)
        && !FrameEmbedding.adheresToItsEmbedderPolicy(
            start.world().containerDocument(start.world().activeDocument(id)).get(),
            policyContainer,
            rules)) {
      return errorPage(progress, request, LoadError.COEP, rules);
    }
    var params =
        new NavigationParams(
            url,
            determined.origin(),
            openerPolicy,
            PagePolicy.NONE,
            policyContainer,
            flags,
            inherited,
            progress.result(),
            HeaderList.EMPTY,
            isSecureContext(start.world(), id, url),
            start.hop().referrer(),
            Vector.empty(),
            Option.none());
    return new Fetched(progress.world(), progress.server(), params);
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#determining-navigation-params-policy-container">HTML</a>
   */
  private static PolicyContainer determineNavigationParamsPolicyContainer(
      World world, Request request) {
    if (request.url().matchesAboutSrcdoc()) { // 2.
      return world
          .containerDocument(world.activeDocument(request.navigable()))
          .map(Document::policyContainer)
          .getOrElse(PolicyContainer.DEFAULT);
    }
    return request
        .initiator()
        .map(Initiator::policyContainer)
        .getOrElse(PolicyContainer.DEFAULT); // 3.
  }

  private static OpenerPolicy openerPolicyOfALocalScheme(Request request, Rules rules) {
    if (request.initiator().isEmpty()) return OpenerPolicy.DEFAULT;
    var initiator = request.initiator().get();
    var blobOrigin = request.url().tupleOrigin();
    Rule rule =
        blobOrigin.isDefined() ? Rule.OPENER_POLICY_OF_A_BLOB : Rule.OPENER_POLICY_OF_ABOUT_BLANK;
    var policy =
        blobOrigin.fold(
            () -> rules.variant().aboutBlankOpenerPolicy().apply(initiator),
            origin ->
                rules.variant().blobOpenerPolicy().apply(new BlobNavigation(initiator, origin)));
    rules
        .decisions()
        .note(
            rule,
            Answer.of(policy.value()),
            () ->
                Vector.of(
                    given("initiator", initiator.origin()),
                    given(
                        "initiator is same origin with its top level",
                        initiator.isSameOriginWithItsTopLevel()),
                    given("top-level opener policy", initiator.topLevelOpenerPolicy().value())));
    return policy;
  }

  /**
   * An error page in place of the response.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-lifecycle.html#read-ua-inline">HTML</a>
   */
  private static Fetched errorPage(
      Progress progress, Request request, LoadError error, Rules rules) {
    var id = request.navigable();
    var world = progress.world();
    var determined = Origins.newOpaqueOrigin(world); // 1.
    boolean isTopLevel = world.navigable(id).isTopLevelTraversable();
    var before = progress.result();
    var question =
        new ErrorPage(
            error,
            before.swap(),
            new CoopComparison(
                world.activeDocument(id).isInitialAboutBlank(),
                false,
                before.openerPolicy().value(),
                OpenerPolicyValue.UNSAFE_NONE));
    Swap swap = isTopLevel ? rules.variant().errorPageDecision().apply(question) : Swap.NONE;
    rules
        .decisions()
        .note(
            Rule.ERROR_PAGE,
            Answer.of(swap),
            () -> Vector.of(given("error", error), given("url", request.url())));
    var result =
        new OpenerPolicyEnforcementResult(
            swap,
            Swap.NONE,
            Reporter.of(request.url(), determined.origin(), OpenerPolicy.DEFAULT),
            determined.origin(),
            OpenerPolicy.DEFAULT,
            false); // 3.
    var params =
        new NavigationParams(
            request.url(),
            determined.origin(),
            OpenerPolicy.DEFAULT, // 2.
            PagePolicy.NONE,
            PolicyContainer.DEFAULT,
            TreeSet.empty(),
            // MODEL: an error page that switches is no case of the standard; its browsing context
            // keeps the flags of the window, as Chromium's frame policies do.
            targetSandboxingFlags(world, id),
            result,
            HeaderList.EMPTY,
            isSecureContext(world, id, request.url()),
            progress.hop().referrer(),
            Vector.empty(),
            Option.some(error)); // 4.
    return new Fetched(determined.world(), progress.server(), params);
  }

  /**
   * The sandboxing flags of the target snapshot params.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#snapshotting-target-snapshot-params">HTML</a>
   */
  private static SortedSet<SandboxingFlag> targetSandboxingFlags(World world, NavigableId id) {
    return world
        .navigable(id)
        .container()
        .fold(
            () -> world.activeBrowsingContext(id).popupSandboxingFlags(),
            container ->
                container
                    .sandboxingFlags()
                    .union(world.document(container.nodeDocument()).activeSandboxingFlags()));
  }

  private static boolean isSecureContext(World world, NavigableId id, Url url) {
    return url.isPotentiallyTrustworthy()
        && world.containerDocument(world.activeDocument(id)).forAll(Document::isSecureContext);
  }

  private static String words(SortedSet<SandboxingFlag> flags) {
    return flags.map(SandboxingFlag::name).mkString(" ").toLowerCase(java.util.Locale.ROOT);
  }
}
