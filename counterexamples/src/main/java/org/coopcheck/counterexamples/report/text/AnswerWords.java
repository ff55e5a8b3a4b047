package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Answer.Nothing;
import org.coopcheck.model.scenario.Answer.Served;

/** What servers answer, as they would send it. */
public final class AnswerWords {
  private AnswerWords() {}

  /** A line for each header field, and before them the status if it is not the usual one. */
  public static Vector<String> of(Answer answer) {
    return switch (answer) {
      case Served(var status, var headers) -> {
        var fields = headers.fields().map(field -> field.name() + ": " + field.value());
        yield status == 200 && !fields.isEmpty() ? fields : fields.prepend("" + status);
      }
      case Nothing() -> Vector.of("no answer");
    };
  }
}
