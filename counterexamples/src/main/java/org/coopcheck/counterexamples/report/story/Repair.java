package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.report.text.RepairWords;
import org.coopcheck.counterexamples.search.Repair.OfRule;
import org.coopcheck.model.decision.Source;

/**
 * A change after which the same actions no longer show the finding.
 *
 * @param kind what kind of change it is
 * @param change what is changed, in one sentence
 * @param source who proposes it, if it is a rule
 * @param costs what is lost by it, each in one sentence
 */
public record Repair(Kind kind, String change, Option<Source> source, Vector<String> costs) {
  private static final int MOST = 5;

  /** The kinds of changes, in the order in which they are told. */
  public enum Kind {
    /** Headers and attributes. */
    SITE("By a header or an attribute"),
    /** Named choices. */
    RULE("By another rule"),
    /** Whatever gives up what was promised. */
    EVASIVE("By giving up what is promised");

    private final String heading;

    Kind(String heading) {
      this.heading = heading;
    }

    /** What stands above them. */
    public String heading() {
      return heading;
    }
  }

  /** Of each kind those that take away the least. */
  static Vector<Repair> of(Vector<org.coopcheck.counterexamples.search.Repair> found) {
    var all = found.map(Repair::of);
    return Vector.of(Kind.values())
        .flatMap(kind -> all.filter(each -> each.kind == kind).take(MOST));
  }

  private static Repair of(org.coopcheck.counterexamples.search.Repair found) {
    Option<Source> source =
        found.changes().head() instanceof OfRule(var choice)
            ? Option.some(choice.source())
            : Option.none();
    Kind kind = found.isEvasive() ? Kind.EVASIVE : source.isDefined() ? Kind.RULE : Kind.SITE;
    return new Repair(kind, RepairWords.change(found), source, RepairWords.costs(found));
  }
}
