package org.coopcheck.counterexamples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Tone;
import org.coopcheck.model.decision.Source;

/** What entries of lists have in common. */
final class Entries {
  private Entries() {}

  static Vector<Line> source(Source source) {
    return Vector.of(Line.of(Tone.FAINT, source.claimedBy() + ": " + source.link()));
  }

  static ObjectNode json(Source source) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("claimedBy", source.claimedBy())
        .put("link", source.link().toString());
  }
}
