package org.coopcheck.properties.claim;

import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;
import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.bound.StepKind.ABOUT_BLANK;
import static org.coopcheck.properties.bound.StepKind.CSP_SANDBOX;
import static org.coopcheck.properties.bound.StepKind.DELEGATION;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.INITIAL_IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.SANDBOX;
import static org.coopcheck.properties.claim.Ledger.ANY;
import static org.coopcheck.properties.claim.Ledger.PAGES_ONLY;
import static org.coopcheck.properties.claim.Ledger.claim;
import static org.coopcheck.properties.claim.Ledger.on;
import static org.coopcheck.properties.claim.Properties.always;
import static org.coopcheck.properties.claim.Properties.never;
import static org.coopcheck.properties.claim.Situations.isOneProcess;
import static org.coopcheck.properties.claim.Situations.isRestricted;
import static org.coopcheck.properties.claim.Situations.isSameOrigin;
import static org.coopcheck.properties.claim.Situations.isStrict;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.PermissionsPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.SessionHistoryEntry;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.claim.Properties.Case;
import org.coopcheck.properties.claim.Properties.Heading;
import org.coopcheck.properties.claim.Situations.Opening;
import org.coopcheck.properties.invariant.CoopGroupInvariants;
import org.coopcheck.properties.invariant.GroupInvariants;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.IsolationInvariants;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Pair;
import org.coopcheck.properties.invariant.Requests;
import org.coopcheck.properties.invariant.Sight;

/** The claims of the document on what popups inherit. */
final class InheritanceClaims {
  private static final String RECOMMENDED = "restrict-properties";
  private static final String NONE = "restrict-properties+none";
  private static final String NAIVE = "restrict-properties+naive";
  private static final String NOOPENER = "restrict-properties+noopener";
  private static final String QUERY_OPENER = "restrict-properties+query-opener";
  private static final String OWN_GROUP = "restrict-properties+own-group";
  private static final String STRONGER = RECOMMENDED + ",popup-permission=refused";

  private InheritanceClaims() {}

  private static Heading heading(String id, String name, String statement) {
    return new Heading(Seed.S002, id, name, statement);
  }

  // Popups of cross-origin frames.

  /** A window that a cross-origin frame of a restricted page has opened. */
  private static Vector<Opening> ofRestrictedPages(Vector<Opening> openings) {
    return openings.filter(each -> each.isByAStranger() && isRestricted(each.policy()));
  }

  private static boolean talk(Moment moment, Document a, Document b) {
    return Situations.canReach(moment, a, b)
        && Situations.canReach(moment, b, a)
        && Access.allows(moment.world(), a, b, "postMessage", moment.variant())
        && Access.allows(moment.world(), b, a, "postMessage", moment.variant());
  }

  private static final Invariant NO_FRAME_HAS_A_WORKING_POPUP =
      never(
          heading(
              "C29",
              "no-frame-of-a-restricted-page-talks-to-its-popup",
              "No cross-origin frame of a restrict-properties page exchanges messages with a popup"
                  + " that it opened and that shows a response."),
          Sight.STEP,
          moment ->
              ofRestrictedPages(Situations.loadedOpenings(moment))
                  .map(each -> each.so(talk(moment, each.by(), each.popup()))),
          "the frame and its popup exchange messages");

  private static final Invariant STRANGERS_POPUPS_START_PLAIN =
      always(
          heading(
              "C30",
              "popups-of-cross-origin-frames-start-plain",
              "The initial about:blank of a popup that a cross-origin frame opens has"
                  + " unsafe-none."),
          Sight.STEP,
          moment ->
              Situations.openings(moment)
                  .filter(each -> each.isByAStranger() && each.isInitial())
                  .map(each -> each.so(each.popup().openerPolicy().value() == UNSAFE_NONE)),
          "it has a policy",
          "a cross-origin frame opens an empty popup");

  /** What is so for a popup of a frame, and what would be if it had inherited the page's policy. */
  private static Vector<Opening> ofPopupsKeepers(Moment moment) {
    return Situations.loadedOpenings(moment)
        .filter(each -> each.isByAStranger() && each.policy() == SAME_ORIGIN_ALLOW_POPUPS);
  }

  private static Case asIfInherited(Opening each) {
    boolean wouldStay = wouldStayOfThePage(each);
    return each.so(wouldStay == each.isInTheGroup());
  }

  private static boolean wouldStayOfThePage(Opening each) {
    return each.moment()
            .variant()
            .groupDecision()
            .apply(
                new CoopComparison(
                    true,
                    each.isSameOriginWithThePage(),
                    each.policy(),
                    each.popup().openerPolicy().value()))
        == Swap.NONE;
  }

  private static final Invariant PLAIN_IS_AS_GOOD_AS_INHERITED =
      always(
          heading(
              "C31",
              "plain-popups-of-a-same-origin-allow-popups-page-act-as-if-they-inherited",
              "A popup that a cross-origin frame of a same-origin-allow-popups page opens stays in"
                  + " the group if and only if it would, had it inherited the page's policy."),
          Sight.STEP,
          moment -> ofPopupsKeepers(moment).map(InheritanceClaims::asIfInherited),
          "only one of the two is so",
          "a cross-origin frame of a same-origin-allow-popups page opens a popup");

  private static final Invariant PLAIN_IS_AS_GOOD_AS_INHERITED_ELSEWHERE =
      always(
          heading(
              "C31",
              "plain-popups-act-as-if-they-inherited-but-for-the-same-policy",
              "The same, unless the popup shows a page of the same origin with the same policy."),
          Sight.STEP,
          moment ->
              ofPopupsKeepers(moment)
                  .filter(
                      each ->
                          !each.isSameOriginWithThePage()
                              || each.popup().openerPolicy().value() != SAME_ORIGIN_ALLOW_POPUPS)
                  .map(InheritanceClaims::asIfInherited),
          "only one of the two is so",
          "a cross-origin frame of a same-origin-allow-popups page opens another popup");

