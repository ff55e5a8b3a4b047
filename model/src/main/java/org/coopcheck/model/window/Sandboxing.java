package org.coopcheck.model.window;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * Sandboxed navigation.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#sandboxing">HTML</a>
 */
public final class Sandboxing {
  private Sandboxing() {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#allowed-to-navigate">HTML</a>
   * @param world the world
   * @param source the navigable that wants to navigate
   * @param target the navigable to be navigated
   * @param flags the sandboxing flags of the source snapshot params
   * @param rules what the step goes by
   */
  public static boolean allowedBySandboxingToNavigate(
      World world,
      NavigableId source,
      NavigableId target,
      SortedSet<SandboxingFlag> flags,
      Rules rules) {
    boolean isAllowed = isAllowed(world, source, target, flags);
    if (!flags.isEmpty()) {
      rules
          .decisions()
          .note(
              Rule.ALLOWED_TO_NAVIGATE,
              isAllowed ? Answer.ALLOWED : Answer.NOT_ALLOWED,
              () -> Vector.of(given("source", source), given("target", target)));
    }
    return isAllowed;
  }

  private static boolean isAllowed(
      World world, NavigableId source, NavigableId target, SortedSet<SandboxingFlag> flags) {
    if (source.equals(target)) return true; // 1.
    if (world.isAncestor(source, target)) return true; // 2.
    boolean isTopLevel = world.navigable(target).isTopLevelTraversable();
    if (world.isAncestor(target, source)) { // 3.
      // MODEL: there always is a user activation, so the flag for navigation without one is not
      // asked.
      return !isTopLevel
          || !flags.contains(SandboxingFlag.SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION);
    }
    boolean isPermitted =
        isTopLevel
            && world
                .activeBrowsingContext(target)
                .onePermittedSandboxedNavigator()
                .contains(world.activeBrowsingContext(source).id());
    return isPermitted || !flags.contains(SandboxingFlag.SANDBOXED_NAVIGATION); // 4. 5. 6.
  }

  /**
   * Whether there are scripts in the document that could do something. An error page has none, and
   * nobody can put one into an initial {@code about:blank} without a creator.
   */
  public static boolean hasScripts(World world, Document document) {
    if (document.error().isDefined() || document.has(SandboxingFlag.SANDBOXED_SCRIPTS)) {
      return false;
    }
    var browsingContext = world.browsingContext(document.browsingContext());
    boolean hasNoCreator =
        document.isInitialAboutBlank()
            && browsingContext.isTopLevel()
            && !browsingContext.isAuxiliary();
    return !hasNoCreator;
  }
}
