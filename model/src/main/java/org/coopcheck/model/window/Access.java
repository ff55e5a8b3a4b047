package org.coopcheck.model.window;

import static org.coopcheck.model.decision.Answer.ALLOWED;
import static org.coopcheck.model.decision.Answer.SECURITY_ERROR;
import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.reporting.AccessReports;
import org.coopcheck.model.variant.GroupRelation;
import org.coopcheck.model.variant.Questions.Pages;
import org.coopcheck.model.variant.Questions.PropertyUse;
import org.coopcheck.model.variant.ReportingQuestions.PropertyName;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.BrowsingContextId;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.Handle.Obtained;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * Which windows a document can reach, and what it can do with them.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-windowproxy-exotic-object">HTML</a>
 */
public final class Access {
  /**
   * The names of the properties of a window that cross-origin documents can use, sorted.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#cross-origin-accessible-window-property-name">HTML</a>
   */
  public static final Vector<String> CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES =
      Vector.of(
          "blur",
          "close",
          "closed",
          "focus",
          "frames",
          "length",
          "location",
          "opener",
          "parent",
          "postMessage",
          "self",
          "top",
          "window");

  private Access() {}

  /**
   * The handles that the document has: those that it keeps, and {@code parent}, {@code top} and
   * {@code frames}, which any script can read. At most one for each navigable, one that still works
   * if there is any.
   */
  public static Vector<Handle> handlesOf(World world, Document document) {
    var all = document.handles().toVector().appendAll(structuralHandlesOf(world, document));
    return all.map(Handle::navigable)
        .distinct()
        .sorted()
        .map(
            id -> {
              var candidates = all.filter(handle -> handle.navigable().equals(id));
              return candidates.find(handle -> isOpen(world, handle)).getOrElse(candidates.head());
            });
  }

  /** The handle that the document has on the navigable's window. */
  public static Option<Handle> handleOn(World world, Document document, NavigableId target) {
    return handlesOf(world, document).find(handle -> handle.navigable().equals(target));
  }

  private static Vector<Handle> structuralHandlesOf(World world, Document document) {
    var id = world.navigableOf(document);
    var children =
        world.childNavigables(document.id()).map(child -> handle(world, child, Obtained.FRAME));
    var parent = world.parent(id).map(outer -> handle(world, outer, Obtained.PARENT));
    var top = world.topLevelTraversable(id);
    var topHandle =
        world
            .parent(id)
            .filter(outer -> !outer.equals(top))
            .map(o -> handle(world, top, Obtained.TOP));
    return children.appendAll(parent).appendAll(topHandle);
  }

  private static Handle handle(World world, NavigableId id, Obtained obtained) {
    return new Handle(id, world.activeBrowsingContext(id).id(), obtained);
  }

  /**
   * Whether {@code closed} reads false: the handle's browsing context is still the one that its
   * navigable presents.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-window-closed">HTML</a>
   */
  public static boolean isOpen(World world, Handle handle) {
    return world.isPresented(handle.browsingContext());
  }

  /**
   * All windows whose {@code WindowProxy} the document's scripts can come by: through its own
   * handles, then through {@code parent}, {@code top}, {@code opener} and {@code frames} of what they
   * reach, which can be read across origins, and through what the documents keep that they can
   * script.
   */
  public static SortedSet<NavigableId> reachableFrom(
      World world, Document document, Variant variant) {
    SortedSet<NavigableId> reached = TreeSet.empty();
    var frontier = openWindows(world, handlesOf(world, document));
    while (!frontier.isEmpty()) {
      reached = reached.addAll(frontier);
      SortedSet<NavigableId> known = reached;
      frontier =
          frontier
              .flatMap(id -> nextFrom(world, document, id, variant))
              .filter(id -> !known.contains(id));
    }
    return reached.remove(world.navigableOf(document));
  }

  private static Vector<NavigableId> nextFrom(
      World world, Document document, NavigableId id, Variant variant) {
    var there = world.activeDocument(id);
    Vector<Handle> readable = Vector.empty();
    if (allows(world, document, there, "parent", variant)) {
      readable = readable.appendAll(structuralHandlesOf(world, there));
    }
    if (allows(world, document, there, "opener", variant)) {
      readable =
          readable.appendAll(
              world
                  .browsingContext(there.browsingContext())
                  .opener()
                  .filter(world::isPresented)
                  .map(
                      opener ->
                          new Handle(
                              world.browsingContext(opener).navigable(), opener, Obtained.OPENER)));
    }
    if (canScript(world, document, there, variant)) {
      readable = readable.appendAll(there.handles());
    }
    return openWindows(world, readable);
  }

  private static Vector<NavigableId> openWindows(World world, Vector<Handle> handles) {
    return handles.filter(handle -> isOpen(world, handle)).map(Handle::navigable).distinct();
  }

  /**
   * Whether scripts of the one document can use the DOM of the other, once they have its window.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#isplatformobjectsameorigin-(-o-)">HTML</a>
   */
  public static boolean canScript(
      World world, Document document, Document target, Variant variant) {
    return document.origin().isSameOriginWith(target.origin())
        && variant
            .allowsUse()
            .apply(
                new PropertyUse(
                    Names.relation(world, document, target),
                    Pages.of(world, document, target),
                    "document"));
  }

