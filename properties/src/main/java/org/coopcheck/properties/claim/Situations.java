package org.coopcheck.properties.claim;

import io.vavr.collection.Vector;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.invariant.GroupInvariants;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Pair;

/** What claims speak of, found in a moment. */
final class Situations {
  private Situations() {}

  /**
   * A script has opened a window.
   *
   * @param moment the moment
   * @param by the document whose script it is
   * @param page its top-level document
   * @param popup the document of the window
   */
  record Opening(Moment moment, Document by, Document page, Document popup) {
    OpenerPolicyValue policy() {
      return page.openerPolicy().value();
    }

    boolean isByAStranger() {
      return !moment.world().isSameOriginWithItsTopLevel(by);
    }

    boolean isInitial() {
      return popup.isInitialAboutBlank();
    }

    boolean isSameOriginWithThePage() {
      return popup.origin().isSameOriginWith(page.coopOrigin());
    }

    /** Whether the script has a handle that works. */
    boolean isConnected() {
      return handleWorks(moment.world(), by, popup);
    }

    boolean isInTheGroup() {
      return GroupInvariants.isSameGroup(moment.world(), page, popup);
    }

    Properties.Case so(boolean isSo) {
      return Properties.Case.of(isSo, page, by, popup);
    }
  }

  /** The window that the step has opened, if it is one that does so. */
  static Vector<Opening> openings(Moment moment) {
    if (!(moment.action() instanceof Action.OpenWindow open)) return Vector.empty();
    var world = moment.world();
    if (moment.before().hasNavigable(open.opened()) || !world.hasNavigable(open.opened())) {
      return Vector.empty();
    }
    var by = world.activeDocument(open.by());
    return Vector.of(
        new Opening(moment, by, world.topLevelDocument(by), world.activeDocument(open.opened())));
  }

  /** Those of the windows that show a response that was loaded. */
  static Vector<Opening> loadedOpenings(Moment moment) {
    return openings(moment).filter(each -> !each.isInitial() && each.popup().error().isEmpty());
  }

  static boolean handleWorks(World world, Document document, Document target) {
    return Access.handleOn(world, document, world.navigableOf(target))
        .exists(handle -> Access.isOpen(world, handle));
  }

  /** Each document with the windows that were taken from it by a switch. */
  static Vector<Pair> cutOff(Moment moment) {
    var world = moment.world();
    return world
        .fullyActiveDocuments()
        .flatMap(
            document ->
                document
                    .handles()
                    .toVector()
                    .filter(handle -> !Access.isOpen(world, handle))
                    .filter(handle -> world.hasNavigable(handle.navigable()))
                    .map(handle -> new Pair(document, world.activeDocument(handle.navigable()))));
  }

  static boolean canReach(Moment moment, Document document, Document target) {
    return Access.reachableFrom(moment.world(), document, moment.variant())
        .contains(moment.world().navigableOf(target));
  }

  static boolean canScript(Moment moment, Pair pair) {
    return Access.canScript(moment.world(), pair.first(), pair.second(), moment.variant());
  }

  /** Whether the two need one process. */
  static boolean isOneProcess(Moment moment, Pair pair) {
    return isOneProcess(moment, pair.first(), pair.second());
  }

  /** Whether the two need one process. */
  static boolean isOneProcess(Moment moment, Document a, Document b) {
    return Processes.forcedClasses(moment.world(), moment.variant(), moment.capabilities())
        .exists(each -> each.contains(a.id()) && each.contains(b.id()));
  }

  static boolean isRestricted(OpenerPolicyValue value) {
    return value.withoutCoep() == OpenerPolicyValue.RESTRICT_PROPERTIES;
  }

  static boolean isStrict(OpenerPolicyValue value) {
    return value.withoutCoep() == OpenerPolicyValue.SAME_ORIGIN;
  }

  static boolean isSameOrigin(Document a, Document b) {
    return a.origin().isSameOriginWith(b.origin());
  }

  /** The opener policy that the headers ask for, as a token. */
  static String asked(HeaderList headers) {
    return headers.get("Cross-Origin-Opener-Policy").getOrElse("unsafe-none");
  }

  static boolean isCspSandboxed(HeaderList headers) {
    return headers.contains("Content-Security-Policy");
  }
}
