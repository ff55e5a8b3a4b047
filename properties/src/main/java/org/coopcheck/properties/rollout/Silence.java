package org.coopcheck.properties.rollout;

import java.util.Locale;

/** Why no access report announces a breakage. */
public enum Silence {
  /** Reports are about switches; another rule has decided. */
  RULE_IS_NOT_TRIED(
      "report-only policies are tried on switches of the browsing context group; no report is about"
          + " this rule"),
  NAMES_ARE_NOT_TRIED("looking for a window by its name is no access that is reported"),
  UNDELIVERED("a report was queued for an endpoint that the page does not declare"),
  ONE_VIRTUAL_GROUP(
      "by report-only policies alone the two windows would still be in one browsing context group"),
  PROPERTY_IS_NOT_REPORTED("uses of this property are not reported"),
  HEADER_OF_A_REDIRECT(
      "the header is that of a redirect, which never is a document that could be told; and neither"
          + " page has an endpoint of its own"),
  OTHER_ENDPOINT(
      "a page names an endpoint for its report-only policy, but the one of the enforced policy is"
          + " taken"),
  PAGE_IS_GONE(
      "the page with the header is no longer there; and neither page has an endpoint of its own"),
  NO_ENDPOINT("neither page names an endpoint for report-only reports"),
  SCRIPT_OF_A_FOREIGN_FRAME(
      "the script is in an iframe that is cross-origin with its page, and accesses by those are not"
          + " reported"),
  WINDOW_OF_A_FRAME("it was an iframe that was touched, and accesses to those are not reported"),
  NOBODY_WATCHES("nobody watches accesses between these two windows");

  private final String meaning;

  Silence(String meaning) {
    this.meaning = meaning;
  }

  /** The reason in words. */
  public String meaning() {
    return meaning;
  }

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return word();
  }
}
