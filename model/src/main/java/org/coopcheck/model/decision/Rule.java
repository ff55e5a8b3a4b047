package org.coopcheck.model.decision;

/**
 * The rules whose answers steps are made of, each under the fragment of its definition. They are
 * listed in the order in which a navigation asks them.
 */
public enum Rule {
  CHOOSE_A_NAVIGABLE(
      "document-sequences.html#the-rules-for-choosing-a-navigable",
      "which window a name stands for, and whether a new one is cut off from the start"),
  FIND_BY_TARGET_NAME(
      "document-sequences.html#find-a-navigable-by-target-name", "which window has this name"),
  GET_NOOPENER(
      "nav-history-apis.html#get-noopener-for-window-open",
      "whether window.open() itself asks for no opener"),
  CREATE_A_BROWSING_CONTEXT(
      "document-sequences.html#creating-a-new-browsing-context",
      "what a new window's initial about:blank takes from its creator"),
  ALLOWED_TO_NAVIGATE(
      "browsing-the-web.html#allowed-to-navigate",
      "whether sandboxing lets one window navigate the other"),
  JAVASCRIPT_URL(
      "browsing-the-web.html#navigate-to-a-javascript:-url", "whether a javascript: URL runs"),
  DETERMINE_THE_ORIGIN(
      "document-sequences.html#determining-the-origin", "the origin of a document to be"),
  OBTAIN_AN_OPENER_POLICY("browsers.html#obtain-coop", "the opener policy of a response"),
  OPENER_POLICY_OF_ABOUT_BLANK(
      "browsing-the-web.html#create-navigation-params-by-fetching",
      "the opener policy of about:blank that was navigated to"),
  OPENER_POLICY_OF_A_BLOB(
      "browsing-the-web.html#create-navigation-params-by-fetching",
      "the opener policy of a blob: document"),
  COOP_SANDBOX(
      "browsing-the-web.html#create-navigation-params-by-fetching",
      "whether sandboxing and an opener policy exclude each other"),
  CHECK_POPUP_SWITCH(
      "browsers.html#check-browsing-context-group-switch-coop-value-popup",
      "whether a window that still shows its initial about:blank must leave its group"),
  CHECK_SWITCH(
      "browsers.html#check-browsing-context-group-switch-coop-value",
      "whether a window must leave its group"),
  CHECK_REPORT_ONLY_SWITCH(
      "browsers.html#check-bcg-switch-navigation-report-only",
      "whether it would have to if the report-only values were enforced"),
  CORP_CHECK(
      "https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check",
      "whether the response may be embedded by cross-origin documents"),
  COEP_ADHERENCE(
      "browsers.html#check-a-navigation-response's-adherence-to-its-embedder-policy",
      "whether the container's embedder policy lets the response in"),
  ERROR_PAGE("document-lifecycle.html#read-ua-inline", "what an error page does to the group"),
  OBTAIN_A_BROWSING_CONTEXT(
      "browsers.html#obtain-browsing-context-navigation",
      "which browsing context and group the new document gets"),
  OBTAIN_AN_AGENT(
      "webappapis.html#obtain-similar-origin-window-agent",
      "which agent cluster the new document joins"),
  RESET_THE_NAME(
      "browsing-the-web.html#finalize-a-cross-document-navigation",
      "whether the window keeps its name"),
  TRAVERSE(
      "browsing-the-web.html#apply-the-history-step",
      "whether the document of a history entry is still there"),
  CLOSE("nav-history-apis.html#dom-window-close", "whether a script may close the window"),
  ACCESS(
      "nav-history-apis.html#windowproxy-get", "whether a property of another window can be used");

  private final Source source;
  private final String id;
  private final String question;

  Rule(String fragment, String question) {
    this.source =
        fragment.startsWith("https:")
            ? Source.of("Fetch Standard", fragment)
            : Source.html(fragment);
    this.id = fragment.substring(fragment.indexOf('#') + 1);
    this.question = question;
  }

  /** The fragment of its definition. */
  public String id() {
    return id;
  }

  /** Where it is defined. */
  public Source source() {
    return source;
  }

  /** What it decides, in a few plain words. */
  public String question() {
    return question;
  }
}
