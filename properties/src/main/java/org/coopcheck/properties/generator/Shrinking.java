package org.coopcheck.properties.generator;

import io.vavr.Function1;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Stream;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.world.NavigableId;

/**
 * The runs that are a little simpler than a run: fewer steps, fewer windows, plainer steps, plainer
 * responses.
 */
public final class Shrinking {
  private final Pages pages;
  private final Vector<Url> frames;
  private final SortedMap<Url, Vector<Answer>> web;

  /**
   * @param runs what the run's pages are pages of
   */
  public Shrinking(UniverseRuns runs) {
    this.pages = runs.pages();
    this.frames = runs.frames();
    this.web = runs.drawnFrom().server().answers();
  }

  private static Shrinking ofTheRichest() {
    return new Shrinking(UniverseRuns.richest());
  }

  /** The {@link #sizeOf} of a run of the richest universe, or of a raw one. */
  public static Vector<Long> size(Run run) {
    return ofTheRichest().sizeOf(run);
  }

  /** The {@link #simpler} ones of a run of the richest universe, or of a raw one. */
  public static Stream<Run> simplerThan(Run run) {
    return ofTheRichest().simpler(run);
  }

  /**
   * How far a run is from the simplest one; the first number counts most.
   *
   * @param run the run
   */
  public Vector<Long> sizeOf(Run run) {
    var steps = run.scenario().steps();
    var labels = labelsOf(steps);
    return Vector.of(
        (long) steps.size(),
        (long) labels.size(),
        steps.map(Shrinking::ornaments).sum().longValue(),
        run.scenario().responses().values().map(Shrinking::fields).sum().longValue(),
        steps.flatMap(ActionUrls::of).map(this::distanceFromPlain).sum().longValue(),
        (long) (run.variant().equals(HtmlStandard.VARIANT) ? 0 : 1)
            + (run.capabilities().equals(Capabilities.ALL) ? 0 : 1),
        labels.map(id -> (long) id.label().length()).sum().longValue(),
        labels.toVector().map(Shrinking::number).sum().longValue());
  }

  /**
   * @param run a run
   * @return runs of a smaller {@link #sizeOf}, the boldest first; made one by one
   */
  public Stream<Run> simpler(Run run) {
    var size = sizeOf(run);
    return Stream.of(run)
        .flatMap(Shrinking::withoutWhatWasNotDone)
        .appendAll(Stream.of(run).flatMap(Shrinking::withFewerSteps))
        .appendAll(Stream.of(run).flatMap(Shrinking::withFewerWindows))
        .appendAll(Stream.of(run).flatMap(Shrinking::withOneWindowForTwo))
        .appendAll(Stream.of(run).flatMap(Shrinking::withAPopupForABeginning))
        .appendAll(Stream.of(run).flatMap(Shrinking::withUrlsFromTheStart))
        .appendAll(Stream.of(run).flatMap(Shrinking::underTheStandard))
        .appendAll(Stream.of(run).flatMap(Shrinking::withPlainerActions))
        .appendAll(Stream.of(run).flatMap(this::withPlainerUrls))
        .appendAll(Stream.of(run).flatMap(this::withPlainerAnswers))
        .appendAll(Stream.of(run).flatMap(Shrinking::withLowerLabels))
        .filter(each -> isSmaller(sizeOf(each), size));
  }

  private static boolean isSmaller(Vector<Long> size, Vector<Long> than) {
    return size.zip(than)
        .map(pair -> Long.compare(pair._1, pair._2))
        .find(order -> order != 0)
        .exists(order -> order < 0);
  }

  // Steps and windows.

  private static Option<Run> withoutWhatWasNotDone(Run run) {
    return Try.of(run::taken)
        .toOption()
        .map(taken -> taken.filter(each -> each.step().isDone()).map(Run.Taken::action))
        .map(done -> withSteps(run, done));
  }

