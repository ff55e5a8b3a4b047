package org.coopcheck.model.window;

import static org.coopcheck.model.decision.Decision.given;

import com.google.common.base.Ascii;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import org.coopcheck.model.context.BrowsingContexts;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.navigation.Navigation;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Questions.PopupCreation;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * {@code window.open()}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#window-open-steps">HTML</a>
 */
public final class WindowOpen {
  // A name and, behind "=", its value; no comma is between them.
  private static final Pattern FEATURE =
      Pattern.compile(
          "(?<name>[^ \\t\\n\\f\\r,=]+)"
              + "([ \\t\\n\\f\\r]*=[ \\t\\n\\f\\r=]*(?<value>[^ \\t\\n\\f\\r,=]*))?");

  private WindowOpen() {}

  /**
   * @param opened names the window, if a new one is made
   * @param source the navigable whose script calls it
   * @param url the URL; none for {@code ""}
   * @param target the target argument
   * @param features the features argument
   */
  public record Request(
      NavigableId opened, NavigableId source, Option<Url> url, String target, String features) {}

  /**
   * @param world the world afterwards
   * @param server the servers afterwards
   * @param window the window that was chosen or made; none if there is none
   * @param isNew whether it was made
   * @param isReturned whether the call returns its {@code WindowProxy}
   * @param isNoopener whether it was asked for, or forced, to have no opener
   * @param swap how far the navigation went
   * @param error why the navigation ended in an error page
   * @param why the reason, where no window was chosen
   */
  public record Opened(
      World world,
      Server server,
      Option<NavigableId> window,
      boolean isNew,
      boolean isReturned,
      boolean isNoopener,
      Swap swap,
      Option<LoadError> error,
      String why) {}

  /** The three types that the rules for choosing a navigable return. */
  private enum WindowType {
    EXISTING_OR_NONE,
    NEW_AND_UNRESTRICTED,
    NEW_WITH_NO_OPENER
  }

  private record Chosen(World world, Option<NavigableId> navigable, WindowType type, String why) {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#window-open-steps">HTML</a>
   * @param world the world
   * @param server the servers that will be asked
   * @param request what is opened by whom
   * @param rules what the step goes by
   */
  public static Opened windowOpenSteps(World world, Server server, Request request, Rules rules) {
    var source = world.activeDocument(request.source()); // 2.
    String target = request.target().isEmpty() ? "_blank" : request.target(); // 5.
    boolean noopener = getNoopenerForWindowOpen(world, source, request, rules); // 6. to 12.
    var chosen = chooseANavigable(world, request, target, noopener, rules); // 13.
    if (chosen.navigable().isEmpty()) { // 14.
      return new Opened(
          chosen.world(),
          server,
          Option.none(),
          false,
          false,
          noopener,
          Swap.NONE,
          Option.none(),
          chosen.why());
    }
    NavigableId id = chosen.navigable().get();
    boolean isNew = chosen.type() != WindowType.EXISTING_OR_NONE;
    boolean isCutOff = noopener || chosen.type() == WindowType.NEW_WITH_NO_OPENER;
    // NB: a handle that is returned in 18. and an opener that is set in 16.2. are there before the
    // navigation of 15. or 16.1. ends, which runs in parallel.
    World linked = chosen.world();
    if (!isNew && !noopener) linked = withOpener(linked, id, source); // 16.2.
    if (!isCutOff) linked = withReturnedHandle(linked, source, id); // 18.
    var navigated = navigatedIfAsked(linked, server, id, isNew, source, request, rules);
    return new Opened(
        navigated.world(),
        navigated.server(),
        Option.some(id),
        isNew,
        !isCutOff, // 17. 18.
        isCutOff,
        navigated.swap(),
        navigated.error(),
        "");
  }

