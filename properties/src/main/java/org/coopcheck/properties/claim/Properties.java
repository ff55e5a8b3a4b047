package org.coopcheck.properties.claim;

import io.vavr.Function1;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.world.Document;
import org.coopcheck.properties.invariant.GroupInvariants;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Pair;
import org.coopcheck.properties.invariant.Sight;
import org.coopcheck.properties.invariant.Violation;

/** Ways to say what a claim says: of every case that a moment offers, or of none. */
final class Properties {
  private Properties() {}

  /**
   * Something that a claim speaks of.
   *
   * @param isSo whether it is as the claim says
   * @param about the documents
   */
  record Case(boolean isSo, Vector<Document> about) {
    static Case of(boolean isSo, Pair about) {
      return new Case(isSo, about.both());
    }

    static Case of(boolean isSo, Document... about) {
      return new Case(isSo, Vector.of(about));
    }
  }

  /** Of a claim: which document makes it, and under what name it is checked. */
  record Heading(Seed seed, String id, String name, String statement) {}

  /**
   * Every case is as the claim says; it says something once there is one.
   *
   * @param heading whose claim it is
   * @param sight what it looks at
   * @param cases what it speaks of
   * @param otherwise what is so where the claim is wrong
   * @param witness what makes a case, in words
   */
  static Invariant always(
      Heading heading,
      Sight sight,
      Function1<Moment, Vector<Case>> cases,
      String otherwise,
      String witness) {
    return new Invariant(
        heading.name(),
        heading.id(),
        heading.statement(),
        heading.seed().source(),
        sight,
        TreeSet.empty(),
        moment ->
            cases
                .apply(moment)
                .find(each -> !each.isSo())
                .map(each -> violation(moment, each, otherwise)),
        witness,
        moment -> !cases.apply(moment).isEmpty());
  }

  /**
   * No case is as the claim says is possible: where the claim is right, this falls.
   *
   * @param heading whose claim it is
   * @param sight what it looks at
   * @param cases what it speaks of
   * @param reached what is so where the claim is right
   */
  static Invariant never(
      Heading heading, Sight sight, Function1<Moment, Vector<Case>> cases, String reached) {
    return new Invariant(
        heading.name(),
        heading.id(),
        heading.statement(),
        heading.seed().source(),
        sight,
        TreeSet.empty(),
        moment ->
            cases.apply(moment).find(Case::isSo).map(each -> violation(moment, each, reached)),
        "there is what it speaks of",
        moment -> !cases.apply(moment).isEmpty());
  }

  private static Violation violation(Moment moment, Case found, String fact) {
    return new Violation(
        found.about().map(document -> described(moment, document)).mkString(", ") + ": " + fact,
        found.about().map(moment.world()::navigableOf));
  }

  private static String described(Moment moment, Document document) {
    return "%s (%s%s)%s"
        .formatted(
            moment.world().navigableOf(document),
            moment.world().isTopLevel(document) ? document.openerPolicy().value() + " of " : "",
            document.origin(),
            GroupInvariants.kind(document));
  }
}
