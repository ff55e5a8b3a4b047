package org.coopcheck.model.action;

import io.vavr.collection.TreeSet;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action.Close;
import org.coopcheck.model.action.Action.FindByName;
import org.coopcheck.model.action.Action.InsertIframe;
import org.coopcheck.model.action.Action.Navigate;
import org.coopcheck.model.action.Action.OpenDocument;
import org.coopcheck.model.action.Action.OpenTopLevelTraversable;
import org.coopcheck.model.action.Action.OpenWindow;
import org.coopcheck.model.action.Action.PushState;
import org.coopcheck.model.action.Action.Reload;
import org.coopcheck.model.action.Action.SetName;
import org.coopcheck.model.action.Action.Traverse;
import org.coopcheck.model.action.Action.UseDom;
import org.coopcheck.model.action.Action.UseProperty;
import org.coopcheck.model.context.BrowsingContexts;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.navigation.Navigation;
import org.coopcheck.model.navigation.Navigation.Navigated;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.SandboxDirectives;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.reporting.AccessReports;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.window.Closing;
import org.coopcheck.model.window.Sandboxing;
import org.coopcheck.model.window.WindowOpen;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.NavigableContainer;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/** The only code that turns one world into the next. */
public final class Interpreter {
  private Interpreter() {}

  /**
   * @param world the world
   * @param server the servers that will be asked
   * @param action what happens; if it cannot be done, the outcome says why and nothing changes
   * @param rules what the step goes by
   */
  public static Step step(World world, Server server, Action action, Rules rules) {
    return new OneStep(world, server, rules).take(action);
  }

  /** The three things that every case below needs. */
  private record OneStep(World world, Server server, Rules rules) {

    Step take(Action action) {
      return switch (action) {
        case OpenTopLevelTraversable open -> openTopLevelTraversable(open);
        case InsertIframe insert -> insertIframe(insert);
        case OpenWindow open -> openWindow(open);
        case Navigate navigate -> navigate(navigate);
        case Traverse traverse -> traverse(traverse);
        case Reload(var target) -> reload(target);
        case Close close -> close(close);
        case UseProperty use -> useProperty(use);
        case UseDom use -> useDom(use);
        case SetName setName -> setName(setName);
        case FindByName find -> findByName(find);
        case PushState push -> pushState(push);
        case OpenDocument open -> openDocument(open);
      };
    }

    private Step openTopLevelTraversable(OpenTopLevelTraversable action) {
      if (world.hasNavigable(action.opened())) return notDone(isTaken(action.opened()));
      World created =
          BrowsingContexts.createANewTopLevelBrowsingContextAndDocument(
              world, action.opened(), "", rules);
      return navigated(
          Navigation.navigate(
              created,
              server,
              new Navigation.Request(action.opened(), action.url(), Option.none()),
              rules));
    }

    private Step insertIframe(InsertIframe action) {
      if (world.hasNavigable(action.inserted())) return notDone(isTaken(action.inserted()));
      if (!world.hasNavigable(action.in())) return notDone(isGone(action.in()));
      var parent = world.activeDocument(action.in());
      if (parent.error().isDefined()) return notDone("an error page has no frames");
      var container =
          new NavigableContainer(
              parent.id(),
              action
                  .sandbox()
                  .map(SandboxDirectives::parseASandboxingDirective)
                  .getOrElse(TreeSet.empty()),
              action.allow(),
              action.url().tupleOrigin().map(origin -> (Origin) origin),
              action.credentialless());
      World created =
          BrowsingContexts.createANewChildNavigable(world, action.inserted(), container, rules);
      if (action.url().matchesAboutBlank()) {
        return new Step(created, server, new Outcome.Navigated(Swap.NONE, Option.none()));
      }
      var initiator = BrowsingContexts.initiatorOf(created, created.activeDocument(action.in()));
      return navigated(
          Navigation.navigate(
              created,
              server,
              new Navigation.Request(action.inserted(), action.url(), Option.some(initiator)),
              rules));
    }

