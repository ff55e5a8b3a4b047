package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.NavigableId;

/**
 * Scenarios whose steps name only windows that steps before them make, with every text that YAML
 * might take for something else.
 */
final class ScenarioGenerators {
  private ScenarioGenerators() {}

  static Arbitrary<Scenario> scenarios() {
    return Combinators.combine(
            texts(),
            Arbitraries.of("html", "html+naive,name=sticky").optional(),
            capabilities().optional(),
            responses(),
            steps())
        .as(
            (title, variant, capabilities, responses, steps) ->
                new Scenario(
                    title,
                    Option.ofOptional(variant),
                    Option.ofOptional(capabilities),
                    responses,
                    steps));
  }

  /** Texts of one line. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "",
            " ",
            "x",
            "null",
            "~",
            "true",
            "No",
            "y",
            "1",
            "-1",
            "1.5",
            "0x1F",
            "1e9",
            "-",
            "- a",
            "? a",
            ": a",
            "a: b",
            "a:",
            "a #b",
            "#",
            "[a]",
            "{a: b}",
            "a, b",
            "*a",
            "&a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`",
            "'",
            "\"",
            "it's",
            "say \"x\"",
            "\\",
            "\t",
            " x ",
            "<<",
            "=",
            "---",
            "...",
            "2026-01-01",
            "12:30",
            ".inf",
            "\u00e9",
            "\u4e00",
            "\ud83d\ude00",
            "\u0000",
            "\u0007",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\r",
            "a\rb",
            "same-origin; report-to=\"r\"",
            "sandbox allow-scripts",
            "https://a.example/#x");
    Arbitrary<String> any =
        Arbitraries.strings()
            .all()
            .ofMaxLength(12)
            .filter(text -> YamlReader.isUnicode(text) && text.indexOf('\n') < 0);
    return Arbitraries.oneOf(words, any);
  }

  private static Arbitrary<Capabilities> capabilities() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(CrossOriginIsolationMode.class))
        .as(Capabilities::new);
  }

  private static Arbitrary<Url> servedUrls() {
    return Arbitraries.of(
            "https://a.example/",
            "https://a.example:8443/x",
            "http://localhost/?a=b&c=[d],{e}",
            "https://[::1]/'\"",
            "https://b.example/" + "x".repeat(1100),
            "https://b.example/a: b#c")
        .map(Url::of)
        .map(Url::withoutFragment);
  }

  private static Arbitrary<Url> urls() {
    return Arbitraries.oneOf(
        servedUrls(),
        Arbitraries.of(
                "about:blank",
                "about:blank#x",
                "about:srcdoc",
                "javascript:'a, b: {c}'",
                "data:text/html,<p>",
                "blob:https://a.example/1")
            .map(Url::of));
  }

  private static Arbitrary<SortedMap<Url, Vector<Answer>>> responses() {
    return Arbitraries.maps(servedUrls(), answers().list().ofMinSize(1).ofMaxSize(3))
        .ofMaxSize(3)
        .map(
            map ->
                map.entrySet().stream()
                    .reduce(
                        (SortedMap<Url, Vector<Answer>>) TreeMap.<Url, Vector<Answer>>empty(),
                        (all, each) -> all.put(each.getKey(), Vector.ofAll(each.getValue())),
                        SortedMap::merge));
  }

  private static Arbitrary<Answer> answers() {
    Arbitrary<Answer> served =
        Combinators.combine(Arbitraries.of(200, 302, 404, 100, 599), headers())
            .as(Answer.Served::new);
    return Arbitraries.frequencyOf(
        Tuple.of(5, served), Tuple.of(1, Arbitraries.just(new Answer.Nothing())));
  }

  /** Field lines of one name stand together, as they do in files. */
  private static Arbitrary<HeaderList> headers() {
    return Arbitraries.maps(
            Arbitraries.of(
                "Cross-Origin-Opener-Policy", "Location", "x", "Null", "1", "No", "|~", "*"),
            texts().filter(text -> text.indexOf('\0') < 0).list().ofMinSize(1).ofMaxSize(3))
        .ofMaxSize(3)
        .map(
            map ->
                HeaderList.of(
                    Vector.ofAll(map.entrySet())
                        .flatMap(
                            each ->
                                Vector.ofAll(each.getValue())
                                    .map(value -> new HeaderField(each.getKey(), value)))));
  }

  /** What a step needs: numbers that pick labels, and values. */
  private record Draw(
      int kind, int one, int other, Url url, Option<String> text, Option<String> another) {}

  private static Arbitrary<Vector<Action>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 13),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(0, 1000),
            urls(),
            texts().optional(),
            texts().optional())
        .as(
            (kind, one, other, url, text, another) ->
                new Draw(
                    kind, one, other, url, Option.ofOptional(text), Option.ofOptional(another)))
        .list()
        .ofMaxSize(8)
        .map(ScenarioGenerators::steps);
  }

  private static Vector<Action> steps(List<Draw> draws) {
    var names =
        Vector.of("shop", "1", "true", "null", "a b", "x: y", "#", "{", "\u00e9", "no", "-", "*z");
    Vector<Action> steps = Vector.empty();
    Vector<NavigableId> known = Vector.empty();
    for (var draw : draws) {
      var made = new NavigableId(names.get(known.size() % names.size()) + known.size());
      var step =
          known.isEmpty()
              ? new Action.OpenTopLevelTraversable(made, draw.url())
              : step(draw, made, known);
      steps = steps.append(step);
      boolean isMaker =
          step instanceof Action.OpenTopLevelTraversable
              || step instanceof Action.InsertIframe
              || step instanceof Action.OpenWindow;
      if (isMaker) known = known.append(made);
    }
    return steps;
  }

  private static Action step(Draw draw, NavigableId made, Vector<NavigableId> known) {
    var target = known.get(draw.one() % known.size());
    var by = known.get(draw.other() % known.size());
    String text = draw.text().getOrElse("");
    Actor actor =
        draw.text().isEmpty()
            ? new Actor.Itself()
            : draw.another().isEmpty() ? new Actor.User() : new Actor.Script(by);
    return switch (draw.kind()) {
      case 0 -> new Action.OpenTopLevelTraversable(made, draw.url());
      case 1, 2 ->
          new Action.InsertIframe(
              made, by, draw.url(), draw.text(), draw.another(), draw.one() % 2 == 0);
      case 3 ->
          new Action.OpenWindow(
              made, by, Option.some(draw.url()), draw.another().getOrElse("_blank"), text);
      case 4 ->
          new Action.OpenWindow(made, by, Option.none(), draw.another().getOrElse("_blank"), text);
      case 5 -> new Action.Navigate(target, actor, draw.url());
      case 6 -> new Action.Traverse(target, draw.other() - 500);
      case 7 -> new Action.Reload(target);
      case 8 -> new Action.Close(target, actor);
      case 9 ->
          new Action.UseProperty(
              target, by, text, draw.another(), Option.when(draw.one() % 2 == 0, known.head()));
      case 10 -> new Action.UseDom(target, by);
      case 11 -> new Action.SetName(target, text);
      case 12 -> new Action.FindByName(target, by, text);
      default ->
          draw.one() % 2 == 0
              ? new Action.PushState(target, draw.url())
              : new Action.OpenDocument(target, by);
    };
  }
}
