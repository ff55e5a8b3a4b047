package org.coopcheck.properties.invariant;

import static org.coopcheck.properties.invariant.GroupInvariants.kind;
import static org.coopcheck.properties.invariant.GroupInvariants.name;
import static org.coopcheck.properties.invariant.GroupInvariants.violation;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;

/**
 * What makes the cross-origin isolated capability safe to give: who is in one process with a
 * document that has it.
 *
 * <p>A class of documents that need one process is <i>tainted</i> if one of them has the capability.
 */
public final class IsolationInvariants {
  private static final Source ISOLATION =
      Source.html("document-sequences.html#cross-origin-isolation-mode");
  private static final Source INHERITANCE =
      Source.of("COOP inheritance document", "https://github.com/whatwg/html/issues/8481");

  private IsolationInvariants() {}

  /** P1. */
  public static final Invariant TAINTED_MEANS_EMBEDDABLE =
      new Invariant(
          "tainted-means-embeddable",
          "P1",
          "Every document that needs one process with a cross-origin isolated document has an"
              + " embedder policy that is compatible with cross-origin isolation.",
          ISOLATION,
          Sight.WORLD,
          TreeSet.empty(),
          moment ->
              inTaintedClasses(moment)
                  .filter(
                      document ->
                          !document
                              .policyContainer()
                              .embedderPolicy()
                              .isCompatibleWithCrossOriginIsolation())
                  .map(
                      document ->
                          violation(
                              moment,
                              Vector.of(document),
                              "%s of %s%s has the embedder policy %s, but %s"
                                  .formatted(
                                      name(moment, document),
                                      document.origin(),
                                      kind(document),
                                      document.policyContainer().embedderPolicy().value(),
                                      CrossOriginIsolation.isCapable(moment.world(), document)
                                          ? "is itself cross-origin isolated"
                                          : "needs one process with a cross-origin isolated document")))
                  .headOption(),
          "a cross-origin isolated document needs one process with another",
          IsolationInvariants::hasSharedTaintedClass);

  /** P2. */
  public static final Invariant TAINTED_MEANS_ONE_TOP_LEVEL_ORIGIN =
      new Invariant(
          "tainted-means-one-top-level-origin",
          "P2",
          "The top-level documents of all documents that need one process with a cross-origin"
              + " isolated document are in isolated groups and have one origin.",
          INHERITANCE,
          Sight.WORLD,
          TreeSet.empty(),
          moment ->
              taintedClasses(moment)
                  .flatMap(
                      each -> {
                        var tops = topLevelDocumentsOf(moment.world(), each);
                        return notIsolated(moment, tops).orElse(() -> otherOrigin(moment, tops));
                      })
                  .headOption(),
          "documents of two pages need one process with a cross-origin isolated document",
          moment ->
              taintedClasses(moment)
                  .exists(each -> topLevelDocumentsOf(moment.world(), each).size() > 1));

  /** P3. */
  public static final Invariant TAINTED_STAYS_IN_ITS_GROUP =
      new Invariant(
          "tainted-stays-in-its-group",
          "P3",
          "All documents that need one process with a cross-origin isolated document are in its"
              + " browsing context group.",
          INHERITANCE,
          Sight.WORLD,
          TreeSet.empty(),
          moment ->
              taintedClasses(moment)
                  .flatMap(
                      each -> {
                        var documents = each.toVector().map(moment.world()::document);
                        var isolated =
                            documents
                                .find(
                                    document ->
                                        CrossOriginIsolation.isCapable(moment.world(), document))
                                .get();
                        return documents
                            .find(
                                other ->
                                    !GroupInvariants.isSameGroup(moment.world(), isolated, other))
                            .map(
                                other ->
                                    violation(
                                        moment,
                                        Vector.of(isolated, other),
                                        "%s is cross-origin isolated and needs one process with %s, which is in another browsing context group"
                                            .formatted(
                                                name(moment, isolated), name(moment, other))));
                      })
                  .headOption(),
          "a cross-origin isolated document needs one process with another",
          IsolationInvariants::hasSharedTaintedClass);

  /** P4. */
  public static final Invariant PERMISSION_IS_NOT_BYPASSED =
      new Invariant(
          "permission-is-not-bypassed",
          "P4",
          "No document in a frame that was not allowed cross-origin-isolated, and is cross-origin"
              + " with its top-level document, can script a cross-origin isolated top-level"
              + " document.",
          INHERITANCE,
          Sight.WORLD,
          TreeSet.of(StepKind.DELEGATION),
          moment -> {
            var world = moment.world();
            return undelegated(world)
                .flatMap(
                    frame ->
                        Access.reachableFrom(world, frame, moment.variant())
                            .toVector()
                            .map(world::activeDocument)
                            .filter(target -> isBypass(moment, frame, target))
                            .map(target -> bypass(moment, frame, target)))
                .headOption();
          },
          "a frame without the permission is in an isolated page",
          moment ->
              undelegated(moment.world())
                  .exists(
                      frame ->
                          CrossOriginIsolation.isolationMode(moment.world(), frame)
                              == CrossOriginIsolationMode.CONCRETE));

