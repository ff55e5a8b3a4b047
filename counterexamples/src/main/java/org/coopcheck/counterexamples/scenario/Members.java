package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Url;

/**
 * A mapping whose keys are known, and how its members are read. A member without a value is as good
 * as absent.
 *
 * @param mapping the mapping
 * @param problems is told of members that are not what they should be
 */
record Members(Yaml.Mapping mapping, Problems problems) {

  /**
   * @param value any value
   * @param what what it should be, in words
   * @param legal the keys that it may have
   * @param problems is told of everything else
   */
  static Option<Members> of(Yaml value, String what, Vector<String> legal, Problems problems) {
    if (!(value instanceof Yaml.Mapping mapping)) {
      problems.wrong(value, what + ", which is a mapping");
      return Option.none();
    }
    mapping
        .keys()
        .reject(key -> legal.contains(key.text()))
        .forEach(key -> problems.unknown(key, "a member of " + what, legal));
    return Option.some(new Members(mapping, problems));
  }

  Option<Yaml> get(String key) {
    return mapping.get(key).filter(value -> !(value instanceof Yaml.Scalar word && word.isNull()));
  }

  /** Tells if the member is absent. */
  void require(String key, String what) {
    if (get(key).isEmpty()) {
      problems.described(mapping.line(), "no \"" + key + "\"", what);
    }
  }

  Option<Yaml.Scalar> scalar(String key, String what) {
    return get(key).flatMap(value -> scalar(value, what));
  }

  private Option<Yaml.Scalar> scalar(Yaml value, String what) {
    if (value instanceof Yaml.Scalar scalar) return Option.some(scalar);
    problems.wrong(value, what);
    return Option.none();
  }

  /** A text; a number or a boolean counts as the text that it is written with. */
  Option<String> text(String key) {
    return scalar(key, "a text").map(Yaml.Scalar::text);
  }

  Option<Boolean> bool(String key) {
    return scalar(key, "true or false")
        .flatMap(
            word -> {
              if (word.asBoolean().isEmpty()) problems.wrong(word, "true or false");
              return word.asBoolean();
            });
  }

  Option<Integer> integer(String key, int least, int greatest) {
    String what = "an integer from " + least + " to " + greatest;
    return scalar(key, what)
        .flatMap(
            word -> {
              var number = word.asInteger().filter(n -> least <= n && n <= greatest);
              if (number.isEmpty()) problems.wrong(word, what);
              return number.map(Long::intValue);
            });
  }

  /** A URL; none if there is none, or an empty one. */
  Option<Url> url(String key) {
    return scalar(key, "a URL")
        .filter(word -> !word.text().isEmpty())
        .flatMap(word -> url(word, problems));
  }

  static Option<Url> url(Yaml.Scalar word, Problems problems) {
    var url = Url.parse(word.text());
    if (url.isLeft()) {
      problems.wrong(word.line(), word.text(), "a URL (it " + url.getLeft() + ")");
    }
    return url.toOption();
  }
}
