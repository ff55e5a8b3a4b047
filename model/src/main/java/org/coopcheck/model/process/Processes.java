package org.coopcheck.model.process;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Questions.Colocation;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.World;

/**
 * Processes, as the design documents on window proxies and page isolation speak of them.
 *
 * @see <a href="https://github.com/hemeryar/explainers">Explainers</a>
 */
public final class Processes {
  private Processes() {}

  /**
   * The finest partition of the fully active documents that the rules M1 to M4 allow: documents that
   * must share a process, directly or through others, are in one class.
   *
   * @param world the world
   * @param variant whose rules say who must share
   * @param capabilities what the browser is able to do
   * @return the classes, each once, in the order of their first documents
   */
  public static Vector<SortedSet<DocumentId>> forcedClasses(
      World world, Variant variant, Capabilities capabilities) {
    var documents = world.fullyActiveDocuments().sortBy(Document::id);
    return documents.foldLeft(
        Vector.empty(),
        (classes, document) -> {
          var joined =
              classes.partition(
                  each ->
                      each.exists(
                          id ->
                              mustShare(
                                  world, world.document(id), document, variant, capabilities)));
          SortedSet<DocumentId> alone = TreeSet.of(document.id());
          SortedSet<DocumentId> merged = joined._1.foldLeft(alone, SortedSet::union);
          return joined._2.append(merged).sortBy(SortedSet::head);
        });
  }

  /**
   * The processes of the browser: the forced classes, where it gives each a process of its own.
   *
   * @param world the world
   * @param variant whose rules say who must share, and who gets a process together
   * @param capabilities what the browser is able to do
   */
  public static Vector<SortedSet<DocumentId>> processes(
      World world, Variant variant, Capabilities capabilities) {
    return variant.processes().apply(forcedClasses(world, variant, capabilities));
  }

  private static boolean mustShare(
      World world, Document a, Document b, Variant variant, Capabilities capabilities) {
    return variant.mustShareAProcess().apply(colocation(world, a, b, capabilities));
  }

  /**
   * What two documents have in common.
   *
   * @param world the world
   * @param a a document
   * @param b another
   * @param capabilities what the browser is able to do
   */
  public static Colocation colocation(
      World world, Document a, Document b, Capabilities capabilities) {
    var groupOfA = world.groupOf(a);
    var groupOfB = world.groupOf(b);
    return new Colocation(
        world.agentClusterOf(a).equals(world.agentClusterOf(b)),
        world.topLevelDocument(a).id().equals(world.topLevelDocument(b).id()),
        groupOfA.id().equals(groupOfB.id()),
        groupOfA.coopGroup().equals(groupOfB.coopGroup()),
        capabilities);
  }
}