  private static final Invariant STRICT_PAGES_CUT_STRANGERS_POPUPS =
      always(
          heading(
              "C32",
              "popups-of-cross-origin-frames-of-a-same-origin-page-are-cut-off",
              "A popup that a cross-origin frame of a same-origin page opens has no opener and a"
                  + " browsing context group of its own."),
          Sight.STEP,
          moment ->
              Situations.openings(moment)
                  .filter(each -> each.isByAStranger() && isStrict(each.policy()))
                  .map(
                      each ->
                          each.so(
                              !each.isInTheGroup()
                                  && Access.opener(moment.world(), each.popup()).isEmpty())),
          "the popup has an opener, or the group of the page",
          "a cross-origin frame of a same-origin page opens a popup");

  private static final Invariant RESTRICTED_PAGES_OF_TWO_ORIGINS_ARE_APART =
      always(
          heading(
              "C34",
              "restricted-pages-of-two-origins-are-apart",
              "Pages of different origins with restrict-properties need no common process."),
          Sight.WORLD,
          moment ->
              topPairs(moment)
                  .filter(pair -> isCommittedRestricted(pair.first()))
                  .filter(pair -> isCommittedRestricted(pair.second()))
                  .filter(pair -> !pair.isSameOrigin())
                  .map(pair -> Case.of(!isOneProcess(moment, pair), pair)),
          "they need one process",
          "there are restrict-properties pages of two origins");

  private static boolean isCommittedRestricted(Document document) {
    return !document.isInitialAboutBlank() && isRestricted(document.openerPolicy().value());
  }

  private static Vector<Pair> topPairs(Moment moment) {
    return Pair.of(moment.world().topLevelDocuments());
  }

  private static final Invariant END_PAGES_ARE_IN_TWO_GROUPS =
      always(
          heading(
              "C36",
              "a-restricted-page-and-the-page-of-its-frames-popup-are-in-two-groups",
              "A popup that a cross-origin frame of a restrict-properties page opens is in another"
                  + " group than the page if it shows a page without a policy or one with"
                  + " restrict-properties of another origin."),
          Sight.STEP,
          moment ->
              ofRestrictedPages(Situations.loadedOpenings(moment))
                  .filter(
                      each ->
                          each.popup().openerPolicy().value() == UNSAFE_NONE
                              || (isRestricted(each.popup().openerPolicy().value())
                                  && !each.isSameOriginWithThePage()))
                  .map(each -> each.so(!each.isInTheGroup())),
          "they are in one group",
          "a cross-origin frame of a restrict-properties page opens such a popup");

  private static Vector<Opening> emptyPopups(Moment moment) {
    return ofRestrictedPages(Situations.openings(moment)).filter(Opening::isInitial);
  }

  private static final Invariant EMPTY_POPUPS_ARE_IN_THE_GROUP =
      always(
          heading(
              "C37",
              "an-empty-popup-is-in-the-group-of-its-opener",
              "The initial about:blank of a popup that a cross-origin frame of a"
                  + " restrict-properties"
                  + " page opens is in the group of the page."),
          Sight.STEP,
          moment -> emptyPopups(moment).map(each -> each.so(each.isInTheGroup())),
          "it is in another group",
          "a cross-origin frame of a restrict-properties page opens an empty popup");

  private static final Invariant BORROWED_POLICIES_DO_NOT_ISOLATE =
      always(
              heading(
                  "C38",
                  "a-borrowed-policy-does-not-isolate",
                  "An initial about:blank whose origin is not its COOP origin is not cross-origin"
                      + " isolated, and neither is a frame in it."),
              Sight.WORLD,
              moment ->
                  moment
                      .world()
                      .fullyActiveDocuments()
                      .filter(each -> hasBorrowed(moment.world().topLevelDocument(each)))
                      .map(
                          each ->
                              Case.of(
                                  !CrossOriginIsolation.isCapable(moment.world(), each),
                                  moment.world().topLevelDocument(each),
                                  each)),
              "it is cross-origin isolated",
              "an initial about:blank in an isolated group has another COOP origin than its own")
          .withIsWitness(
              moment ->
                  moment
                      .world()
                      .topLevelDocuments()
                      .exists(
                          each ->
                              hasBorrowed(each)
                                  && CrossOriginIsolation.isolationMode(moment.world(), each)
                                      == CrossOriginIsolationMode.CONCRETE));

  private static boolean hasBorrowed(Document document) {
    return document.isInitialAboutBlank()
        && !document.coopOrigin().isSameOriginWith(document.origin());
  }

  // The COOP origin in nothing but comparisons.

  /** The same world, in which every policy was set by the document's own origin. */
  private static World withoutCoopOrigins(World world) {
    return world
        .withNavigables(world.navigables().mapValues(InheritanceClaims::withoutCoopOrigins))
        .withDocuments(
            world
                .documents()
                .mapValues(each -> each.withOpenerPolicy(withoutCoopOrigin(each.openerPolicy()))));
  }

  private static Navigable withoutCoopOrigins(Navigable navigable) {
    return navigable.withHistory(
        navigable
            .history()
            .map(
                entry ->
                    new SessionHistoryEntry(
                        entry.url(),
                        entry.document(),
                        entry.initiator().map(InheritanceClaims::withoutCoopOrigin))));
  }

  private static Initiator withoutCoopOrigin(Initiator initiator) {
    return new Initiator(
        initiator.origin(),
        initiator.url(),
        initiator.policyContainer(),
        initiator.sandboxingFlags(),
        initiator.isSameOriginWithItsTopLevel(),
        withoutCoopOrigin(initiator.topLevelOpenerPolicy()));
  }

  private static OpenerPolicy withoutCoopOrigin(OpenerPolicy policy) {
    return policy.withCoopOrigin(Option.none());
  }

  private static World withoutPermissions(World world) {
    return world.withDocuments(
        world
            .documents()
            .mapValues(
                each -> each.withPermissionsPolicy(PermissionsPolicy.OF_A_TOP_LEVEL_DOCUMENT)));
  }

