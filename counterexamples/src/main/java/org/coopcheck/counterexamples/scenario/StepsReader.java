package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.world.NavigableId;

/** Reads steps, in their order. */
final class StepsReader {
  /** As {@code by}, it is nobody's label. */
  static final String USER = "user";

  private static final String A_LABEL = "a label that a step before gives";
  private static final NavigableId NOBODY = new NavigableId("");
  private static final int FARTHEST = 1_000_000;

  private final Problems problems;
  private final Set<String> labels = new LinkedHashSet<>();
  private final Map<String, Integer> laterLabels = new HashMap<>();

  StepsReader(Problems problems) {
    this.problems = problems;
  }

  Vector<Action> read(Yaml value) {
    if (!(value instanceof Yaml.Sequence sequence)) {
      problems.wrong(value, "steps, which are a list");
      return Vector.empty();
    }
    sequence.items().forEach(this::noteLabel);
    return sequence.items().flatMap(this::step);
  }

  private void noteLabel(Yaml step) {
    if (step instanceof Yaml.Mapping mapping) {
      mapping
          .entries()
          .filter(entry -> ActionWord.of(entry.key().text()).exists(ActionWord::isMaker))
          .map(Yaml.Entry::value)
          .filter(Yaml.Scalar.class::isInstance)
          .map(Yaml.Scalar.class::cast)
          .forEach(label -> laterLabels.putIfAbsent(label.text(), label.line()));
    }
  }

  private Option<Action> step(Yaml step) {
    if (!(step instanceof Yaml.Mapping mapping)) {
      problems.wrong(step, "a step, which is a mapping");
      return Option.none();
    }
    var written = mapping.keys().filter(key -> ActionWord.of(key.text()).isDefined());
    if (written.size() > 1) {
      problems.described(
          mapping.line(),
          written.map(key -> "\"" + key.text() + "\"").mkString("the actions ", " and ", ""),
          "one action in a step");
      written.forEach(key -> giveLabel(mapping, key.text()));
      return Option.none();
    }
    if (written.isEmpty()) {
      return misspelled(mapping)
          .flatMap(
              key ->
                  NearestWord.to(key.text(), ActionWord.words())
                      .flatMap(ActionWord::of)
                      .flatMap(word -> step(mapping, key, word)));
    }
    return step(mapping, written.head(), ActionWord.of(written.head().text()).get());
  }

  /** So that one mistake in a step does not make every step after it wrong. */
  private void giveLabel(Yaml.Mapping step, String key) {
    if (ActionWord.of(key).exists(ActionWord::isMaker)) {
      step.get(key)
          .filter(Yaml.Scalar.class::isInstance)
          .map(Yaml.Scalar.class::cast)
          .forEach(label -> labels.add(label.text()));
    }
  }

  /** The key that should be an action, in a step without one. */
  private Option<Yaml.Scalar> misspelled(Yaml.Mapping step) {
    var strangers = step.keys().reject(key -> ActionWord.isMember(key.text()));
    var words = ActionWord.words();
    var key =
        strangers
            .find(stranger -> NearestWord.to(stranger.text(), words).isDefined())
            .orElse(strangers.headOption());
    key.peek(stranger -> problems.unknown(stranger, "an action", words))
        .onEmpty(
            () ->
                problems.described(
                    step.line(), "a step without an action", "one of " + words.mkString(", ")));
    return key;
  }

  private Option<Action> step(Yaml.Mapping mapping, Yaml.Scalar key, ActionWord word) {
    String what = "a step that begins with \"" + word.word() + "\"";
    var legal = word.members().prepend(key.text());
    var members = Members.of(mapping, what, legal, problems).get();
    word.required().forEach(member -> members.require(member, "it in " + what));
    members.require(key.text(), "the label of a window");
    var target = target(members, key.text(), word);
    // Whatever the label, the other members are read, so that their problems are told too.
    var action = action(members, target.getOrElse(NOBODY), word);
    if (word.isMaker()) target.forEach(id -> labels.add(id.label()));
    return target.flatMap(label -> action);
  }

