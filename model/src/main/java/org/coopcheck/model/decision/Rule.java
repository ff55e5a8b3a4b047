package org.coopcheck.model.decision;

import io.vavr.collection.Vector;

/**
 * The rules whose answers steps are made of, each under the fragment of its definition. They are
 * listed in the order in which a navigation asks them.
 */
public enum Rule {
  CHOOSE_A_NAVIGABLE(
      "document-sequences.html#the-rules-for-choosing-a-navigable",
      "which window a name stands for, and whether a new one is cut off from the start",
      Vector.of(Answer.NEW_WINDOW, Answer.NEW_WINDOW_WITHOUT_AN_OPENER, Answer.NO_WINDOW)),
  FIND_BY_TARGET_NAME(
      "document-sequences.html#find-a-navigable-by-target-name",
      "which window has this name",
      Vector.of(Answer.A_WINDOW, Answer.NOTHING)),
  GET_NOOPENER(
      "nav-history-apis.html#get-noopener-for-window-open",
      "whether window.open() itself asks for no opener",
      Vector.of(Answer.AS_ASKED, Answer.NOOPENER)),
  CREATE_A_BROWSING_CONTEXT(
      "document-sequences.html#creating-a-new-browsing-context",
      "what a new window's initial about:blank takes from its creator",
      Answer.openerPolicyValues()),
  ALLOWED_TO_NAVIGATE(
      "browsing-the-web.html#allowed-to-navigate",
      "whether sandboxing lets one window navigate the other",
      Vector.of(Answer.ALLOWED, Answer.NOT_ALLOWED)),
  JAVASCRIPT_URL(
      "browsing-the-web.html#navigate-to-a-javascript:-url",
      "whether a javascript: URL runs",
      Vector.of(Answer.RUNS, Answer.DOES_NOT_RUN)),
  OBTAIN_AN_OPENER_POLICY(
      "browsers.html#obtain-coop", "the opener policy of a response", Answer.openerPolicyValues()),
  OPENER_POLICY_OF_ABOUT_BLANK(
      "browsing-the-web.html#create-navigation-params-by-fetching",
      "the opener policy of about:blank that was navigated to",
      Answer.openerPolicyValues()),
  OPENER_POLICY_OF_A_BLOB(
      "browsing-the-web.html#create-navigation-params-by-fetching",
      "the opener policy of a blob: document",
      Answer.openerPolicyValues()),
  COOP_SANDBOX(
      "browsing-the-web.html#create-navigation-params-by-fetching",
      "whether sandboxing and an opener policy exclude each other",
      Vector.of(Answer.NO_ERROR, Answer.NETWORK_ERROR)),
  CHECK_POPUP_SWITCH(
      "browsers.html#check-browsing-context-group-switch-coop-value-popup",
      "whether a window that still shows its initial about:blank must leave its group",
      Answer.swaps()),
  CHECK_SWITCH(
      "browsers.html#check-browsing-context-group-switch-coop-value",
      "whether a window must leave its group",
      Answer.swaps()),
  CHECK_REPORT_ONLY_SWITCH(
      "browsers.html#check-bcg-switch-navigation-report-only",
      "whether it would have to if the report-only values were enforced",
      Vector.of(Answer.WOULD_STAY, Answer.WOULD_SWITCH)),
  CORP_CHECK(
      "https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check",
      "whether the response may be embedded by cross-origin documents",
      Vector.of(Answer.ALLOWED, Answer.BLOCKED)),
  COEP_ADHERENCE(
      "browsers.html#check-a-navigation-response's-adherence-to-its-embedder-policy",
      "whether the container's embedder policy lets the response in",
      Vector.of(Answer.LET_IN, Answer.BLOCKED)),
  ERROR_PAGE(
      "document-lifecycle.html#read-ua-inline",
      "what an error page does to the group",
      Answer.swaps()),
  OBTAIN_A_BROWSING_CONTEXT(
      "browsers.html#obtain-browsing-context-navigation",
      "which browsing context and group the new document gets",
      Vector.of(Answer.SAME_GROUP, Answer.RELATED_GROUP, Answer.NEW_GROUP)),
  OBTAIN_AN_AGENT(
      "webappapis.html#obtain-similar-origin-window-agent",
      "which agent cluster the new document joins",
      Vector.of(Answer.BY_SITE, Answer.BY_ORIGIN, Answer.BY_ORIGIN_AND_PAGE)),
  RESET_THE_NAME(
      "browsing-the-web.html#finalize-a-cross-document-navigation",
      "whether the window keeps its name",
      Vector.of(Answer.KEPT, Answer.CLEARED, Answer.LEFT_BEHIND)),
  TRAVERSE(
      "browsing-the-web.html#apply-the-history-step",
      "whether the document of a history entry is still there",
      Vector.of(Answer.SAME_DOCUMENT, Answer.RESTORE, Answer.LOAD_ANEW)),
  CLOSE(
      "nav-history-apis.html#dom-window-close",
      "whether a script may close the window",
      Vector.of(Answer.CLOSES, Answer.DOES_NOTHING)),
  ACCESS(
      "nav-history-apis.html#windowproxy-get",
      "whether a property of another window can be used",
      Vector.of(Answer.ALLOWED, Answer.SECURITY_ERROR)),
  CHECK_ACCESS_REPORT(
      "browsers.html#coop-check-access-report",
      "whether a page is told that a window was touched",
      Vector.of(Answer.REPORTED, Answer.NOT_REPORTED));

  private final Source source;
  private final String id;
  private final String question;
  private final Vector<Answer> answers;

  Rule(String fragment, String question, Vector<Answer> answers) {
    this.source =
        fragment.startsWith("https:")
            ? Source.of("Fetch Standard", fragment)
            : Source.html(fragment);
    this.id = fragment.substring(fragment.indexOf('#') + 1);
    this.question = question;
    this.answers = answers;
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

  /** The answers that it can give, under one variant or another. */
  public Vector<Answer> answers() {
    return answers;
  }

  /** Nothing else is ever noted. */
  void mustBeAbleToSay(Answer answer) {
    ModelDefect.assertThat(
        answers.exists(each -> each.word().equals(answer.word())),
        id + " says " + answer + ", which is none of its answers");
  }
}
