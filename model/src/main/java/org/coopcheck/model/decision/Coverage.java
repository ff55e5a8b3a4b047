package org.coopcheck.model.decision;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;

/**
 * Which answers of which rules a search came across, and which never.
 *
 * @param counts how often each answer was given, by its word
 */
public record Coverage(SortedMap<Rule, SortedMap<String, Long>> counts) {
  public static final Coverage NONE = new Coverage(TreeMap.empty());

  /** How often the rule gave the answer. */
  public long count(Rule rule, Answer answer) {
    return counts.get(rule).flatMap(words -> words.get(answer.word())).getOrElse(0L);
  }

  /** How often the rule was asked. */
  public long asked(Rule rule) {
    return counts.get(rule).map(words -> words.values().sum().longValue()).getOrElse(0L);
  }

  /** The answers of the rule that it gave. */
  public Vector<Answer> reached(Rule rule) {
    return rule.answers().filter(answer -> count(rule, answer) > 0);
  }

  /** The answers of the rule that it never gave. */
  public Vector<Answer> unreached(Rule rule) {
    return rule.answers().filter(answer -> count(rule, answer) == 0);
  }

  /** What both came across. */
  public Coverage plus(Coverage other) {
    return new Coverage(counts.merge(other.counts, (a, b) -> a.merge(b, Long::sum)));
  }
}