  private static Vector<Case> withAndWithoutCoopOrigins(
      Moment moment, boolean comparesPermissions) {
    var borrowers = moment.before().topLevelDocuments().filter(InheritanceClaims::hasBorrowed);
    if (borrowers.isEmpty()) return Vector.empty();
    var rules = Rules.unheard(moment.variant(), moment.capabilities());
    var with = Interpreter.step(moment.before(), moment.server(), moment.action(), rules);
    var without =
        Interpreter.step(
            withoutCoopOrigins(moment.before()), moment.server(), moment.action(), rules);
    // Another result of a comparison is what the COOP origin is for.
    if (swap(with.outcome()) != swap(without.outcome())) return Vector.empty();
    var one = withoutCoopOrigins(with.world());
    var other = withoutCoopOrigins(without.world());
    boolean isSame =
        comparesPermissions
            ? one.equals(other)
            : withoutPermissions(one).equals(withoutPermissions(other));
    var about =
        borrowers
            .map(moment.before()::navigableOf)
            .filter(moment.world()::hasNavigable)
            .map(moment.world()::activeDocument);
    return Vector.of(new Case(isSame, about));
  }

  private static Swap swap(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Navigated navigated -> navigated.swap();
      case Outcome.Opened opened -> opened.swap();
      case Outcome.Used used -> used.navigated().map(Outcome.Navigated::swap).getOrElse(Swap.NONE);
      case Outcome.NotDone notDone -> Swap.NONE;
      case Outcome.Done done -> Swap.NONE;
      case Outcome.Found found -> Swap.NONE;
    };
  }

  private static final Invariant COOP_ORIGINS_ONLY_COMPARE =
      always(
          heading(
              "C39",
              "the-coop-origin-only-compares",
              "A step in which comparisons have the same results leads to the same world"
                  + " whatever the COOP origins were, permissions apart."),
          Sight.STEP,
          moment -> withAndWithoutCoopOrigins(moment, false),
          "with another COOP origin the step leads to another world",
          "a step is taken while a COOP origin is another than the document's origin");

  private static final Invariant COOP_ORIGINS_ONLY_COMPARE_AND_PERMIT_NOTHING =
      always(
          heading(
              "C39",
              "the-coop-origin-only-compares-and-permits-nothing",
              "A step in which comparisons have the same results leads to the same world"
                  + " whatever the COOP origins were."),
          Sight.STEP,
          moment -> withAndWithoutCoopOrigins(moment, true),
          "with another COOP origin the step leads to other permissions",
          "a step is taken while a COOP origin is another than the document's origin");

  // Discarded options.

  private static final Invariant FRAMES_KEEP_THEIR_POPUPS =
      always(
          heading(
              "C41",
              "frames-of-restricted-pages-keep-their-popups",
              "A cross-origin frame of a restrict-properties page has a handle on a popup that it"
                  + " opens."),
          Sight.STEP,
          moment ->
              ofRestrictedPages(Situations.openings(moment))
                  .map(each -> each.so(each.isConnected())),
          "the frame has no handle that works",
          "a cross-origin frame of a restrict-properties page opens a popup");

  private static final Invariant A_PROCESS_IS_THERE =
      always(
          heading(
              "C42",
              "an-empty-popup-has-a-process-at-once",
              "The initial about:blank of a popup that a cross-origin frame of a"
                  + " restrict-properties"
                  + " page opens needs a process that is there."),
          Sight.STEP,
          moment ->
              emptyPopups(moment)
                  .filter(Opening::isConnected)
                  .map(each -> each.so(isOneProcess(moment, each.by(), each.popup()))),
          "the popup needs a process of its own, which is not there yet",
          "a cross-origin frame of a restrict-properties page has a handle on its empty popup");

  private static final Invariant FRAMES_SCRIPT_THEIR_EMPTY_POPUPS =
      always(
          heading(
              "C43",
              "frames-script-their-empty-popups",
              "A cross-origin frame of a restrict-properties page can script the initial"
                  + " about:blank of a popup that it opens."),
          Sight.STEP,
          moment ->
              emptyPopups(moment)
                  .map(
                      each ->
                          each.so(
                              each.isConnected()
                                  && Access.canScript(
                                      moment.world(), each.by(), each.popup(), moment.variant()))),
          "the frame cannot script its popup",
          "a cross-origin frame of a restrict-properties page opens an empty popup");

  // What the recommended option gives.

  private static Vector<Pair> isolatedPairs(Moment moment) {
    return topPairs(moment)
        .filter(
            pair ->
                pair.isInOneGroup(moment.world())
                    && CrossOriginIsolation.isolationMode(moment.world(), pair.first())
                        != CrossOriginIsolationMode.NONE);
  }

  private static final Invariant NO_ISOLATED_GROUP_OF_TWO_ORIGINS =
      never(
          heading(
              "C44",
              "no-isolated-group-of-two-origins",
              "No isolated browsing context group has top-level documents of two origins."),
          Sight.WORLD,
          moment -> isolatedPairs(moment).map(pair -> Case.of(!pair.isSameOrigin(), pair)),
          "they are in one isolated group");

  private static final Invariant ONLY_INITIAL_DOCUMENTS_ARE_STRANGERS =
      always(
          heading(
              "C44",
              "only-initial-documents-are-strangers-in-an-isolated-group",
              "Top-level documents of an isolated group that are not the initial about:blank have"
                  + " one origin."),
          Sight.WORLD,
          moment ->
              isolatedPairs(moment)
                  .filter(
                      pair ->
                          !pair.first().isInitialAboutBlank()
                              && !pair.second().isInitialAboutBlank())
                  .map(pair -> Case.of(pair.isSameOrigin(), pair)),
          "they are in one isolated group",
          "an isolated group has two pages");

  private static final Invariant LOADED_TAINTED_MEANS_EMBEDDABLE =
      always(
          heading(
              "C45",
              "loaded-documents-of-an-isolated-process-are-embeddable",
              "Every document, but for error pages, that needs one process with a cross-origin"
                  + " isolated document has a compatible embedder policy."),
          Sight.WORLD,
          moment ->
              isolatedDocuments(moment)
                  .flatMap(
                      isolated ->
                          moment
                              .world()
                              .fullyActiveDocuments()
                              .filter(each -> each.error().isEmpty())
                              .filter(each -> !each.id().equals(isolated.id()))
                              .filter(each -> isOneProcess(moment, isolated, each))
                              .map(
                                  each ->
                                      Case.of(
                                          each.policyContainer()
                                              .embedderPolicy()
                                              .isCompatibleWithCrossOriginIsolation(),
                                          isolated,
                                          each))),
          "they need one process, and the second has no embedder policy",
          "a cross-origin isolated document needs one process with another");

  private static Vector<Document> isolatedDocuments(Moment moment) {
    return moment
        .world()
        .fullyActiveDocuments()
        .filter(each -> CrossOriginIsolation.isCapable(moment.world(), each));
  }

  private static final Invariant A_POPUP_IS_NO_MORE_THAN_ITS_FRAME =
      always(
          heading(
              "C46",
              "an-empty-popup-is-no-more-than-its-frame",
              "The initial about:blank of a popup that a cross-origin frame of a"
                  + " restrict-properties"
                  + " page opens has the frame's origin and embedder policy."),
          Sight.STEP,
          moment ->
              emptyPopups(moment)
                  .map(
                      each ->
                          each.so(
                              isSameOrigin(each.by(), each.popup())
                                  && each.by()
                                      .policyContainer()
                                      .embedderPolicy()
                                      .equals(each.popup().policyContainer().embedderPolicy()))),
          "it has another origin or embedder policy",
          "a cross-origin frame of a restrict-properties page opens an empty popup");

  private static final Invariant NO_EMPTY_POPUP_IS_ISOLATED =
      never(
          heading(
              "C47",
              "no-empty-popup-of-a-page-is-isolated",
              "No initial about:blank that a document of an isolated page's own origin opens is"
                  + " cross-origin isolated."),
          Sight.STEP,
          moment ->
              Situations.openings(moment)
                  .filter(each -> each.isInitial() && !each.isByAStranger())
                  .filter(each -> CrossOriginIsolation.isCapable(moment.world(), each.page()))
                  .map(
                      each ->
                          each.so(CrossOriginIsolation.isCapable(moment.world(), each.popup()))),
          "the popup is cross-origin isolated");

  /** Popups of frames with an embedder policy in pages without one. */
  private static Vector<Opening> whereOnlyTheFrameHasCoep(Moment moment) {
    return emptyPopups(moment)
        .filter(each -> each.policy() == RESTRICT_PROPERTIES && hasCoep(each.by()));
  }

  private static boolean hasCoep(Document document) {
    return document.policyContainer().embedderPolicy().isCompatibleWithCrossOriginIsolation();
  }

  private static final Invariant A_FRAMES_COEP_DOES_NOT_ISOLATE =
      always(
          heading(
              "C50",
              "an-embedder-policy-of-a-frame-alone-does-not-isolate",
              "A popup that a frame with an embedder policy in a restrict-properties page without"
                  + " one"
                  + " opens inherits the embedder policy, and neither is cross-origin isolated."),
          Sight.STEP,
          moment ->
              whereOnlyTheFrameHasCoep(moment)
                  .map(
                      each ->
                          each.so(
                              hasCoep(each.popup())
                                  && CrossOriginIsolation.isolationMode(
                                          moment.world(), each.popup())
                                      == CrossOriginIsolationMode.NONE
                                  && !CrossOriginIsolation.isCapable(moment.world(), each.by())
                                  && !CrossOriginIsolation.isCapable(
                                      moment.world(), each.popup()))),
          "one of them is isolated, or the popup has no embedder policy",
          "such a frame opens an empty popup");

  private static final Invariant THE_VALUE_IS_INHERITED_AS_IT_IS =
      always(
          heading(
              "C51",
              "the-value-is-inherited-as-it-is",
              "A popup that a frame with an embedder policy in a restrict-properties page without"
                  + " one"
                  + " opens has restrict-properties, not restrict-properties-plus-coep."),
          Sight.STEP,
          moment ->
              whereOnlyTheFrameHasCoep(moment)
                  .map(each -> each.so(each.popup().openerPolicy().value() == RESTRICT_PROPERTIES)),
          "it has another value",
          "such a frame opens an empty popup");

  // CSP sandbox.

  private static final Invariant SANDBOXED_WINDOWS_HAVE_NO_POLICY =
      always(
              heading(
                  "C53",
                  "inherited-sandboxing-excludes-a-policy",
                  "A top-level document that sandboxing flags of its window bind has unsafe-none"
                      + " or is an"
                      + " error page."),
              Sight.WORLD,
              moment ->
                  moment
                      .world()
                      .topLevelDocuments()
                      .filter(each -> !each.isInitialAboutBlank())
                      .filter(
                          each ->
                              !moment
                                      .world()
                                      .browsingContext(each.browsingContext())
                                      .popupSandboxingFlags()
                                      .isEmpty()
                                  || each.error().contains(LoadError.COOP_SANDBOX))
                      .map(
                          each ->
                              Case.of(
                                  each.openerPolicy().value() == UNSAFE_NONE
                                      || each.error().isDefined(),
                                  each)),
              "it is sandboxed and has a policy",
              "sandboxing excludes the policy of a response")
          .withIsWitness(InheritanceClaims::hasASandboxError);

  private static final Invariant SANDBOXED_RESPONSES_HAVE_NO_POLICY =
      always(
              heading(
                  "C53",
                  "sandboxing-excludes-a-policy",
                  "A top-level document that any sandboxing flags bind, its own among them, has"
                      + " unsafe-none or is an error page."),
              Sight.WORLD,
              moment ->
                  moment
                      .world()
                      .topLevelDocuments()
                      .filter(each -> !each.isInitialAboutBlank())
                      .filter(
                          each ->
                              !each.activeSandboxingFlags().isEmpty()
                                  || each.error().contains(LoadError.COOP_SANDBOX))
                      .map(
                          each ->
                              Case.of(
                                  each.openerPolicy().value() == UNSAFE_NONE
                                      || each.error().isDefined(),
                                  each)),
              "it is sandboxed and has a policy",
              "sandboxing excludes the policy of a response")
          .withIsWitness(
              moment ->
                  hasASandboxError(moment)
                      || moment
                          .world()
                          .topLevelDocuments()
                          .exists(each -> !each.activeSandboxingFlags().isEmpty()));

  private static boolean hasASandboxError(Moment moment) {
    return moment
        .world()
        .topLevelDocuments()
        .exists(each -> each.error().contains(LoadError.COOP_SANDBOX));
  }

  private static boolean isSandboxedWithAPolicy(Response.Answered response) {
    return Situations.isCspSandboxed(response.headers())
        && !Situations.asked(response.headers()).equals(UNSAFE_NONE.token());
  }

  /** What the window shows that the step has navigated. */
  private static Option<Document> navigated(Moment moment) {
    return Requests.navigation(moment.action())
        .map(Requests.Going::window)
        .filter(moment.world()::hasNavigable)
        .map(moment.world()::activeDocument);
  }

  private static Vector<Case> ofSandboxedHops(Moment moment) {
    var responses = Requests.responses(moment);
    boolean isMeant =
        responses.size() > 1
            && responses.init().exists(InheritanceClaims::isSandboxedWithAPolicy)
            && !isSandboxedWithAPolicy(responses.last());
    return isMeant
        ? navigated(moment)
            .toVector()
            .map(shown -> Case.of(!shown.error().contains(LoadError.COOP_SANDBOX), shown))
        : Vector.empty();
  }

  private static final Invariant SANDBOXED_HOPS_DO_NOT_FAIL =
      always(
          heading(
              "C54",
              "a-sandboxed-hop-does-not-fail",
              "A redirect with an opener policy and a CSP sandbox is followed."),
          Sight.STEP,
          InheritanceClaims::ofSandboxedHops,
          "the redirect was not followed",
          "a redirect has an opener policy and a CSP sandbox");

  private static final Invariant HOPS_FAIL_AS_DOCUMENTS_DO =
      always(
              heading(
                  "C56",
                  "hops-fail-as-documents-do",
                  "A navigation fails if any of its responses, redirect or not, has an opener"
                      + " policy and"
                      + " a CSP sandbox."),
              Sight.STEP,
              moment ->
                  Requests.responses(moment).exists(InheritanceClaims::isSandboxedWithAPolicy)
                      ? navigated(moment)
                          .toVector()
                          .map(
                              shown ->
                                  Case.of(shown.error().contains(LoadError.COOP_SANDBOX), shown))
                      : Vector.empty(),
              "it was loaded",
              "a redirect has an opener policy and a CSP sandbox")
          .withIsWitness(
              moment ->
                  Requests.responses(moment)
                      .dropRight(1)
                      .exists(InheritanceClaims::isSandboxedWithAPolicy));

  private static final Invariant A_SANDBOXED_RETURN_STAYS =
      always(
          heading(
              "C57",
              "a-sandboxed-page-that-returns-to-its-like-stays",
              "A page with a policy and a CSP sandbox that goes by a redirect with the same"
                  + " policy to"
                  + " its like of the same URL's origin stays in its group."),
          Sight.STEP,
          InheritanceClaims::sandboxedReturns,
          "the window went to another group",
          "such a page goes by such a redirect");

  private static final Invariant NO_SANDBOXED_RETURN_STAYS =
      never(
          heading(
              "C57",
              "no-sandboxed-page-that-returns-to-its-like-stays",
              "No page with a policy and a CSP sandbox that goes by a redirect with the same policy"
                  + " to its like of the same URL's origin stays in its group."),
          Sight.STEP,
          InheritanceClaims::sandboxedReturns,
          "the window stays in its group");

  private static final Invariant COMPARED_AS_A_REDIRECT_TOO =
      always(
          heading(
              "C55",
              "a-sandboxed-response-is-compared-as-a-redirect-too",
              "A response with a CSP sandbox makes a window go as far as it would, were it a"
                  + " redirect to its like without one."),
          Sight.STEP,
          InheritanceClaims::asARedirect,
          "as a redirect it has another result",
          "a window is navigated to a response with a CSP sandbox");

  private static Vector<Case> asARedirect(Moment moment) {
    return Requests.responses(moment)
        .filter(each -> !each.isRedirect() && Situations.isCspSandboxed(each.headers()))
        .flatMap(
            each ->
                navigated(moment)
                    .map(
                        shown ->
                            Case.of(
                                swap(moment, moment.server())
                                    == swap(moment, new AsARedirect(moment.server(), each)),
                                shown)));
  }

  private static Swap swap(Moment moment, Server server) {
    return swap(
        Interpreter.step(
                moment.before(),
                server,
                moment.action(),
                Rules.unheard(moment.variant(), moment.capabilities()))
            .outcome());
  }

  /** Servers of which one response is a redirect to its like without a CSP sandbox. */
  private record AsARedirect(Server server, Response.Answered response) implements Server {
    @Override
    public Exchange request(Url url) {
      var like = Url.of(response.url().withoutFragment() + "/like");
      if (url.withoutFragment().equals(like)) return answer(url, 200, response.headers());
      return url.withoutFragment().equals(response.url().withoutFragment())
          ? answer(url, 302, response.headers().with("Location", like.toString()))
          : server.request(url);
    }

    private Exchange answer(Url url, int status, HeaderList headers) {
      var sandboxed = status == 302 ? headers : headers.without("Content-Security-Policy");
      return new Exchange(new Response.Answered(url, status, sandboxed), this);
    }
  }

  private static Vector<Case> sandboxedReturns(Moment moment) {
    if (!(moment.action() instanceof Action.Navigate(var window, var by, var url))) {
      return Vector.empty();
    }
    if (!moment.before().hasNavigable(window)) return Vector.empty(); // it cannot be done
    var before = moment.before().activeDocument(window);
    var responses = Requests.responses(moment);
    String policy = before.openerPolicy().value().token();
    boolean isMeant =
        responses.size() == 2
            && !before.activeSandboxingFlags().isEmpty()
            && before.openerPolicy().value() == SAME_ORIGIN
            && responses.forAll(each -> Situations.asked(each.headers()).equals(policy))
            && responses.forAll(each -> each.url().tupleOrigin().equals(before.url().tupleOrigin()))
            && !Situations.isCspSandboxed(responses.head().headers())
            && Situations.isCspSandboxed(responses.last().headers());
    if (!isMeant) return Vector.empty();
    var after = moment.world().activeDocument(window);
    boolean stays = moment.before().groupOf(before).id().equals(moment.world().groupOf(after).id());
    return Vector.of(Case.of(stays, after));
  }

  // The ledger.

  private static Bound withOneRedirect(Bound bound) {
    return bound
        .withRedirects(1)
        .withFrames(0)
        .withWindows(1)
        .withSteps(Option.some(2))
        .withValues(Vector.of(UNSAFE_NONE, SAME_ORIGIN));
  }

  private static Bound withRestrictedPagesOnly(Bound bound) {
    return bound.withValues(
        Vector.of(UNSAFE_NONE, RESTRICT_PROPERTIES, RESTRICT_PROPERTIES_PLUS_COEP));
  }

  private static Bound withFourSteps(Bound bound) {
    return withRestrictedPagesOnly(bound).withSteps(Option.some(4));
  }

  private static Bound withNestedPopups(Bound bound) {
    return withFourSteps(bound).withWindows(3);
  }

  private static Bound withFiveSteps(Bound bound) {
    return bound.withSteps(Option.some(5)).withValues(Vector.of(UNSAFE_NONE, RESTRICT_PROPERTIES));
  }

  private static final Invariant I7 = CoopGroupInvariants.RESTRICTED_GROUPS_HAVE_ONE_COOP_ORIGIN;
  private static final Invariant P4 = IsolationInvariants.PERMISSION_IS_NOT_BYPASSED;

  static final Vector<Claim> CLAIMS =
      Vector.of(
          claim(
              "C29",
              "S002",
              "Cross-origin frames must be able to open working popups under restrict-properties.",
              "A cross-origin frame of a restrict-properties page and its popup exchange messages.",
              on(String.join(" ", NONE, NAIVE, RECOMMENDED, QUERY_OPENER, OWN_GROUP))
                  .isPermitted(NO_FRAME_HAS_A_WORKING_POPUP),
              on(NOOPENER).holds(NO_FRAME_HAS_A_WORKING_POPUP)),
          claim(
              "C30",
              "S002",
              "Today such popups start from unsafe-none whatever the page's COOP is.",
              STRANGERS_POPUPS_START_PLAIN.statement(),
              on("html").holds(STRANGERS_POPUPS_START_PLAIN)),
          claim(
              "C31",
              "S002",
              "That is fine for same-origin-allow-popups: it behaves like unsafe-none for fresh"
                  + " popups.",
              "A fresh popup with unsafe-none stays if and only if one that had inherited would;"
                  + " not"
                  + " so for a popup of the page's own origin and policy.",
              on("html").holds(PLAIN_IS_AS_GOOD_AS_INHERITED_ELSEWHERE),
              on("html").isViolated(PLAIN_IS_AS_GOOD_AS_INHERITED)),
          claim(
              "C32",
              "S002",
              "For same-origin these popups are opened noopener.",
              STRICT_PAGES_CUT_STRANGERS_POPUPS.statement(),
              on("html").holds(STRICT_PAGES_CUT_STRANGERS_POPUPS)),
          claim(
              "C33",
              "S002",
              "It does not work for restrict-properties, since the swap must be computed against"
                  + " it,"
                  + " not against unsafe-none.",
              "Invariant I7.",
              on(NONE).isViolated(I7)),
          claim(
              "C34",
              "S002",
              "Simple inheritance breaks COOP: everything ends in one process, which must never be"
                  + " allowed.",
              "Invariant I7; and: " + RESTRICTED_PAGES_OF_TWO_ORIGINS_ARE_APART.statement(),
              on(NAIVE).can(ANY).isViolated(I7),
              on(NAIVE).can(PAGES_ONLY).isViolated(RESTRICTED_PAGES_OF_TWO_ORIGINS_ARE_APART),
              on(NAIVE).holds(RESTRICTED_PAGES_OF_TWO_ORIGINS_ARE_APART),
              on(RECOMMENDED).can(PAGES_ONLY).holds(RESTRICTED_PAGES_OF_TWO_ORIGINS_ARE_APART)),
          claim(
              "C35",
              "S002",
              "Opening without noopener lets the frame use isolated APIs, bypassing the embedder's"
                  + " permissions policy.",
              "Invariant P4.",
              on("html,noopener-rule=off html+naive " + NONE + " " + NAIVE)
                  .with(DELEGATION)
                  .isViolated(P4)),
          claim(
              "C36",
              "S002",
              "With the COOP origin the two end pages land in two browsing context groups.",
              END_PAGES_ARE_IN_TWO_GROUPS.statement(),
              on(RECOMMENDED).can(ANY).holds(END_PAGES_ARE_IN_TWO_GROUPS)),
          claim(
              "C37",
              "S002",
              "The initial empty document still lives in the opener's browsing context group.",
              EMPTY_POPUPS_ARE_IN_THE_GROUP.statement(),
              on(RECOMMENDED).holds(EMPTY_POPUPS_ARE_IN_THE_GROUP),
              on(OWN_GROUP + " " + NOOPENER).isViolated(EMPTY_POPUPS_ARE_IN_THE_GROUP)),
          claim(
              "C38",
              "S002",
              "Initial documents whose origin and COOP origin differ cannot use isolated APIs.",
              BORROWED_POLICIES_DO_NOT_ISOLATE.statement(),
              on(RECOMMENDED)
                  .within(InheritanceClaims::withFourSteps)
                  .within(bound -> bound.withFrames(2))
                  .only(OPEN, IFRAME, INITIAL_IFRAME, DELEGATION)
                  .holds(BORROWED_POLICIES_DO_NOT_ISOLATE),
              on("html+coop-origin").holds(BORROWED_POLICIES_DO_NOT_ISOLATE)),
          claim(
              "C39",
              "S002",
              "The COOP origin is used only by the COOP algorithm.",
              COOP_ORIGINS_ONLY_COMPARE.statement() + " The permissions of a nested popup differ.",
              on(RECOMMENDED)
                  .within(InheritanceClaims::withNestedPopups)
                  .only(OPEN, NAVIGATE, IFRAME)
                  .holds(COOP_ORIGINS_ONLY_COMPARE),
              on(RECOMMENDED)
                  .within(InheritanceClaims::withNestedPopups)
                  .only(OPEN, NAVIGATE, IFRAME)
                  .isViolated(COOP_ORIGINS_ONLY_COMPARE_AND_PERMIT_NOTHING)),
          claim(
              "C40",
              "S002",
              "Querying the opener's top-level document at the first navigation gets complicated"
                  + " for"
                  + " nested popups.",
              "Invariant I7: it holds for three steps of two windows, and falls with a nested"
                  + " popup, and"
                  + " if the opener is navigated before its popup.",
              on(QUERY_OPENER).holds(I7),
              on(QUERY_OPENER)
                  .within(InheritanceClaims::withNestedPopups)
                  .only(OPEN, IFRAME)
                  .isViolated(I7),
              on(RECOMMENDED)
                  .within(InheritanceClaims::withNestedPopups)
                  .only(OPEN, IFRAME)
                  .holds(I7),
              on(QUERY_OPENER)
                  .within(InheritanceClaims::withFiveSteps)
                  .only(OPEN, NAVIGATE, IFRAME)
                  .isViolated(I7),
              on(RECOMMENDED)
                  .within(InheritanceClaims::withFiveSteps)
                  .only(OPEN, NAVIGATE, IFRAME)
                  .holds(I7)),
          claim(
              "C41",
              "S002",
              "noopener for cross-origin frames removes most of the feature's use.",
              FRAMES_KEEP_THEIR_POPUPS.statement(),
              on(NOOPENER).isViolated(FRAMES_KEEP_THEIR_POPUPS)),
          claim(
              "C42",
              "S002",
              "A browsing context group of its own for the initial document clashes with the"
                  + " synchronous return of window.open().",
              A_PROCESS_IS_THERE.statement(),
              on(OWN_GROUP).isViolated(A_PROCESS_IS_THERE),
              on(NONE + " " + RECOMMENDED).holds(A_PROCESS_IS_THERE)),
          claim(
              "C43",
              "S002",
              "And the frame loses synchronous scripting of the new document.",
              FRAMES_SCRIPT_THEIR_EMPTY_POPUPS.statement(),
              on(OWN_GROUP).isViolated(FRAMES_SCRIPT_THEIR_EMPTY_POPUPS),
              on(String.join(" ", NONE, NAIVE, RECOMMENDED, QUERY_OPENER))
                  .holds(FRAMES_SCRIPT_THEIR_EMPTY_POPUPS)),
          claim(
              "C44",
              "S002",
              "An isolated browsing context group can then hold top-level documents of several"
                  + " origins.",
              "Top-level documents of two origins in an isolated group; only initial ones.",
              on(RECOMMENDED).isPermitted(NO_ISOLATED_GROUP_OF_TWO_ORIGINS),
              on(RECOMMENDED).holds(ONLY_INITIAL_DOCUMENTS_ARE_STRANGERS),
              on(RECOMMENDED)
                  .within(InheritanceClaims::withFourSteps)
                  .only(OPEN, IFRAME, ABOUT_BLANK)
                  .holds(ONLY_INITIAL_DOCUMENTS_ARE_STRANGERS)),
          claim(
              "C45",
              "S002",
              "All that the frame does is readable by the page, which is acceptable since the frame"
                  + " agreed through COEP.",
              "Invariant P1; and the same but for error pages.",
              on(RECOMMENDED).can(ANY).holds(IsolationInvariants.TAINTED_MEANS_EMBEDDABLE),
              on(RECOMMENDED).can(ANY).holds(LOADED_TAINTED_MEANS_EMBEDDABLE)),
          claim(
              "C46",
              "S002",
              "The page learns nothing more from the popup than from the frame: same origin, COEP"
                  + " inherited, no new embeds or fetches.",
              A_POPUP_IS_NO_MORE_THAN_ITS_FRAME.statement(),
              on(RECOMMENDED).holds(A_POPUP_IS_NO_MORE_THAN_ITS_FRAME),
              on(RECOMMENDED)
                  .isNotModelledYet(Expected.VIOLATED, "storage that is partitioned by page")),
          claim(
              "C47",
              "S002",
              "The frame can read the page only if delegated; nothing is inherited by popups, so"
                  + " the"
                  + " permission is disabled on fresh popups.",
              "Invariant P4; a popup of the page's own document is isolated if the weaker rule is"
                  + " taken, and not if the stronger one is.",
              on(RECOMMENDED).with(DELEGATION).holds(P4),
              on(RECOMMENDED + " " + STRONGER + " " + RECOMMENDED + ",about-blank=literal")
                  .within(InheritanceClaims::withFourSteps)
                  .only(OPEN, IFRAME, ABOUT_BLANK)
                  .holds(P4),
              on(RECOMMENDED).isPermitted(NO_EMPTY_POPUP_IS_ISOLATED),
              on(STRONGER).with(DELEGATION).holds(P4),
              on(STRONGER).holds(NO_EMPTY_POPUP_IS_ISOLATED)),
          claim(
              "C48",
              "S002",
              "Invariants about top-level origins become invariants about top-level COOP origins.",
              "Invariants I7 and B1, of COOP origins.",
              on(RECOMMENDED).holds(I7),
              on(RECOMMENDED + " html+coop-origin").holds(GroupInvariants.ONE_POLICY_IN_A_GROUP)),
          claim(
              "C49",
              "S002",
              "Only initial empty documents can have another COOP origin than their origin.",
              "Invariant O1; it falls if a response's own CSP sandbox is ignored, whether always or"
                  + " for the recorded origin, and if about:blank that is navigated to inherits.",
              on(RECOMMENDED + " " + RECOMMENDED + ",csp-sandbox=every-stage")
                  .only(OPEN, NAVIGATE, IFRAME, CSP_SANDBOX)
                  .holds(CoopGroupInvariants.ONLY_INITIAL_DOCUMENTS_DIFFER),
              on(RECOMMENDED
                      + ",csp-sandbox=ignore-own "
                      + RECOMMENDED
                      + ",csp-sandbox=commit-only-r1")
                  .only(OPEN, NAVIGATE, IFRAME, CSP_SANDBOX)
                  .isViolated(CoopGroupInvariants.ONLY_INITIAL_DOCUMENTS_DIFFER),
              on(RECOMMENDED)
                  .within(InheritanceClaims::withFourSteps)
                  .isViolated(CoopGroupInvariants.ONLY_INITIAL_DOCUMENTS_DIFFER)),
          claim(
              "C50",
              "S002",
              "If only the frame has COEP, the popup inherits COEP but the frame is not isolated.",
              A_FRAMES_COEP_DOES_NOT_ISOLATE.statement(),
              on(RECOMMENDED).holds(A_FRAMES_COEP_DOES_NOT_ISOLATE)),
          claim(
              "C51",
              "S002",
              "The comparison still works because restrict-properties, not its form with COEP, is"
                  + " inherited.",
              THE_VALUE_IS_INHERITED_AS_IT_IS.statement(),
              on(RECOMMENDED).holds(THE_VALUE_IS_INHERITED_AS_IT_IS)),
          claim(
              "C52",
              "S002",
              "A map from policy, top-level origin and isolation to a browsing context group"
                  + " inside a"
                  + " COOP group, like the cluster map in a group.",
              "Invariants I8, I9 and R1.",
              on(RECOMMENDED).holds(CoopGroupInvariants.ONE_GROUP_FOR_EACH_POLICY),
              on(RECOMMENDED).holds(CoopGroupInvariants.PLAIN_PAGES_SHARE_A_GROUP),
              on(RECOMMENDED).holds(CoopGroupInvariants.A_POLICY_LEADS_BACK)),
          claim(
              "C53",
              "S002",
              "Today inherited and CSP sandbox flags are computed first, and with COOP set the"
                  + " result"
                  + " is an error page.",
              SANDBOXED_RESPONSES_HAVE_NO_POLICY.statement()
                  + " In engines only of inherited flags.",
              on("html").with(SANDBOX).holds(SANDBOXED_WINDOWS_HAVE_NO_POLICY),
              on("html,csp-sandbox=every-stage")
                  .with(SANDBOX, CSP_SANDBOX)
                  .holds(SANDBOXED_RESPONSES_HAVE_NO_POLICY),
              on("html").with(SANDBOX, CSP_SANDBOX).isViolated(SANDBOXED_RESPONSES_HAVE_NO_POLICY)),
          claim(
              "C54",
              "S002",
              "On redirects COOP is enforced but CSP sandbox is not.",
              SANDBOXED_HOPS_DO_NOT_FAIL.statement(),
              on("html,csp-sandbox=every-stage")
                  .with(CSP_SANDBOX)
                  .within(InheritanceClaims::withOneRedirect)
                  .isViolated(SANDBOXED_HOPS_DO_NOT_FAIL),
              on("html")
                  .with(CSP_SANDBOX)
                  .within(InheritanceClaims::withOneRedirect)
                  .holds(SANDBOXED_HOPS_DO_NOT_FAIL)),
          claim(
              "C55",
              "S002",
              "Ignoring a response's own CSP sandbox for COOP origins is consistent for redirects"
                  + " and"
                  + " final responses.",
              COMPARED_AS_A_REDIRECT_TOO.statement() + " Not so by the rules of today.",
              on("html,csp-sandbox=ignore-own")
                  .only(OPEN, NAVIGATE, CSP_SANDBOX)
                  .holds(COMPARED_AS_A_REDIRECT_TOO),
              on("html").only(OPEN, NAVIGATE, CSP_SANDBOX).isViolated(COMPARED_AS_A_REDIRECT_TOO)),
          claim(
              "C56",
              "S002",
              "Including all sandboxing at all stages is consistent too.",
              HOPS_FAIL_AS_DOCUMENTS_DO.statement() + " " + COMPARED_AS_A_REDIRECT_TOO.statement(),
              on("html,csp-sandbox=every-stage")
                  .with(CSP_SANDBOX)
                  .within(InheritanceClaims::withOneRedirect)
                  .holds(HOPS_FAIL_AS_DOCUMENTS_DO),
              on("html,csp-sandbox=every-stage")
                  .only(OPEN, NAVIGATE, CSP_SANDBOX)
                  .holds(COMPARED_AS_A_REDIRECT_TOO)),
          claim(
              "C57",
              "S002",
              "Ignoring CSP on redirects but not at commit: a page with COOP and CSP that goes to"
                  + " its"
                  + " like by a redirect with COOP does not switch.",
              A_SANDBOXED_RETURN_STAYS.statement(),
              on("html")
                  .with(CSP_SANDBOX)
                  .within(InheritanceClaims::withOneRedirect)
                  .isViolated(A_SANDBOXED_RETURN_STAYS),
              on("html,csp-sandbox=commit-only-r1")
                  .with(CSP_SANDBOX)
                  .within(InheritanceClaims::withOneRedirect)
                  .isPermitted(NO_SANDBOXED_RETURN_STAYS)));
}
