package org.coopcheck.counterexamples.report.text;

/** The conditions of cross-origin isolation, in words. */
public final class IsolationWords {
  private IsolationWords() {}

  /**
   * What to do about a condition that is not met.
   *
   * @param condition the condition as the model calls it
   */
  public static String remedy(String condition) {
    return switch (condition) {
      case "insecure-context" -> "serve the page over https://, or from localhost";
      case "opener-policy" -> "the page needs Cross-Origin-Opener-Policy: same-origin";
      case "embedder-policy" ->
          "the page needs Cross-Origin-Embedder-Policy: require-corp or credentialless";
      case "browsing-context-group" ->
          "the window stayed in a browsing context group that was not made for an isolated page";
      case "isolation-mode" -> "the browser restricts the page but cannot give it the capability";
      case "permissions-policy" ->
          "cross-origin-isolated is not allowed here: by Permissions-Policy, or by the iframe's"
              + " allow attribute";
      default -> condition;
    };
  }
}