  /** Without some steps that stand together: half of them, then a quarter, and so on. */
  private static Stream<Run> withFewerSteps(Run run) {
    var steps = run.scenario().steps();
    return Stream.iterate(steps.size(), size -> size / 2)
        .takeWhile(size -> size > 0)
        .flatMap(
            size ->
                Stream.rangeBy(0, steps.size(), size)
                    .map(from -> steps.take(from).appendAll(steps.drop(from + size))))
        .map(left -> withSteps(run, left));
  }

  private static Stream<Run> withFewerWindows(Run run) {
    var steps = run.scenario().steps();
    return labelsOf(steps)
        .toStream()
        .map(id -> withSteps(run, steps.reject(action -> labelsOf(action).contains(id))));
  }

  /** Without the step that makes a window, and with another that does everything in its place. */
  private static Stream<Run> withOneWindowForTwo(Run run) {
    var steps = run.scenario().steps();
    var labels = labelsOf(steps).toStream();
    return labels.flatMap(
        gone ->
            labels
                .filter(other -> !other.equals(gone))
                .map(
                    other ->
                        steps
                            .reject(action -> action.made().contains(gone))
                            .map(action -> action.renamed(id -> id.equals(gone) ? other : id)))
                .map(left -> withSteps(run, left)));
  }

  /** From a step on that opens a window, which the user opens instead. */
  private static Stream<Run> withAPopupForABeginning(Run run) {
    var steps = run.scenario().steps();
    return Stream.range(1, steps.size())
        .flatMap(
            i ->
                steps.get(i) instanceof Action.OpenWindow open
                    ? Stream.of(steps.drop(i).update(0, openedByTheUser(open)))
                    : Stream.<Vector<Action>>empty())
        .map(left -> withSteps(run, left));
  }

  private static Action openedByTheUser(Action.OpenWindow open) {
    return new Action.OpenTopLevelTraversable(open.opened(), open.url().getOrElse(Url.ABOUT_BLANK));
  }

  /** Without a step that navigates a window, which starts out where it went. */
  private static Stream<Run> withUrlsFromTheStart(Run run) {
    var steps = run.scenario().steps();
    return Stream.range(0, steps.size())
        .flatMap(
            i ->
                steps.get(i) instanceof Action.Navigate(var target, var by, var url)
                    ? Stream.of(
                        steps
                            .map(
                                action ->
                                    action.made().contains(target) ? goingTo(action, url) : action)
                            .removeAt(i))
                    : Stream.<Vector<Action>>empty())
        .map(left -> withSteps(run, left));
  }

  private static Action goingTo(Action action, Url url) {
    return action instanceof Action.OpenWindow a
        ? new Action.OpenWindow(a.opened(), a.by(), Option.some(url), a.target(), a.features())
        : ActionUrls.replaced(action, old -> url);
  }

  private static Stream<Run> underTheStandard(Run run) {
    return Stream.of(run.withVariant(HtmlStandard.VARIANT), run.withCapabilities(Capabilities.ALL));
  }

  private static Run withSteps(Run run, Vector<Action> steps) {
    return withWeb(run, run.scenario().responses()::get, steps);
  }

  private static Run withWeb(
      Run run, Function1<Url, Option<Vector<Answer>>> web, Vector<Action> steps) {
    return run.withScenario(run.scenario().withSteps(steps).withResponses(WebPart.of(web, steps)));
  }

  // Actions.

  private static Stream<Run> withPlainerActions(Run run) {
    var steps = run.scenario().steps();
    return Stream.range(0, steps.size())
        .flatMap(
            i -> plainerThan(steps.get(i)).map(action -> withSteps(run, steps.update(i, action))));
  }

