package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;

/** The entries of a mapping while it is read. */
final class Entries {
  private final Problems problems;
  private final Map<String, Yaml.Entry> byKey = new LinkedHashMap<>();

  Entries(Problems problems) {
    this.problems = problems;
  }

  /** Adds an entry; tells of a key that is no text, or is there already. */
  void add(Yaml key, Yaml value) {
    if (!(key instanceof Yaml.Scalar word)) {
      problems.wrong(key, "a key, which is a word");
      return;
    }
    var first = byKey.putIfAbsent(word.text(), new Yaml.Entry(word, value));
    if (first != null) {
      problems.wrong(
          word.line(),
          word.text(),
          "a new key; it stands in line " + first.key().line() + " already");
    }
  }

  Yaml.Mapping mapping(int line) {
    var entries = Vector.ofAll(byKey.values());
    int size = 1 + byKey.values().stream().mapToInt(entry -> 1 + entry.value().size()).sum();
    return new Yaml.Mapping(line, entries, size);
  }
}