    private Step openWindow(OpenWindow action) {
      return actingScript(action.by())
          .fold(
              this::notDone,
              source -> {
                var opened =
                    WindowOpen.windowOpenSteps(
                        world,
                        server,
                        new WindowOpen.Request(
                            unused(action.opened()),
                            action.by(),
                            action.url(),
                            action.target(),
                            action.features()),
                        rules);
                if (opened.window().isEmpty()) return notDone(opened.why());
                if (opened.isNew() && !opened.window().contains(action.opened())) {
                  return notDone(isTaken(action.opened()));
                }
                return new Step(
                    opened.world(),
                    opened.server(),
                    new Outcome.Opened(
                        opened.window().get(),
                        opened.isNew(),
                        opened.isReturned(),
                        opened.isNoopener(),
                        opened.swap(),
                        opened.error()));
              });
    }

    /** A name that no navigable has, to find out whether the call makes a window at all. */
    private NavigableId unused(NavigableId wanted) {
      return world.hasNavigable(wanted) ? unused(new NavigableId(wanted.label() + "'")) : wanted;
    }

    private Step navigate(Navigate action) {
      if (!world.hasNavigable(action.target())) return notDone(isGone(action.target()));
      return initiatorOf(action)
          .fold(
              this::notDone,
              start ->
                  navigated(
                      Navigation.navigate(
                          start.world(),
                          server,
                          new Navigation.Request(action.target(), action.url(), start.initiator()),
                          rules)));
    }

    /** Where a navigation begins, and what it takes along. */
    private record Start(World world, Option<Initiator> initiator) {}

    /** What the navigation takes along, or why it cannot be started. */
    private Either<String, Start> initiatorOf(Navigate action) {
      var target = action.target();
      return switch (action.by()) {
        case Actor.User() ->
            world.navigable(target).isTopLevelTraversable()
                ? Either.right(new Start(world, Option.none()))
                : Either.left("the address bar navigates no frame");
        case Actor.Itself() -> {
          var document = world.activeDocument(target);
          yield document.error().isDefined()
              ? Either.left("an error page does not navigate itself")
              : Either.right(startedBy(document, world));
        }
        case Actor.Script(var by) ->
            actingScript(by)
                .filterOrElse(
                    source ->
                        Sandboxing.allowedBySandboxingToNavigate(
                            world, by, target, source.activeSandboxingFlags(), rules),
                    source -> "sandboxing does not let " + by + " navigate " + target)
                .flatMap(
                    source ->
                        openHandle(source, target)
                            .map(
                                handle ->
                                    Access.use(world, source, handle, "location", true, rules))
                            .filterOrElse(Access.Answer::isAllowed, Access.Answer::why)
                            .map(answer -> startedBy(source, answer.world())));
      };
    }

    private Start startedBy(Document source, World from) {
      return new Start(from, Option.some(BrowsingContexts.initiatorOf(world, source)));
    }

    private Step traverse(Traverse action) {
      if (!world.hasNavigable(action.target())) return notDone(isGone(action.target()));
      Navigable navigable = world.navigable(action.target());
      int index = navigable.current() + action.delta();
      if (index < 0 || index >= navigable.history().size()) {
        return notDone("there is no session history entry there");
      }
      return navigated(Navigation.traverse(world, server, action.target(), index, rules));
    }

    private Step reload(NavigableId target) {
      return world.hasNavigable(target)
          ? navigated(Navigation.reload(world, server, target, rules))
          : notDone(isGone(target));
    }

    private Step close(Close action) {
      var target = action.target();
      if (!world.hasNavigable(target)) return notDone(isGone(target));
      Either<String, World> closing =
          switch (action.by()) {
            case Actor.User() ->
                world.navigable(target).isTopLevelTraversable()
                    ? Either.right(world)
                    : Either.left("a frame has no close button");
            case Actor.Itself() ->
                actingScript(target).flatMap(source -> mayClose(target, target, world));
            case Actor.Script(var by) ->
                actingScript(by)
                    .flatMap(
                        source ->
                            openHandle(source, target)
                                .map(
                                    handle ->
                                        Access.use(world, source, handle, "close", false, rules)))
                    .filterOrElse(Access.Answer::isAllowed, Access.Answer::why)
                    .flatMap(answer -> mayClose(target, by, answer.world()));
          };
      return closing.fold(this::notDone, from -> done(from.withoutNavigable(target)));
    }

