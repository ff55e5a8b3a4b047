package org.coopcheck.model.scenario;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.NavigableId;

/**
 * A scenario as tests tell it. {@link #A}, {@link #SUB_A}, {@link #B} and {@link #C} have a page
 * for each opener policy value, at the path that is its token, and one for frames of isolated
 * pages, at {@code embeddable}; every other page is plain until {@link #serving} says otherwise.
 */
public record Story(
    Variant variant,
    Capabilities capabilities,
    SortedMap<Url, Vector<Answer>> responses,
    Vector<Action> steps) {
  public static final String A = "https://a.example/";

  /** Same site with {@link #A}, not same origin. */
  public static final String SUB_A = "https://sub.a.example/";

  public static final String B = "https://b.example/";
  public static final String C = "https://c.example/";

  /** Under the standard, with all capabilities. */
  public static final Story HTML = under("html");

  /**
   * @param variant the name of a variant, as users write it
   */
  public static Story under(String variant) {
    return new Story(Variants.parse(variant).get(), Capabilities.ALL, pages(), Vector.empty());
  }

  private static SortedMap<Url, Vector<Answer>> pages() {
    SortedMap<Url, Vector<Answer>> pages = TreeMap.empty();
    for (String origin : Vector.of(A, SUB_A, B, C)) {
      for (OpenerPolicyValue value : OpenerPolicyValue.values()) {
        pages = pages.put(Url.of(origin + value.token()), served(headersFor(value)));
      }
      var embeddable =
          HeaderList.of(
              "Cross-Origin-Embedder-Policy",
              "require-corp",
              "Cross-Origin-Resource-Policy",
              "cross-origin");
      pages = pages.put(Url.of(origin + "embeddable"), served(embeddable));
    }
    return pages;
  }

  private static Vector<Answer> served(HeaderList headers) {
    return Vector.of(new Answer.Served(200, headers));
  }

  /** The fields that ask for the value. */
  public static HeaderList headersFor(OpenerPolicyValue value) {
    return switch (value) {
      case UNSAFE_NONE -> HeaderList.EMPTY;
      case RESTRICT_PROPERTIES ->
          HeaderList.of("Cross-Origin-Opener-Policy", "restrict-properties");
      case RESTRICT_PROPERTIES_PLUS_COEP ->
          HeaderList.of(
              "Cross-Origin-Opener-Policy",
              "restrict-properties",
              "Cross-Origin-Embedder-Policy",
              "require-corp");
      case SAME_ORIGIN_ALLOW_POPUPS ->
          HeaderList.of("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
      case SAME_ORIGIN -> HeaderList.of("Cross-Origin-Opener-Policy", "same-origin");
      case SAME_ORIGIN_PLUS_COEP ->
          HeaderList.of(
              "Cross-Origin-Opener-Policy",
              "same-origin",
              "Cross-Origin-Embedder-Policy",
              "require-corp");
      case NOOPENER_ALLOW_POPUPS ->
          HeaderList.of("Cross-Origin-Opener-Policy", "noopener-allow-popups");
    };
  }

  // Who answers what.

  public Story with(Capabilities newCapabilities) {
    return new Story(variant, newCapabilities, responses, steps);
  }

  /** The URL answers 200 with these fields: name, value, and so on. */
  public Story serving(String url, String... fields) {
    return answering(url, new Answer.Served(200, HeaderList.of(fields)));
  }

  /** The URL redirects to the target, with these fields: name, value, and so on. */
  public Story redirecting(String url, String target, String... fields) {
    return answering(url, new Answer.Served(302, HeaderList.of(fields).with("Location", target)));
  }

  /** The URL answers these, one after the other. */
  public Story answering(String url, Answer... answers) {
    return new Story(variant, capabilities, responses.put(Url.of(url), Vector.of(answers)), steps);
  }

  // What happens.

  private Story then(Action action) {
    return new Story(variant, capabilities, responses, steps.append(action));
  }

  private static NavigableId id(String label) {
    return new NavigableId(label);
  }

  public Story userOpens(String label, String url) {
    return then(new Action.OpenTopLevelTraversable(id(label), Url.of(url)));
  }

  /** {@code window.open()} without arguments. */
  public Story opens(String by, String label) {
    return opens(by, label, "", "_blank", "");
  }

  public Story opens(String by, String label, String url) {
    return opens(by, label, url, "_blank", "");
  }

  public Story opens(String by, String label, String url, String target, String features) {
    var to = url.isEmpty() ? Option.<Url>none() : Option.some(Url.of(url));
    return then(new Action.OpenWindow(id(label), id(by), to, target, features));
  }

  public Story frames(String in, String label, String url) {
    return then(iframe(in, label, url, Option.none(), Option.none(), false));
  }

  public Story framesSandboxed(String in, String label, String url, String sandbox) {
    return then(iframe(in, label, url, Option.some(sandbox), Option.none(), false));
  }

  public Story framesDelegating(String in, String label, String url, String allow) {
    return then(iframe(in, label, url, Option.none(), Option.some(allow), false));
  }

  public Story framesCredentialless(String in, String label, String url) {
    return then(iframe(in, label, url, Option.none(), Option.none(), true));
  }

  private static Action iframe(
      String in,
      String label,
      String url,
      Option<String> sandbox,
      Option<String> allow,
      boolean credentialless) {
    return new Action.InsertIframe(id(label), id(in), Url.of(url), sandbox, allow, credentialless);
  }

  /** The window navigates itself. */
  public Story goes(String label, String url) {
    return then(new Action.Navigate(id(label), new Actor.Itself(), Url.of(url)));
  }

  public Story userNavigates(String label, String url) {
    return then(new Action.Navigate(id(label), new Actor.User(), Url.of(url)));
  }

  public Story navigates(String by, String target, String url) {
    return then(new Action.Navigate(id(target), new Actor.Script(id(by)), Url.of(url)));
  }

  public Story traverses(String label, int delta) {
    return then(new Action.Traverse(id(label), delta));
  }

  public Story reloads(String label) {
    return then(new Action.Reload(id(label)));
  }

  public Story userCloses(String label) {
    return then(new Action.Close(id(label), new Actor.User()));
  }

  public Story closesItself(String label) {
    return then(new Action.Close(id(label), new Actor.Itself()));
  }

  public Story closes(String by, String target) {
    return then(new Action.Close(id(target), new Actor.Script(id(by))));
  }

  /** Reads or calls the property. */
  public Story uses(String by, String target, String property) {
    return then(new Action.UseProperty(id(target), id(by), property, Option.none(), Option.none()));
  }

  public Story sets(String by, String target, String property, String value) {
    return then(
        new Action.UseProperty(id(target), id(by), property, Option.some(value), Option.none()));
  }

  /** Reads the property of a window whose handle lies in the document of another. */
  public Story usesThrough(String by, String through, String target, String property) {
    return then(
        new Action.UseProperty(
            id(target), id(by), property, Option.none(), Option.some(id(through))));
  }

  /** Uses the DOM. */
  public Story scripts(String by, String target) {
    return then(new Action.UseDom(id(target), id(by)));
  }

  public Story names(String label, String name) {
    return then(new Action.SetName(id(label), name));
  }

  public Story finds(String by, String name) {
    return then(new Action.FindByName(id(by), id(by), name));
  }

  public Story pushes(String label, String url) {
    return then(new Action.PushState(id(label), Url.of(url)));
  }

  public Story writesInto(String by, String target) {
    return then(new Action.OpenDocument(id(target), id(by)));
  }

  /** How it ends. */
  public Ending ending() {
    var scenario = new Scenario("", Option.none(), Option.none(), responses, steps);
    return new Ending(ScenarioRun.of(scenario, variant, capabilities));
  }
}
