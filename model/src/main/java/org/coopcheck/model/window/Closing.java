package org.coopcheck.model.window;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * Closing windows.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-window-close">HTML</a>
 */
public final class Closing {
  private Closing() {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-window-close">HTML</a>
   * @param world the world
   * @param target the navigable to be closed
   * @param by the navigable whose script calls {@code close()}
   * @param rules what the step goes by
   * @return why the call does nothing; none if it closes the window
   */
  public static Option<String> whyAScriptCannotClose(
      World world, NavigableId target, NavigableId by, Rules rules) {
    var traversable = world.navigable(target);
    boolean isScriptClosable =
        traversable.isTopLevelTraversable()
            && (traversable.isCreatedByWebContent() || traversable.history().size() == 1);
    boolean isFamiliar =
        Names.familiarWith(
            world, world.activeBrowsingContext(by), world.activeBrowsingContext(target));
    boolean isAllowed =
        Sandboxing.allowedBySandboxingToNavigate(
            world, by, target, world.activeDocument(target).activeSandboxingFlags(), rules);
    rules
        .decisions()
        .note(
            Rule.CLOSE,
            isScriptClosable && isFamiliar && isAllowed ? Answer.CLOSES : Answer.DOES_NOTHING,
            () ->
                Vector.of(
                    given("script-closable", isScriptClosable),
                    given("familiar", isFamiliar),
                    given("allowed by sandboxing", isAllowed)));
    if (!traversable.isTopLevelTraversable())
      return Option.some("only a window can be closed"); // 2.
    if (!isScriptClosable) return Option.some("the window is not script-closable");
    if (!isFamiliar) return Option.some(by + " is not familiar with " + target);
    return isAllowed ? Option.none() : Option.some("sandboxing does not allow it"); // 6.
  }
}
