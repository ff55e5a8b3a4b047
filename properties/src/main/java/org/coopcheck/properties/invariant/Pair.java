package org.coopcheck.properties.invariant;

import io.vavr.Function2;
import io.vavr.collection.Vector;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;

/**
 * Two documents of one world.
 *
 * @param first the one
 * @param second the other
 */
public record Pair(Document first, Document second) {

  /** The same two, the other way round. */
  public Pair turned() {
    return new Pair(/* first= */ second, /* second= */ first);
  }

  /** All fully active documents, two by two. */
  public static Vector<Pair> allIn(World world) {
    return of(world.fullyActiveDocuments());
  }

  /** The documents, two by two. */
  public static Vector<Pair> of(Vector<Document> documents) {
    return twoByTwo(documents, Pair::new);
  }

  /** Each document with each other one whose window its scripts can come by. */
  public static Vector<Pair> reachingIn(Moment moment) {
    var world = moment.world();
    return world
        .fullyActiveDocuments()
        .flatMap(
            document ->
                Access.reachableFrom(world, document, moment.variant())
                    .toVector()
                    .map(id -> new Pair(document, world.activeDocument(id))));
  }

  /** Each with each that comes after it. */
  static <T, P> Vector<P> twoByTwo(Vector<T> all, Function2<T, T, P> pair) {
    return all.zipWithIndex()
        .flatMap(first -> all.drop(first._2 + 1).map(second -> pair.apply(first._1, second)));
  }

  /** Both. */
  public Vector<Document> both() {
    return Vector.of(first, second);
  }

  /** Whether the two are same origin. */
  public boolean isSameOrigin() {
    return first.origin().isSameOriginWith(second.origin());
  }

  /** Whether they have the same top-level document. */
  public boolean isInOnePage(World world) {
    return world.topLevelDocument(first).id().equals(world.topLevelDocument(second).id());
  }

  /** Whether they share a browsing context group. */
  public boolean isInOneGroup(World world) {
    return GroupInvariants.isSameGroup(world, first, second);
  }

  /** Whether they share an agent cluster. */
  public boolean isInOneCluster(World world) {
    return world.agentClusterOf(first).equals(world.agentClusterOf(second));
  }
}
