package org.coopcheck.counterexamples.engine;

import java.util.List;

/** What a result says but for time and memory. */
record Told(int distinct, long transitions, int depth, SearchEnd end, List<String> findings) {

  static Told of(SearchResult<Integer, String> result) {
    return new Told(
        result.distinct(),
        result.transitions(),
        result.depth(),
        result.end(),
        result
            .findings()
            .map(finding -> finding.check() + " " + finding.trace().actions())
            .toJavaList());
  }
}