  /** Whether a property of the target is within the document's reach, before origins are looked at. */
  public static boolean allows(
      World world, Document document, Document target, String property, Variant variant) {
    return variant
        .allowsUse()
        .apply(
            new PropertyUse(
                Names.relation(world, document, target),
                Pages.of(world, document, target),
                property));
  }

  /**
   * @param world the world afterwards
   * @param isAllowed whether the use does not throw
   * @param why the reason, as a sentence
   */
  public record Answer(World world, boolean isAllowed, String why) {}

  private record Verdict(boolean isAllowed, String why) {}

  /**
   * Using a property through a handle.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#windowproxy-get">HTML</a>
   * @param world the world
   * @param document the document whose script uses it
   * @param handle the handle
   * @param property the name of the property, or an index
   * @param isSet whether it is written
   * @param rules what the step goes by
   */
  public static Answer use(
      World world, Document document, Handle handle, String property, boolean isSet, Rules rules) {
    World checked =
        AccessReports.checkIfAnAccessBetweenTwoBrowsingContextsShouldBeReported(
            world, document, handle, propertyName(world, handle, property), rules); // [[Get]] 1.
    if (!isOpen(world, handle)) {
      return property.equals("closed") && !isSet
          ? new Answer(checked, true, "the window is gone; closed reads true")
          : new Answer(checked, false, "the window is gone: the handle was left behind");
    }
    var target = world.activeDocument(handle.navigable());
    var answer = useOf(world, document, target, property, isSet, rules.variant());
    rules
        .decisions()
        .note(
            Rule.ACCESS,
            answer.isAllowed() ? ALLOWED : SECURITY_ERROR,
            () ->
                Vector.of(
                    given("property", property),
                    given("accessor", document.origin()),
                    given("accessed", target.origin()),
                    given("groups", Names.relation(world, document, target))));
    return new Answer(checked, answer.isAllowed(), answer.why());
  }

  /** The name of a property, with what reports of accesses look at. */
  private static PropertyName propertyName(World world, Handle handle, String property) {
    boolean isFrame =
        isOpen(world, handle)
            && isFrameOf(world, world.activeDocument(handle.navigable()), property);
    return propertyName(property).withFrame(isFrame);
  }

  /** The name of a property of a window that nobody can look into. */
  public static PropertyName propertyName(String property) {
    return new PropertyName(
        property,
        CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES.contains(property),
        isIndex(property),
        false);
  }

  private static Verdict useOf(
      World world,
      Document document,
      Document target,
      String property,
      boolean isSet,
      Variant variant) {
    if (!allows(world, document, target, property, variant)) {
      return new Verdict(
          false,
          Names.relation(world, document, target) == GroupRelation.SAME_GROUP
              ? "the policies of the two pages keep it from other pages"
              : "the windows are in different browsing context groups");
    }
    if (document.origin().isSameOriginWith(target.origin())) {
      return new Verdict(true, "same origin"); // [[Get]] 3.
    }
    boolean isNamed = CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES.contains(property);
    if (isSet) {
      return property.equals("location")
          ? new Verdict(true, "location can be set across origins")
          : new Verdict(false, "cross-origin, and only location can be set");
    }
    if (isNamed) return new Verdict(true, "cross-origin accessible"); // [[Get]] 4.
    if (isFallback(property)) return new Verdict(true, "reads as undefined");
    return isFrameOf(world, target, property)
        ? new Verdict(true, "a frame of the window")
        : new Verdict(false, "cross-origin, and the property is not cross-origin accessible");
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#crossoriginpropertyfallback-(-p-)">HTML</a>
   */
  private static boolean isFallback(String property) {
    return Vector.of("then", "@@toStringTag", "@@hasInstance", "@@isConcatSpreadable")
        .contains(property);
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#windowproxy-getownproperty">HTML</a>
   */
  private static boolean isFrameOf(World world, Document target, String property) {
    var children = world.childNavigables(target.id());
    // NB: a first child with the name whose document is cross-origin with the window hides the
    // name.
    var named = children.find(child -> world.navigable(child).targetName().equals(property));
    return isIndex(property)
        ? Integer.parseInt(property) < children.size()
        : !property.isEmpty()
            && named.exists(
                child -> world.activeDocument(child).origin().isSameOriginWith(target.origin()));
  }

  private static boolean isIndex(String property) {
    return property.matches("0|[1-9][0-9]{0,8}");
  }

  /** The names of properties that can be read through the handle without an exception, sorted. */
  public static Vector<String> readableProperties(
      World world, Document document, Handle handle, Variant variant) {
    if (!isOpen(world, handle)) return Vector.empty();
    var target = world.activeDocument(handle.navigable());
    return CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES.filter(
        name -> allows(world, document, target, name, variant));
  }

  /** Whether synchronous access through the handle works. */
  public static boolean hasDom(World world, Document document, Handle handle, Variant variant) {
    return isOpen(world, handle)
        && canScript(world, document, world.activeDocument(handle.navigable()), variant);
  }

  /**
   * What {@code window.opener} reads in the document.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-opener">HTML</a>
   */
  public static Option<NavigableId> opener(World world, Document document) {
    return world
        .browsingContext(document.browsingContext())
        .opener()
        .filter(world::isPresented)
        .map((BrowsingContextId opener) -> world.browsingContext(opener).navigable());
  }
}
