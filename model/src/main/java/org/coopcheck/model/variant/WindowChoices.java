package org.coopcheck.model.variant;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.variant.Questions.NameChange;
import org.coopcheck.model.variant.Questions.PopupCreation;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.PagePolicy;

/** Choices about what windows know of each other. */
final class WindowChoices {

  private WindowChoices() {}

  static final Vector<Choice> ALL =
      Vector.of(
          Choice.standing(
              "agent-cluster",
              "site",
              "an agent cluster is keyed by site, unless isolation or a response asks for the"
                  + " origin",
              Source.html("webappapis.html#obtain-similar-origin-window-agent")),
          Choice.of(
              "agent-cluster",
              "origin",
              "every agent cluster is keyed by origin",
              Source.of(
                  "Chromium, origin-keyed by default",
                  "https://developer.chrome.com/blog/document-domain-setter-deprecation"),
              v ->
                  v.withAgentClusterKey(request -> new AgentClusterKey.OfOrigin(request.origin()))),
          Choice.onCoopGroups(
              "coop-group-access",
              "closed-postMessage",
              true,
              "closed and postMessage() are within reach across browsing context groups of a COOP"
                  + " group",
              v -> v),
          Choice.onCoopGroups(
              "coop-group-access",
              "closed-opener-postMessage",
              false,
              "opener is, too, as Cross-Page-Window-Proxy-Policy has it",
              v ->
                  v.withAllowsUse(
                      use ->
                          (use.relation() == GroupRelation.SAME_COOP_GROUP
                                  && use.property().equals("opener"))
                              || v.allowsUse().apply(use))),
          Choice.onPagePolicies(
              "cpwpp-access",
              "same-origin",
              true,
              "pages with the same policy restrict each other unless they are same origin",
              v -> v),
          Choice.onPagePolicies(
              "cpwpp-access",
              "equal-policy",
              false,
              "pages with the same policy leave each other what the standard does, but for scripts",
              CrossPageWindowProxies::withAccessByPolicyAlone),
          Choice.onPagePolicies(
              "cpwpp-names",
              "equal-policy",
              true,
              "pages with the same policy that are not isolated find each other by name",
              v -> v),
          Choice.onPagePolicies(
              "cpwpp-names",
              "same-origin",
              false,
              "pages with the same policy find each other by name only if they are same origin",
              CrossPageWindowProxies::withNamesByOrigin),
          Choice.onPagePolicies(
              "cpwpp-popups",
              "same-origin",
              true,
              "a popup inherits the page's policy if its opener is same origin with the page",
              v -> v),
          Choice.onPagePolicies(
              "cpwpp-popups",
              "always",
              false,
              "a popup inherits the page's policy",
              v -> v.withPopupPagePolicy(PopupCreation::topLevelPagePolicy)),
          Choice.onPagePolicies(
              "cpwpp-popups",
              "never",
              false,
              "a popup inherits no policy of the page",
              v -> v.withPopupPagePolicy(popup -> PagePolicy.NONE)),
          Choice.standing(
              "name",
              "clear-on-switch",
              "a window loses its name when it switches groups, and when the standard says so",
              Source.of(
                  "web-platform-tests",
                  "https://github.com/web-platform-tests/wpt/tree/master/html/"
                      + "cross-origin-opener-policy")),
          Choice.of(
              "name",
              "standard",
              "a window loses its name when it has no opener and the origin changes",
              Source.html("browsing-the-web.html#finalize-a-cross-document-navigation"),
              v -> v.withNameChange(HtmlStandard::nameChangeByTheLetter)),
          Choice.of(
              "name",
              "sticky",
              "a window never loses its name",
              Source.of("coi-with-popups", "https://github.com/hemeryar/coi-with-popups"),
              v -> v.withNameChange(renaming -> NameChange.KEPT)),
          Choice.of(
              "name",
              "per-group",
              "a window has a name for each browsing context group, which it finds again when it"
                  + " comes back",
              Source.of("coi-with-popups", "https://github.com/hemeryar/coi-with-popups"),
              v ->
                  v.withNameChange(
                          renaming ->
                              renaming.hasSwitched()
                                  ? NameChange.LEFT_BEHIND
                                  : HtmlStandard.nameChangeByTheLetter(renaming))
                      .withFindsByName(
                          search ->
                              (search.relation() == GroupRelation.SAME_COOP_GROUP
                                      && search.hasANameThere())
                                  || v.findsByName().apply(search))));
}
