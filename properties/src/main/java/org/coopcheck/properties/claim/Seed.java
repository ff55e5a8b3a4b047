package org.coopcheck.properties.claim;

import org.coopcheck.model.decision.Source;

/** The documents whose claims the ledger lists. */
public enum Seed {
  S000("Cross-Page-Window-Proxy-Policy, draft", "https://github.com/hemeryar/explainers"),
  S001("Cross-Page-Window-Proxy-Policy explainer", "https://github.com/hemeryar/explainers"),
  S002("COOP inheritance document", "https://github.com/whatwg/html/issues/8481"),
  S003(
      "COOP rollout guide",
      "https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies"),
  S004("COOP reporting explainer", "https://github.com/camillelamy/explainers");

  private final Source source;

  Seed(String title, String link) {
    this.source = Source.of(title, link);
  }

  /** The document. */
  public Source source() {
    return source;
  }
}
