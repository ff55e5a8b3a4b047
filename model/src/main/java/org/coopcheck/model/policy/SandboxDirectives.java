package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_AUXILIARY_NAVIGATION;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_DOCUMENT_DOMAIN;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_NAVIGATION;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_ORIGIN;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_SCRIPTS;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_TOP_LEVEL_NAVIGATION_WITHOUT_USER_ACTIVATION;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION;
import static org.coopcheck.model.policy.SandboxingFlag.SANDBOX_PROPAGATES_TO_AUXILIARY_BROWSING_CONTEXTS;

import com.google.common.base.Ascii;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;

/**
 * What the keywords of an iframe's {@code sandbox} attribute, and of the directive of that name,
 * leave forbidden.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#sandboxing">HTML</a>
 */
public final class SandboxDirectives {
  private static final SortedSet<SandboxingFlag> NONE = TreeSet.empty();

  /** The keywords, each with the flags of the model that it takes away. */
  private static final SortedMap<String, SortedSet<SandboxingFlag>> KEYWORDS =
      TreeMap.<String, SortedSet<SandboxingFlag>>empty()
          .put("allow-downloads", NONE)
          .put("allow-forms", NONE)
          .put("allow-modals", NONE)
          .put("allow-orientation-lock", NONE)
          .put("allow-pointer-lock", NONE)
          .put("allow-popups", TreeSet.of(SANDBOXED_AUXILIARY_NAVIGATION))
          .put(
              "allow-popups-to-escape-sandbox",
              TreeSet.of(SANDBOX_PROPAGATES_TO_AUXILIARY_BROWSING_CONTEXTS))
          .put("allow-presentation", NONE)
          .put("allow-same-origin", TreeSet.of(SANDBOXED_ORIGIN))
          .put("allow-scripts", TreeSet.of(SANDBOXED_SCRIPTS))
          .put("allow-storage-access-by-user-activation", NONE)
          .put(
              "allow-top-navigation",
              TreeSet.of(
                  SANDBOXED_TOP_LEVEL_NAVIGATION_WITHOUT_USER_ACTIVATION,
                  SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION))
          .put(
              "allow-top-navigation-by-user-activation",
              TreeSet.of(SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION))
          .put("allow-top-navigation-to-custom-protocols", NONE);

  /** What a directive without keywords forbids. */
  private static final SortedSet<SandboxingFlag> ALL =
      TreeSet.of(
          SANDBOXED_NAVIGATION,
          SANDBOXED_AUXILIARY_NAVIGATION,
          SANDBOXED_TOP_LEVEL_NAVIGATION_WITHOUT_USER_ACTIVATION,
          SANDBOXED_TOP_LEVEL_NAVIGATION_WITH_USER_ACTIVATION,
          SANDBOXED_ORIGIN,
          SANDBOXED_SCRIPTS,
          SANDBOXED_DOCUMENT_DOMAIN,
          SANDBOX_PROPAGATES_TO_AUXILIARY_BROWSING_CONTEXTS);

  private SandboxDirectives() {}

  /**
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/browsers.html#parse-a-sandboxing-directive">HTML</a>
   * @param input keywords in any case, between ASCII whitespace
   */
  public static SortedSet<SandboxingFlag> parseASandboxingDirective(String input) {
    // NB: the standard adds a flag unless a keyword stands against it; here they are taken away.
    return tokens(input) // 1. 2.
        .foldLeft(ALL, (output, token) -> output.removeAll(KEYWORDS.getOrElse(token, NONE))); // 3.
  }

  /** All keywords, in lower case. */
  public static Vector<String> keywords() {
    return KEYWORDS.keySet().toVector();
  }

  /** The tokens that are no keywords: they have no effect, so that their author should be told. */
  public static Vector<String> unknownTokens(String input) {
    return Infra.splitOnAsciiWhitespace(input)
        .reject(token -> KEYWORDS.containsKey(Ascii.toLowerCase(token)));
  }

  private static Vector<String> tokens(String input) {
    return Infra.splitOnAsciiWhitespace(input).map(Ascii::toLowerCase).distinct();
  }
}