  /** P5. */
  public static final Invariant TAINTED_GETS_ITS_OWN_PROCESS =
      new Invariant(
          "tainted-gets-its-own-process",
          "P5",
          "The browser puts no document into one process with a cross-origin isolated document that"
              + " does not need to be there.",
          ISOLATION,
          Sight.WORLD,
          TreeSet.empty(),
          moment -> {
            var forced =
                Processes.forcedClasses(moment.world(), moment.variant(), moment.capabilities());
            return Processes.processes(moment.world(), moment.variant(), moment.capabilities())
                .filter(process -> isTainted(moment.world(), process))
                .find(process -> !forced.contains(process))
                .map(
                    process ->
                        violation(
                            moment,
                            process.toVector().map(moment.world()::document),
                            "%s share a process with a cross-origin isolated document, though they need not"
                                .formatted(
                                    process
                                        .toVector()
                                        .map(moment.world()::document)
                                        .map(document -> name(moment, document))
                                        .mkString(", "))));
          },
          "there is a cross-origin isolated document and one that needs another process",
          moment -> {
            var forced =
                Processes.forcedClasses(moment.world(), moment.variant(), moment.capabilities());
            return forced.size() > 1 && forced.exists(each -> isTainted(moment.world(), each));
          });

  private static Vector<SortedSet<DocumentId>> taintedClasses(Moment moment) {
    boolean canTaint =
        moment
                .world()
                .groups()
                .values()
                .exists(
                    group -> group.crossOriginIsolationMode() == CrossOriginIsolationMode.CONCRETE)
            || moment
                .world()
                .topLevelDocuments()
                .exists(
                    document ->
                        document.pagePolicy().isolationMode() == CrossOriginIsolationMode.CONCRETE);
    return canTaint
        ? Processes.forcedClasses(moment.world(), moment.variant(), moment.capabilities())
            .filter(each -> isTainted(moment.world(), each))
        : Vector.empty();
  }

  private static boolean isTainted(World world, SortedSet<DocumentId> documents) {
    return documents.exists(id -> CrossOriginIsolation.isCapable(world, world.document(id)));
  }

  private static Vector<Document> inTaintedClasses(Moment moment) {
    return taintedClasses(moment).flatMap(each -> each.toVector().map(moment.world()::document));
  }

  private static boolean hasSharedTaintedClass(Moment moment) {
    return taintedClasses(moment).exists(each -> each.size() > 1);
  }

  private static Vector<Document> topLevelDocumentsOf(
      World world, SortedSet<DocumentId> documents) {
    return documents.toVector().map(world::document).map(world::topLevelDocument).distinct();
  }

  private static Option<Violation> notIsolated(Moment moment, Vector<Document> tops) {
    return tops.find(
            top ->
                CrossOriginIsolation.isolationMode(moment.world(), top)
                    == CrossOriginIsolationMode.NONE)
        .map(
            top ->
                violation(
                    moment,
                    Vector.of(top),
                    "a document of the page %s needs one process with a cross-origin isolated document, but the page is in a group that is not isolated"
                        .formatted(name(moment, top))));
  }

  private static Option<Violation> otherOrigin(Moment moment, Vector<Document> tops) {
    return tops.find(top -> !top.coopOrigin().isSameOriginWith(tops.head().coopOrigin()))
        .map(
            top ->
                violation(
                    moment,
                    Vector.of(tops.head(), top),
                    "documents of the pages %s (%s) and %s (%s) need one process with a cross-origin isolated document"
                        .formatted(
                            name(moment, tops.head()),
                            tops.head().origin(),
                            name(moment, top),
                            top.origin())));
  }

  private static Vector<Document> undelegated(World world) {
    return world
        .fullyActiveDocuments()
        .filter(
            document ->
                !world.isTopLevel(document)
                    && document.error().isEmpty()
                    && !CrossOriginIsolation.isAllowedToUseIt(document)
                    && !world.isSameOriginWithItsTopLevel(document));
  }

  private static boolean isBypass(Moment moment, Document frame, Document target) {
    var world = moment.world();
    return world.isTopLevel(target)
        && CrossOriginIsolation.isCapable(world, target)
        && world.agentClusterOf(frame).equals(world.agentClusterOf(target))
        && Access.canScript(world, frame, target, moment.variant());
  }

  private static Violation bypass(Moment moment, Document frame, Document target) {
    return violation(
        moment,
        Vector.of(frame, target),
        "%s of %s was not allowed cross-origin-isolated by the page %s, but can script %s, which is cross-origin isolated"
            .formatted(
                name(moment, frame),
                frame.origin(),
                name(moment, moment.world().topLevelDocument(frame)),
                name(moment, target)));
  }
}
