package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.world.LoadError;

/** What came of steps, where the picture does not say it. */
final class OutcomeWords {
  private OutcomeWords() {}

  static Vector<Line> of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotDone(var why) -> Vector.of(Line.of(Tone.BAD, "not done: " + why));
      case Outcome.Done() -> Vector.empty();
      case Outcome.Navigated(var swap, var error) -> ofError(error);
      case Outcome.Opened opened -> ofWindow(opened).appendAll(ofError(opened.error()));
      case Outcome.Used(var isAllowed, var why, var navigated) ->
          Vector.of(
                  isAllowed
                      ? Line.of(Tone.GOOD, "allowed: " + why)
                      : Line.of(Tone.BAD, "refused: " + why))
              .appendAll(ofError(navigated.flatMap(Outcome.Navigated::error)));
      case Outcome.Found(var window) ->
          Vector.of(
              window
                  .map(id -> Line.of(Tone.GOOD, "found " + id))
                  .getOrElse(Line.of(Tone.BAD, "found nothing")));
    };
  }

  private static Vector<Line> ofWindow(Outcome.Opened opened) {
    Vector<Line> existing =
        opened.isNew()
            ? Vector.empty()
            : Vector.of(Line.of("chose " + opened.window() + ", which was there"));
    return opened.isReturned()
        ? existing
        : existing.append(Line.of(Tone.BAD, "window.open() returned null: it has no opener"));
  }

  private static Vector<Line> ofError(Option<LoadError> error) {
    return error
        .map(
            why ->
                Line.of(
                    Tone.BAD,
                    switch (why) {
                      case COOP_SANDBOX ->
                          "error page: a sandboxed window may not have an opener policy";
                      case COEP ->
                          "error page: the embedder policy of the page around it refuses it";
                      case BLOCKED -> "blocked: it is not navigated";
                      case NETWORK -> "error page: no usable answer";
                    }))
        .toVector();
  }
}
