package org.coopcheck.properties.rollout;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.world.NavigableId;

/**
 * Something that works as long as policies are report-only, and fails when they are enforced.
 *
 * @param step the number of the step that fails
 * @param kind what fails
 * @param action the step
 * @param by whose script it is; none if it is no script
 * @param window the window that it is about
 * @param turn the decision on which the two runs part; none if no rule decided otherwise
 * @param turnStep the number of the step in which it was made
 * @param announcement whether a report tells of it
 */
public record Breakage(
    int step,
    Kind kind,
    Action action,
    Option<NavigableId> by,
    NavigableId window,
    Option<Turn> turn,
    int turnStep,
    Announcement announcement) {

  /** What fails. */
  public enum Kind {
    /** A script uses another window. */
    ACCESS,
    /** {@code window.open()} returns the new window. */
    HANDLE,
    /** A name stands for a window. */
    NAME,
    /** A document is loaded. */
    LOAD;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return word();
    }
  }

  /** Tells causes apart: what fails, what decided it, and what became of the report. */
  public String cause() {
    return Vector.of(
            kind.word(),
            turn.map(Turn::toString).getOrElse("no rule decided otherwise"),
            announcement.kind().word()
                + announcement.why().map(why -> " (" + why + ")").getOrElse(""))
        .mkString("; ");
  }

  /** Whether no report tells of it, though the model knows all reports that could. */
  public boolean isSilent() {
    return announcement.kind() == Announcement.Kind.SILENT;
  }
}