  /** The same action with one ornament less. */
  private static Vector<Action> plainerThan(Action action) {
    return switch (action) {
      case Action.OpenWindow a ->
          Vector.of(
              new Action.OpenWindow(a.opened(), a.by(), a.url(), "_blank", ""),
              new Action.OpenWindow(a.opened(), a.by(), a.url(), "_blank", a.features()),
              new Action.OpenWindow(a.opened(), a.by(), a.url(), a.target(), ""),
              new Action.OpenWindow(a.opened(), a.by(), Option.none(), a.target(), a.features()));
      case Action.InsertIframe a ->
          Vector.of(
              iframe(a, Option.none(), Option.none(), false),
              iframe(a, Option.none(), a.allow(), a.credentialless()),
              iframe(a, a.sandbox(), Option.none(), a.credentialless()),
              iframe(a, a.sandbox(), a.allow(), false));
      case Action.Navigate(var target, var by, var url) ->
          Vector.of(new Action.Navigate(target, new Actor.Itself(), url));
      case Action.Close(var target, var by) ->
          Vector.of(new Action.Close(target, new Actor.User()));
      case Action.UseProperty a ->
          Vector.of(
              new Action.UseProperty(a.target(), a.by(), a.property(), a.set(), Option.none()),
              new Action.UseProperty(a.target(), a.by(), a.property(), Option.none(), a.through()));
      case Action.OpenTopLevelTraversable a -> Vector.empty();
      case Action.Traverse a -> Vector.empty();
      case Action.Reload a -> Vector.empty();
      case Action.UseDom a -> Vector.empty();
      case Action.SetName a -> Vector.empty();
      case Action.FindByName a -> Vector.empty();
      case Action.PushState a -> Vector.empty();
      case Action.OpenDocument a -> Vector.empty();
    };
  }

  private static Action iframe(
      Action.InsertIframe a, Option<String> sandbox, Option<String> allow, boolean credentialless) {
    return new Action.InsertIframe(a.inserted(), a.in(), a.url(), sandbox, allow, credentialless);
  }

  private static int ornaments(Action action) {
    return switch (action) {
      case Action.OpenWindow a ->
          count(!a.target().equals("_blank"), !a.features().isEmpty(), a.url().isDefined());
      case Action.InsertIframe a ->
          count(a.sandbox().isDefined(), a.allow().isDefined(), a.credentialless());
      case Action.Navigate(var target, var by, var url) -> count(!(by instanceof Actor.Itself));
      case Action.Close(var target, var by) -> count(!(by instanceof Actor.User));
      case Action.UseProperty a -> count(a.set().isDefined(), a.through().isDefined());
      case Action.OpenTopLevelTraversable a -> 0;
      case Action.Traverse a -> 0;
      case Action.Reload a -> 0;
      case Action.UseDom a -> 0;
      case Action.SetName a -> 0;
      case Action.FindByName a -> 0;
      case Action.PushState a -> 0;
      case Action.OpenDocument a -> 0;
    };
  }

  private static int count(Boolean... ornaments) {
    return Vector.of(ornaments).count(each -> each);
  }

  // URLs and answers.

  /** With a plainer URL for one URL, wherever it stands, and then at one place only. */
  private Stream<Run> withPlainerUrls(Run run) {
    var steps = run.scenario().steps();
    var urls = steps.flatMap(ActionUrls::of).distinct();
    var everywhere =
        urls.toStream()
            .flatMap(
                url ->
                    plainerThan(run, url)
                        .map(plainer -> steps.map(action -> replaced(action, url, plainer))));
    var inOnePlace =
        Stream.range(0, steps.size())
            .flatMap(
                i ->
                    ActionUrls.of(steps.get(i))
                        .flatMap(
                            url ->
                                plainerThan(run, url)
                                    .map(
                                        plainer ->
                                            steps.update(
                                                i, replaced(steps.get(i), url, plainer)))));
    return everywhere
        .appendAll(inOnePlace)
        .map(each -> withWeb(run, url -> answersTo(url, run), each));
  }

  private static Action replaced(Action action, Url url, Url plainer) {
    Function1<Url, Url> replacement = each -> each.equals(url) ? plainer : each;
    return ActionUrls.replaced(action, replacement);
  }

