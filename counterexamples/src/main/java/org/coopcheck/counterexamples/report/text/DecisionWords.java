package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.policy.OpenerPolicyValue;

/** Decisions in plain words, with the anchor of their rule. */
public final class DecisionWords {
  private static final String NO_POLICY = OpenerPolicyValue.UNSAFE_NONE.token();
  private static final int LONGEST_VALUE = 200;
  private static final int WIDEST_LINE = 96;

  private DecisionWords() {}

  /** A line, or two if the anchor makes it too long. */
  static Vector<Line> of(Decision decision) {
    var anchor =
        Line.of(Tone.FAINT, "(%s: %s)".formatted(standard(decision.rule()), decision.rule().id()));
    var line =
        Line.of(Visible.clipped(sentence(decision), 4 * LONGEST_VALUE))
            .with(" → ")
            .with(tone(decision), Visible.clipped(result(decision), LONGEST_VALUE));
    return line.length() + anchor.length() < WIDEST_LINE
        ? Vector.of(line.with(" ").with(anchor))
        : Vector.of(line, anchor.indented(4));
  }

  private static Tone tone(Decision decision) {
    return Cut.isSwitch(decision) ? Tone.BAD : Tone.STRONG;
  }

  /** Who wrote the rule, in a word. */
  public static String standard(Rule rule) {
    String who = rule.source().claimedBy();
    return switch (who) {
      case "HTML Standard" -> "html";
      case "Fetch Standard" -> "fetch";
      default -> who;
    };
  }

  /** What the rule was asked, without its answer. */
  public static String sentence(Decision decision) {
    return switch (decision.rule()) {
      case CHECK_POPUP_SWITCH, CHECK_SWITCH -> Cut.of(decision).toString();
      case CHECK_REPORT_ONLY_SWITCH ->
          "hop %s, if report-only values counted: %s (report-only %s) against %s (report-only %s)"
              .formatted(
                  given(decision, "hop"),
                  given(decision, "active"),
                  given(decision, "active report-only"),
                  given(decision, "response"),
                  given(decision, "response report-only"));
      case OBTAIN_AN_OPENER_POLICY ->
          "Cross-Origin-Opener-Policy: %s%s"
              .formatted(
                  given(decision, "Cross-Origin-Opener-Policy"),
                  given(decision, "secure context").equals("true")
                      ? ", Cross-Origin-Embedder-Policy: "
                          + given(decision, "Cross-Origin-Embedder-Policy")
                      : ", but no secure context");
      case RESET_THE_NAME -> "window.name \"%s\"".formatted(given(decision, "name"));
      case FIND_BY_TARGET_NAME ->
          "the name \"%s\", looked for from %s"
              .formatted(given(decision, "name"), given(decision, "current"));
      case COOP_SANDBOX ->
          "hop %s: %s in a sandboxed window"
              .formatted(given(decision, "hop"), given(decision, "response"));
      case ERROR_PAGE ->
          "error page (%s) for %s".formatted(given(decision, "error"), given(decision, "url"));
      case COEP_ADHERENCE ->
          "embedder policy %s inside %s"
              .formatted(given(decision, "response"), given(decision, "container"));
      case ACCESS ->
          "%s of a window of %s, used by %s"
              .formatted(
                  given(decision, "property"),
                  given(decision, "accessed"),
                  given(decision, "accessor"));
      case CHECK_ACCESS_REPORT ->
          "whether a page is told that %s was used by %s"
              .formatted(given(decision, "property"), given(decision, "accessor"));
      case CHOOSE_A_NAVIGABLE -> chooseANavigable(decision);
      case TRAVERSE -> "session history has " + given(decision, "entry");
      case GET_NOOPENER,
          CREATE_A_BROWSING_CONTEXT,
          ALLOWED_TO_NAVIGATE,
          JAVASCRIPT_URL,
          OPENER_POLICY_OF_ABOUT_BLANK,
          OPENER_POLICY_OF_A_BLOB,
          CORP_CHECK,
          OBTAIN_A_BROWSING_CONTEXT,
          OBTAIN_AN_AGENT,
          CLOSE ->
          operands(decision);
    };
  }

  /** What the rule answered. */
  public static String result(Decision decision) {
    boolean isNotCutOff =
        decision.rule() == Rule.CHOOSE_A_NAVIGABLE && decision.result().equals("new window");
    return isNotCutOff ? "new window, which this rule does not cut off" : decision.result();
  }

  private static String chooseANavigable(Decision decision) {
    boolean isSameOrigin = given(decision, "same origin with its top level").equals("true");
    return given(decision, "opener").equals("?")
        ? operands(decision)
        : "popup of %s, %s its page, which has %s"
            .formatted(
                given(decision, "opener"),
                isSameOrigin ? "same origin with" : "cross-origin to",
                given(decision, "top-level opener policy"));
  }

  private static String operands(Decision decision) {
    return decision
        .given()
        .map(operand -> operand.name() + " " + operand.value())
        .mkString(decision.rule().question() + ": ", ", ", "");
  }

  private static String given(Decision decision, String name) {
    return Cut.operand(decision, name);
  }

  /** Whether somebody who asks what happened needs to know of it; the others are routine. */
  static boolean matters(Decision decision) {
    String result = decision.result();
    return switch (decision.rule()) {
      case CHECK_POPUP_SWITCH, CHECK_SWITCH ->
          !result.equals(Answer.STAY.word())
              || !given(decision, "active").equals(NO_POLICY)
              || !given(decision, "response").equals(NO_POLICY);
      case OBTAIN_AN_OPENER_POLICY ->
          !given(decision, "Cross-Origin-Opener-Policy").equals("(none)")
              && !given(decision, "Cross-Origin-Opener-Policy").equals(result);
      case CREATE_A_BROWSING_CONTEXT ->
          !given(decision, "creator").equals(given(decision, "top level"))
              && !given(decision, "top-level opener policy").equals(NO_POLICY);
      case OPENER_POLICY_OF_ABOUT_BLANK, OPENER_POLICY_OF_A_BLOB -> !result.equals(NO_POLICY);
      case OBTAIN_A_BROWSING_CONTEXT ->
          result.equals("new browsing context group")
              && given(decision, "needs a switch").equals("false");
      case CHOOSE_A_NAVIGABLE -> !result.equals("new window");
      case GET_NOOPENER -> !result.equals("as asked");
      case ALLOWED_TO_NAVIGATE, CORP_CHECK, ACCESS -> !result.equals("allowed");
      case COEP_ADHERENCE -> !result.equals("let in");
      case COOP_SANDBOX -> !result.equals("no error");
      case RESET_THE_NAME -> !result.equals("kept");
      case OBTAIN_AN_AGENT -> false;
      case FIND_BY_TARGET_NAME -> !result.equals("nothing");
      case CLOSE -> !result.equals("closes");
      case JAVASCRIPT_URL, CHECK_REPORT_ONLY_SWITCH, CHECK_ACCESS_REPORT, ERROR_PAGE, TRAVERSE ->
          true;
    };
  }
}