  private static Navigation.Navigated navigatedIfAsked(
      World world,
      Server server,
      NavigableId id,
      boolean isNew,
      Document source,
      Request request,
      Rules rules) {
    var stays = new Navigation.Navigated(world, server, Swap.NONE, Option.none());
    if (request.url().isEmpty()) return stays; // 15.3. 16.1.
    var url = request.url().get();
    if (isNew && url.matchesAboutBlank()) return stays; // 15.4.
    World noted =
        isNew && rules.variant().reporting().initialUrlIsThatOfTheOpening()
            ? BrowsingContexts.withInitialUrl(
                world, world.activeDocument(id), url, Option.some(source.origin()))
            : world;
    boolean mayNavigate =
        Sandboxing.allowedBySandboxingToNavigate(
            world, request.source(), id, source.activeSandboxingFlags(), rules);
    // NB: in the standard a window that is found is in the group of the document that finds it.
    boolean isWithinReach =
        isNew
            || Access.allows(world, source, world.activeDocument(id), "location", rules.variant());
    if (!mayNavigate || !isWithinReach) {
      return new Navigation.Navigated(noted, server, Swap.NONE, Option.some(LoadError.BLOCKED));
    }
    var initiator = BrowsingContexts.initiatorOf(noted, source);
    return Navigation.navigate( // 15.5. 16.1.
        noted, server, new Navigation.Request(id, url, Option.some(initiator)), rules);
  }

  private static World withOpener(World world, NavigableId id, Document source) {
    var browsingContext =
        world.activeBrowsingContext(id).withOpener(Option.some(source.browsingContext()));
    return BrowsingContexts.withItsOpener(
        world.withBrowsingContext(browsingContext), world.activeDocument(id).id());
  }

  private static World withReturnedHandle(World world, Document source, NavigableId id) {
    return world.withHandle(
        source.id(), new Handle(id, world.activeBrowsingContext(id).id(), Handle.Obtained.OPEN));
  }