  private Option<NavigableId> target(Members members, String key, ActionWord word) {
    return members
        .scalar(key, "the label of a window")
        .flatMap(label -> word.isMaker() ? newLabel(label, word.isOnlyMaker()) : knownLabel(label))
        .map(NavigableId::new);
  }

  private Option<String> newLabel(Yaml.Scalar label, boolean mustBeNew) {
    String text = label.text();
    if (text.isBlank() || text.contains("->") || text.matches("(?s).*\\p{Cc}.*")) {
      problems.wrong(label.line(), text, "a label (it is blank, or has \"->\" or a control in it)");
    } else if (text.equals(USER)) {
      problems.wrong(label.line(), text, "a label (as \"by\", it means the user)");
    } else if (mustBeNew && labels.contains(text)) {
      problems.wrong(label.line(), text, "a new label");
    }
    return Option.some(text);
  }

  private Option<String> knownLabel(Yaml.Scalar label) {
    if (labels.contains(label.text())) return Option.some(label.text());
    var later = Option.of(laterLabels.get(label.text())).filter(line -> line >= label.line());
    later
        .peek(
            line ->
                problems.wrong(
                    label.line(), label.text(), A_LABEL + " (line " + line + " gives it)"))
        .onEmpty(() -> problems.unknown(label, A_LABEL, Vector.ofAll(labels)));
    return Option.none();
  }

  private Option<NavigableId> label(Members members, String key) {
    return members
        .scalar(key, "the label of a window")
        .flatMap(this::knownLabel)
        .map(NavigableId::new);
  }

  private Option<Action> action(Members members, NavigableId target, ActionWord word) {
    return switch (word) {
      case TAB -> requiredUrl(members).map(url -> new Action.OpenTopLevelTraversable(target, url));
      case IFRAME -> {
        var url = members.url("url").getOrElse(Url.ABOUT_BLANK);
        var sandbox = members.text("sandbox");
        var allow = members.text("allow");
        boolean credentialless = members.bool("credentialless").getOrElse(false);
        yield label(members, "in")
            .map(in -> new Action.InsertIframe(target, in, url, sandbox, allow, credentialless));
      }
      case OPEN -> {
        var url = members.url("url");
        String name = members.text("target").getOrElse("_blank");
        String features = members.text("features").getOrElse("");
        yield label(members, "by")
            .map(by -> new Action.OpenWindow(target, by, url, name, features));
      }
      case NAVIGATE -> {
        var by = actor(members);
        yield requiredUrl(members)
            .flatMap(url -> by.map(who -> new Action.Navigate(target, who, url)));
      }
      case TRAVERSE ->
          members
              .integer("delta", -FARTHEST, FARTHEST)
              .map(delta -> new Action.Traverse(target, delta));
      case RELOAD -> Option.some(new Action.Reload(target));
      case CLOSE -> actor(members).map(by -> new Action.Close(target, by));
      case ACCESS -> {
        var property = members.text("property");
        var set = members.text("set");
        var through = label(members, "through");
        yield label(members, "by")
            .flatMap(
                by -> property.map(name -> new Action.UseProperty(target, by, name, set, through)));
      }
      case SCRIPT -> label(members, "by").map(by -> new Action.UseDom(target, by));
      case SET_NAME -> members.text("name").map(name -> new Action.SetName(target, name));
      case FIND -> {
        var name = members.text("name");
        yield label(members, "by")
            .flatMap(by -> name.map(text -> new Action.FindByName(target, by, text)));
      }
      case PUSH_STATE -> requiredUrl(members).map(url -> new Action.PushState(target, url));
      case DOCUMENT_OPEN -> label(members, "by").map(by -> new Action.OpenDocument(target, by));
    };
  }

  /** A URL that may not be empty; that it is there is checked already. */
  private Option<Url> requiredUrl(Members members) {
    return members.scalar("url", "a URL").flatMap(word -> Members.url(word, problems));
  }

  private Option<Actor> actor(Members members) {
    if (members.get("by").isEmpty()) return Option.some(new Actor.Itself());
    return members
        .scalar("by", "the label of a window, or " + USER)
        .flatMap(
            by ->
                by.text().equals(USER)
                    ? Option.some(new Actor.User())
                    : knownLabel(by).map(label -> new Actor.Script(new NavigableId(label))));
  }
}