    private Either<String, World> mayClose(NavigableId target, NavigableId by, World from) {
      return Closing.whyAScriptCannotClose(world, target, by, rules)
          .map(Either::<String, World>left)
          .getOrElse(() -> Either.right(from));
    }

    private Step useProperty(UseProperty action) {
      return actingScript(action.by())
          .fold(
              this::notDone,
              source ->
                  isAnAttempt(source, action)
                      ? attempted(source, action)
                      : usedByAHandle(source, action));
    }

    /** A page that was cut off from its opener may be told that it has none any more. */
    private boolean isAnAttempt(Document source, UseProperty action) {
      var target = action.target();
      return action.through().isEmpty()
          && world.hasNavigable(target)
          && handleOn(source, target).isLeft()
          && AccessReports.isCutOffFrom(world, source, target);
    }

    private Step attempted(Document source, UseProperty action) {
      AccessReports.checkIfAnAttemptShouldBeReported(
          world, source, action.target(), Access.propertyName(action.property()), rules);
      return new Step(
          world,
          server,
          new Outcome.Used(false, "the window is closed: it was cut off", Option.none()));
    }

    private Step usedByAHandle(Document source, UseProperty action) {
      return handleThrough(source, action)
          .map(
              handle -> {
                var answer =
                    Access.use(
                        world, source, handle, action.property(), action.set().isDefined(), rules);
                return used(source, handle, action, answer);
              })
          .getOrElseGet(this::notDone);
    }

    private Either<String, Handle> handleThrough(Document source, UseProperty action) {
      return action
          .through()
          .fold(
              () -> handleOn(source, action.target()),
              through ->
                  handleOn(source, through)
                      .filterOrElse(
                          handle -> Access.hasDom(world, source, handle, rules.variant()),
                          handle -> source.origin() + " cannot script " + through)
                      .flatMap(handle -> handleOn(world.activeDocument(through), action.target())));
    }

    /** What writing does: {@code location} navigates, a null {@code opener} cuts the link. */
    private Step used(Document source, Handle handle, UseProperty action, Access.Answer answer) {
      World used = answer.world();
      boolean hasEffect = answer.isAllowed() && action.set().isDefined();
      if (hasEffect && action.property().equals("location")) {
        return locationSet(source, handle.navigable(), action.set().get(), answer);
      }
      World after =
          hasEffect && action.property().equals("opener") && action.set().contains("null")
              ? used.withBrowsingContext(
                  used.browsingContext(handle.browsingContext()).withOpener(Option.none()))
              : used;
      return new Step(
          after, server, new Outcome.Used(answer.isAllowed(), answer.why(), Option.none()));
    }

    private Step locationSet(
        Document source, NavigableId target, String location, Access.Answer answer) {
      boolean mayNavigate =
          Sandboxing.allowedBySandboxingToNavigate(
              world, world.navigableOf(source), target, source.activeSandboxingFlags(), rules);
      if (!mayNavigate) {
        return new Step(
            answer.world(),
            server,
            new Outcome.Used(false, "sandboxing does not allow the navigation", Option.none()));
      }
      return source
          .url()
          .resolve(location)
          .fold(
              problem ->
                  new Step(
                      answer.world(),
                      server,
                      new Outcome.Used(false, "the URL " + problem, Option.none())),
              url -> {
                var navigated =
                    Navigation.navigate(
                        answer.world(),
                        server,
                        new Navigation.Request(
                            target, url, Option.some(BrowsingContexts.initiatorOf(world, source))),
                        rules);
                return new Step(
                    navigated.world(),
                    navigated.server(),
                    new Outcome.Used(
                        true,
                        answer.why(),
                        Option.some(new Outcome.Navigated(navigated.swap(), navigated.error()))));
              });
    }