  // What the run's servers answer counts; the universe's servers help out with other pages.
  private Option<Vector<Answer>> answersTo(Url url, Run run) {
    return run.scenario().responses().get(url).orElse(() -> web.get(url));
  }

  private Vector<Url> plainerThan(Run run, Url url) {
    if (isFrame(url)) return frames.takeUntil(url::equals);
    if (isPage(url)) return pages.plainerThan(url);
    return run.scenario()
        .steps()
        .flatMap(ActionUrls::of)
        .distinct()
        .append(url.withoutFragment())
        .filter(each -> distanceFromPlain(each) < distanceFromPlain(url));
  }

  private boolean isPage(Url url) {
    return pages.rank(url) != Integer.MAX_VALUE;
  }

  private boolean isFrame(Url url) {
    return frames.contains(url);
  }

  private long distanceFromPlain(Url url) {
    int rank = isFrame(url) ? frames.indexOf(url) : pages.rank(url);
    return 1L + rank + (url.hasFragment() ? 1 : 0);
  }

  /** With fewer field lines, fewer answers, or none; a page of the universe stays what it is. */
  private Stream<Run> withPlainerAnswers(Run run) {
    var responses = run.scenario().responses();
    return responses
        .keySet()
        .toStream()
        .filter(url -> !isFrame(url) && !isPage(url))
        .flatMap(
            url ->
                plainerThan(responses.get(url).get())
                    .map(answers -> responses.put(url, answers))
                    .prepend(responses.remove(url)))
        .map(web -> withWeb(run, web::get, run.scenario().steps()));
  }

  private static Stream<Vector<Answer>> plainerThan(Vector<Answer> answers) {
    var fewer =
        answers.size() == 1
            ? Stream.<Vector<Answer>>empty()
            : Stream.range(0, answers.size()).map(answers::removeAt);
    return fewer.appendAll(
        Stream.range(0, answers.size())
            .flatMap(i -> plainerThan(answers.get(i)).map(answer -> answers.update(i, answer))));
  }

  private static Vector<Answer> plainerThan(Answer answer) {
    return switch (answer) {
      case Answer.Nothing() -> Vector.of(Answer.Served.PLAIN);
      case Answer.Served(var status, var headers) ->
          Vector.range(0, headers.fields().size())
              .map(i -> HeaderList.of(headers.fields().removeAt(i)))
              .map(fewer -> (Answer) new Answer.Served(status, fewer))
              .append(new Answer.Served(200, headers));
    };
  }

  private static int fields(Vector<Answer> answers) {
    return answers
        .map(
            answer ->
                switch (answer) {
                  case Answer.Nothing() -> 2;
                  case Answer.Served(var status, var headers) ->
                      1 + headers.fields().size() + (status == 200 ? 0 : 1);
                })
        .sum()
        .intValue();
  }

  // Labels.

  /** The labels that an action names. */
  static SortedSet<NavigableId> labelsOf(Action action) {
    var labels = new java.util.TreeSet<NavigableId>();
    action.renamed(
        id -> {
          labels.add(id);
          return id;
        });
    return TreeSet.ofAll(labels);
  }

  private static SortedSet<NavigableId> labelsOf(Vector<Action> steps) {
    return steps.flatMap(Shrinking::labelsOf).toSortedSet();
  }

  /** With the labels of each letter counted from 1. */
  private static Option<Run> withLowerLabels(Run run) {
    var steps = run.scenario().steps();
    var labels = labelsOf(steps).toVector().sortBy(Shrinking::number);
    Function1<NavigableId, NavigableId> lower =
        id ->
            new NavigableId(
                letter(id)
                    + (labels.filter(each -> letter(each).equals(letter(id))).indexOf(id) + 1));
    return Option.some(withSteps(run, steps.map(action -> action.renamed(lower))));
  }

  private static String letter(NavigableId id) {
    return id.label().substring(0, 1);
  }

  private static long number(NavigableId id) {
    String digits = id.label().replaceAll("[^0-9]", "");
    return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
  }
}
