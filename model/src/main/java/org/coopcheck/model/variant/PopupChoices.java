package org.coopcheck.model.variant;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.model.variant.Choice.CHROMIUM;
import static org.coopcheck.model.variant.Choice.CONJECTURE;
import static org.coopcheck.model.variant.Choice.COOP_INHERITANCE;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.variant.Questions.PopupCreation;

/** Choices about new windows, and the documents that they begin with. */
final class PopupChoices {
  private static final Source CREATION =
      Source.html("document-sequences.html#creating-a-new-browsing-context");

  private PopupChoices() {}

  static final Vector<Choice> ALL =
      Vector.of(
          Choice.standing(
              "initial-about-blank",
              "until-document-open",
              "document.open() ends a window's time as initial about:blank",
              Choice.issue("6960")),
          Choice.of(
              "initial-about-blank",
              "until-navigation",
              "only a navigation ends a window's time as initial about:blank",
              Choice.issue("6960"),
              v ->
                  v.withIsInitialAboutBlankAfterDocumentOpen(
                      document -> document.isInitialAboutBlank())),
          Choice.standing(
              "noopener-rule",
              "by-variant",
              "which popups are cut off that do not ask for it is as the variant says; in the"
                  + " standard, as top-level",
              CHROMIUM),
          Choice.of(
              "noopener-rule",
              "top-level",
              "popups of documents cross-origin to their same-origin page are cut off",
              CHROMIUM,
              v -> v.withNoopenerRule(HtmlStandard::noopenerRule)),
          Choice.of(
              "noopener-rule",
              "literal",
              "popups of documents that are themselves same-origin and cross-origin to their page"
                  + " are cut off",
              Source.html("document-sequences.html#the-rules-for-choosing-a-navigable"),
              v ->
                  v.withNoopenerRule(
                      popup ->
                          (popup.ownOpenerPolicy().value() == SAME_ORIGIN
                                  || popup.ownOpenerPolicy().value() == SAME_ORIGIN_PLUS_COEP)
                              && !popup.isSameOriginWithTopLevel())),
          Choice.of(
              "noopener-rule",
              "any-policy",
              "popups of documents cross-origin to their page are cut off if the page has any"
                  + " opener policy",
              CONJECTURE,
              v ->
                  v.withNoopenerRule(
                      popup ->
                          popup.topLevelOpenerPolicy().value() != UNSAFE_NONE
                              && !popup.isSameOriginWithTopLevel())),
          Choice.of(
              "noopener-rule",
              "off",
              "no popup is cut off that does not ask for it",
              CONJECTURE,
              v -> v.withNoopenerRule(popup -> false)),
          Choice.standing(
              "popup-embedder-policy",
              "opener",
              "a new window's initial about:blank has the embedder policy of the document that"
                  + " opens it",
              CREATION),
          Choice.of(
              "popup-embedder-policy",
              "page",
              "a new window's initial about:blank has the embedder policy of its opener's page",
              CONJECTURE,
              v -> v.withPopupEmbedderPolicy(PopupCreation::topLevelEmbedderPolicy)),
          Choice.of(
              "popup-embedder-policy",
              "none",
              "a new window's initial about:blank has no embedder policy",
              CONJECTURE,
              v -> v.withPopupEmbedderPolicy(popup -> EmbedderPolicy.DEFAULT)),
          Choice.onCoopGroups(
              "popup-group",
              "by-variant",
              true,
              "in which group a popup starts is as the variant says; in the standard, in that of"
                  + " its opener",
              v -> v),
          Choice.onCoopGroups(
              "popup-group",
              "opener",
              false,
              "a popup starts in the browsing context group of its opener",
              v -> v.withAuxiliaryGroup(popup -> GroupRelation.SAME_GROUP)),
          Choice.onCoopGroups(
              "popup-group",
              "own",
              false,
              "a popup of a cross-origin iframe of a restrict-properties page starts in another"
                  + " browsing context group of the COOP group",
              v -> v.withAuxiliaryGroup(OwnGroupInheritance::auxiliaryGroup)),
          Choice.standing(
              "popup-opener-policy",
              "by-variant",
              "the opener policy of a new window's initial about:blank is as the variant says; in"
                  + " the standard, as same-origin",
              CREATION),
          Choice.of(
              "popup-opener-policy",
              "same-origin",
              "a new window's initial about:blank has the page's opener policy, if the document that"
                  + " opens it is same origin with the page",
              CREATION,
              v -> v.withPopupOpenerPolicy(HtmlStandard::popupOpenerPolicy)),
          Choice.of(
              "popup-opener-policy",
              "page",
              "a new window's initial about:blank has the page's opener policy",
              COOP_INHERITANCE,
              v -> v.withPopupOpenerPolicy(PopupCreation::topLevelOpenerPolicy)),
          Choice.of(
              "popup-opener-policy",
              "page-and-origin",
              "a new window's initial about:blank has the page's opener policy, with the origin that"
                  + " set it",
              COOP_INHERITANCE,
              v -> v.withPopupOpenerPolicy(CoopOriginInheritance::ofThePage)),
          Choice.of(
              "popup-opener-policy",
              "opener",
              "a new window's initial about:blank has the opener policy of the document that opens it,"
                  + " which for a frame is none",
              CONJECTURE,
              v -> v.withPopupOpenerPolicy(PopupCreation::ownOpenerPolicy)),
          Choice.of(
              "popup-opener-policy",
              "none",
              "a new window's initial about:blank has no opener policy",
              CONJECTURE,
              v -> v.withPopupOpenerPolicy(popup -> OpenerPolicy.DEFAULT)),
          Choice.standing(
              "popup-permission",
              "by-variant",
              "whether a new window's initial about:blank may be cross-origin isolated is as the"
                  + " variant says; in the standard it may",
              Source.html("document-sequences.html#creating-a-new-browsing-context")),
          Choice.of(
              "popup-permission",
              "granted",
              "a new window's initial about:blank may be cross-origin isolated",
              Source.html("document-sequences.html#creating-a-new-browsing-context"),
              v -> v.withAllowsIsolationInAPopup(popup -> true)),
          Choice.of(
              "popup-permission",
              "coop-origin",
              "a new window's initial about:blank may be cross-origin isolated only if its origin"
                  + " is"
                  + " the one that set its page's opener policy",
              COOP_INHERITANCE,
              v -> v.withAllowsIsolationInAPopup(CoopOriginInheritance::hasTheCoopOrigin)),
          Choice.of(
              "popup-permission",
              "refused",
              "no new window's initial about:blank may be cross-origin isolated",
              COOP_INHERITANCE,
              v -> v.withAllowsIsolationInAPopup(popup -> false)));
}