    private Step useDom(UseDom action) {
      return actingScript(action.by())
          .flatMap(
              source ->
                  handleOn(source, action.target())
                      .map(handle -> Access.use(world, source, handle, "document", false, rules)))
          .fold(
              this::notDone,
              answer ->
                  new Step(
                      answer.world(),
                      server,
                      new Outcome.Used(answer.isAllowed(), answer.why(), Option.none())));
    }

    private Step setName(SetName action) {
      return actingScript(action.target())
          .fold(
              this::notDone,
              source ->
                  done(
                      world.withNavigable(
                          world.navigable(action.target()).withTargetName(action.name()))));
    }

    private Step findByName(FindByName action) {
      return actingScript(action.by())
          .fold(
              this::notDone,
              source -> {
                var found = WindowOpen.find(world, server, action.by(), action.name(), rules);
                return new Step(found.world(), found.server(), new Outcome.Found(found.window()));
              });
    }

    private Step pushState(PushState action) {
      return actingScript(action.target())
          .filterOrElse(
              source -> canHaveItsUrlRewritten(source, action.url()),
              source -> "the document's URL cannot become " + action.url())
          .fold(
              this::notDone,
              source ->
                  done(Navigation.withSameDocumentEntry(world, action.target(), action.url())));
    }

    /**
     * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#can-have-its-url-rewritten">HTML</a>
     */
    private static boolean canHaveItsUrlRewritten(Document document, Url url) {
      return document.url().isHttp()
          ? url.isHttp() && document.url().tupleOrigin().equals(url.tupleOrigin())
          : document.url().withoutFragment().equals(url.withoutFragment());
    }

    /**
     * @see <a href="https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-open-steps">HTML</a>
     */
    private Step openDocument(OpenDocument action) {
      var target = action.target();
      return actingScript(action.by())
          .flatMap(
              source ->
                  action.by().equals(target)
                      ? Either.right(source)
                      : handleOn(source, target)
                          .filterOrElse(
                              handle -> Access.hasDom(world, source, handle, rules.variant()),
                              handle -> action.by() + " cannot script " + target)
                          .map(handle -> source))
          .fold(
              this::notDone,
              source -> {
                var document = world.activeDocument(target);
                boolean isInitial =
                    document.isInitialAboutBlank()
                        && rules.variant().isInitialAboutBlankAfterDocumentOpen().apply(document);
                return done(
                    world.withDocument(
                        document
                            .withIsInitialAboutBlank(isInitial)
                            .withUrl(source.url().withoutFragment())));
              });
    }

    // Who can do something, and with what.

    private Either<String, Document> actingScript(NavigableId by) {
      if (!world.hasNavigable(by)) return Either.left(isGone(by));
      var document = world.activeDocument(by);
      return Sandboxing.hasScripts(world, document)
          ? Either.right(document)
          : Either.left("the document in " + by + " runs no script");
    }

    private Either<String, Handle> handleOn(Document source, NavigableId target) {
      if (world.navigableOf(source).equals(target)) { // window.self
        return Either.right(new Handle(target, source.browsingContext(), Handle.Obtained.FIND));
      }
      return Access.handleOn(world, source, target)
          .toEither(() -> world.navigableOf(source) + " has no handle on " + target);
    }

    private Either<String, Handle> openHandle(Document source, NavigableId target) {
      return handleOn(source, target)
          .filterOrElse(
              handle -> Access.isOpen(world, handle),
              handle ->
                  "the handle of "
                      + world.navigableOf(source)
                      + " on "
                      + target
                      + " was left behind");
    }

    // Outcomes.

    private Step notDone(String why) {
      return new Step(world, server, new Outcome.NotDone(why));
    }

    private Step done(World after) {
      return new Step(after, server, new Outcome.Done());
    }

    private static Step navigated(Navigated result) {
      return new Step(
          result.world(), result.server(), new Outcome.Navigated(result.swap(), result.error()));
    }

    private static String isGone(NavigableId id) {
      return "there is no window " + id;
    }

    private static String isTaken(NavigableId id) {
      return "there already is a window " + id;
    }
  }
}