  /**
   * Looks for a window by its name, as {@code window.open("", name)} does.
   *
   * <p>MODEL: where the real call finds nothing it opens a stray window; this one opens none.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#window-open-steps">HTML</a>
   */
  public static Opened find(World world, Server server, NavigableId by, String name, Rules rules) {
    var source = world.activeDocument(by);
    var found = Names.findANavigableByTargetName(world, name, by, rules);
    return new Opened(
        found
            .map(
                id ->
                    world.withHandle(
                        source.id(),
                        new Handle(id, world.activeBrowsingContext(id).id(), Handle.Obtained.FIND)))
            .map(held -> withOpener(held, found.get(), held.document(source.id())))
            .getOrElse(world),
        server,
        found,
        false,
        found.isDefined(),
        false,
        Swap.NONE,
        Option.none(),
        "no window has this name");
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#get-noopener-for-window-open">HTML</a>
   */
  private static boolean getNoopenerForWindowOpen(
      World world, Document source, Request request, Rules rules) {
    boolean isAsked =
        hasFeature(request.features(), "noopener") || hasFeature(request.features(), "noreferrer");
    var blob = request.url().filter(url -> url.scheme().equals("blob"));
    if (blob.isEmpty()) return isAsked;
    var topLevelOrigin = world.topLevelDocument(source).origin();
    boolean isForced = !blob.get().tupleOrigin().get().isSameSiteWith(topLevelOrigin); // 1.
    rules
        .decisions()
        .note(
            Rule.GET_NOOPENER,
            isForced ? Answer.NOOPENER : Answer.AS_ASKED,
            () -> Vector.of(given("blob URL", blob.get()), given("top level", topLevelOrigin)));
    return isForced || isAsked; // 2. 3. 4.
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#concept-window-open-features-tokenize">HTML</a>
   */
  private static boolean hasFeature(String features, String name) {
    // NB: a match is one turn of the tokenizer's loop; of equal names the last one counts.
    return FEATURE
        .matcher(Ascii.toLowerCase(features))
        .results()
        .filter(feature -> feature.group("name").equals(name))
        .map(feature -> Option.of(feature.group("value")).getOrElse(""))
        .reduce((earlier, later) -> later)
        .filter(WindowOpen::parsesAsTrue)
        .isPresent();
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#concept-window-open-features-parse-boolean">HTML</a>
   */
  private static boolean parsesAsTrue(String value) {
    return value.isEmpty()
        || value.equals("yes")
        || value.equals("true")
        || value.matches("[-+]?0*[1-9].*");
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#the-rules-for-choosing-a-navigable">HTML</a>
   */
  private static Chosen chooseANavigable(
      World world, Request request, String name, boolean noopener, Rules rules) {
    var current = request.source();
    String keyword = Ascii.toLowerCase(name);
    Option<NavigableId> existing =
        switch (keyword) {
          case "_self" -> Option.some(current); // 4.
          case "_parent" -> world.parent(current).orElse(Option.some(current)); // 5.
          case "_top" -> Option.some(world.topLevelTraversable(current)); // 6.
          case "_blank" -> Option.none();
          default ->
              noopener
                  ? Option.none()
                  : Names.findANavigableByTargetName(world, name, current, rules); // 7.
        };
    if (existing.isDefined()) {
      return new Chosen(world, existing, WindowType.EXISTING_OR_NONE, "");
    }
    return createdForAName(world, request, keyword.equals("_blank") ? "" : name, noopener, rules);
  }

  /** Step 8: a new window. */
  private static Chosen createdForAName(
      World world, Request request, String name, boolean askedNoopener, Rules rules) {
    var source = world.activeDocument(request.source());
    if (source.has(SandboxingFlag.SANDBOXED_AUXILIARY_NAVIGATION)) {
      rules
          .decisions()
          .note(
              Rule.CHOOSE_A_NAVIGABLE,
              Answer.NO_WINDOW,
              () -> Vector.of(given("sandboxing", "auxiliary navigation")));
      return new Chosen(
          world, Option.none(), WindowType.EXISTING_OR_NONE, "sandboxing allows no popups");
    }
    var popup = BrowsingContexts.popupCreation(world, source); // 8.3.
    boolean isForced = rules.variant().noopenerRule().apply(popup); // 8.4.
    noteTheNoopenerRule(popup, isForced, source, rules);
    boolean noopener = askedNoopener || isForced;
    String targetName = isForced ? "" : name; // 8.4.2. 8.5. 8.6.
    World created =
        noopener
            ? createdWithoutAnOpener(world, request.opened(), targetName, popup, source, rules)
            : withOnePermittedSandboxedNavigator(
                BrowsingContexts.createANewAuxiliaryBrowsingContextAndDocument(
                    world, request.opened(), targetName, source, rules),
                request.opened(),
                source); // 8.8.
    if (source.has(SandboxingFlag.SANDBOX_PROPAGATES_TO_AUXILIARY_BROWSING_CONTEXTS)) { // 8.9.
      created =
          created.withBrowsingContext(
              created
                  .activeBrowsingContext(request.opened())
                  .withPopupSandboxingFlags(source.activeSandboxingFlags()));
    }
    created =
        created.withNavigable(
            created.navigable(request.opened()).withIsCreatedByWebContent(true)); // 8.10.
    return new Chosen(
        created,
        Option.some(request.opened()),
        isForced ? WindowType.NEW_WITH_NO_OPENER : WindowType.NEW_AND_UNRESTRICTED,
        "");
  }

  private static World createdWithoutAnOpener(
      World world,
      NavigableId opened,
      String targetName,
      PopupCreation popup,
      Document source,
      Rules rules) {
    return rules.variant().windowWithoutOpenerJoinsTheGroup().apply(popup)
        ? BrowsingContexts.createWithoutAnOpener(
            world, opened, targetName, world.groupOf(source).id(), rules)
        : BrowsingContexts.createANewTopLevelBrowsingContextAndDocument(
            world, opened, targetName, rules); // 8.7.
  }

  private static World withOnePermittedSandboxedNavigator(
      World world, NavigableId opened, Document source) {
    return source.has(SandboxingFlag.SANDBOXED_NAVIGATION)
        ? world.withBrowsingContext(
            world
                .activeBrowsingContext(opened)
                .withOnePermittedSandboxedNavigator(Option.some(source.browsingContext())))
        : world;
  }

  private static void noteTheNoopenerRule(
      PopupCreation popup, boolean isForced, Document source, Rules rules) {
    rules
        .decisions()
        .note(
            Rule.CHOOSE_A_NAVIGABLE,
            isForced ? Answer.NEW_WINDOW_WITHOUT_AN_OPENER : Answer.NEW_WINDOW,
            () ->
                Vector.of(
                    given("opener", source.origin()),
                    given("same origin with its top level", popup.isSameOriginWithTopLevel()),
                    given("top-level opener policy", popup.topLevelOpenerPolicy().value())));
  }
}
