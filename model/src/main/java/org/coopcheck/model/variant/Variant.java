package org.coopcheck.model.variant;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.EmbedderPolicy;
import org.coopcheck.model.policy.OpenerPolicies.AskedValue;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Questions.ActivePage;
import org.coopcheck.model.variant.Questions.AgentRequest;
import org.coopcheck.model.variant.Questions.BlobNavigation;
import org.coopcheck.model.variant.Questions.Colocation;
import org.coopcheck.model.variant.Questions.ComparedPolicy;
import org.coopcheck.model.variant.Questions.ErrorPage;
import org.coopcheck.model.variant.Questions.NameChange;
import org.coopcheck.model.variant.Questions.NameSearch;
import org.coopcheck.model.variant.Questions.OptionalSwitch;
import org.coopcheck.model.variant.Questions.PageAgentRequest;
import org.coopcheck.model.variant.Questions.PageResponse;
import org.coopcheck.model.variant.Questions.PassedHop;
import org.coopcheck.model.variant.Questions.PopupCreation;
import org.coopcheck.model.variant.Questions.PropertyUse;
import org.coopcheck.model.variant.Questions.Renaming;
import org.coopcheck.model.variant.Questions.ResponseSandboxing;
import org.coopcheck.model.variant.Questions.SandboxingUse;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.PagePolicy;

/**
 * A set of rules: an answer to each question on which the standard, the engines and the proposals
 * differ, or on which a broken browser could. The algorithms ask; they never look at the name.
 *
 * @param name how users ask for it; two variants of one name are the same
 * @param summary the variant in one sentence
 * @param source who proposes it
 * @param openerPolicyValueAsRead what becomes of a value that a header names
 * @param openerPolicyAsRead what is made of an opener policy that was obtained from a response
 * @param firstCompared with which opener policy the first response of a navigation is compared
 * @param nextCompared with which opener policy the response after a redirect is compared
 * @param groupDecision whether a response must leave the browsing context group
 * @param sandboxingUse which sandboxing flags of a response count for what
 * @param errorPageDecision whether an error page leaves the browsing context group
 * @param aboutBlankOpenerPolicy the opener policy of {@code about:blank} that a document navigated to
 * @param blobOpenerPolicy the opener policy of a {@code blob:} document
 * @param popupOpenerPolicy the opener policy of a new window's initial {@code about:blank}
 * @param popupEmbedderPolicy the embedder policy of a new window's initial {@code about:blank}
 * @param auxiliaryGroup how near the group of a new window with an opener is to that of its opener
 * @param allowsIsolationInAPopup whether a new window's initial {@code about:blank} may use {@code cross-origin-isolated}
 * @param noopenerRule whether a new window is cut off from the document that opens it
 * @param windowWithoutOpenerJoinsTheGroup whether a new window without an opener is in the group of the document that opens it all the same
 * @param isInitialAboutBlankAfterDocumentOpen whether {@code document.open()} leaves an initial {@code about:blank} one
 * @param switchesItsBrowsingContext whether a window that leaves its group gets another browsing context for it
 * @param optionalSwitch whether the user agent switches of its own accord
 * @param keepsItsOpener whether a window that leaves its group keeps its opener
 * @param isolationMode the isolation mode of a group made for a response with this opener policy, by what the browser can give
 * @param commonCoopOrigin the COOP origin that all top-level documents of the group of a document with this policy share
 * @param reusesGroups whether a window that goes to a related group goes to one that is there for its page
 * @param agentClusterKey the key of a document's agent cluster
 * @param agentClusterKeyInAPage the key once the page of the document is looked at
 * @param pagePolicy what a response of a top-level document says of its page
 * @param popupPagePolicy what the initial {@code about:blank} of a new window with an opener says of its page
 * @param letsIn whether a container with the first embedder policy lets in a response with the second
 * @param nameChange what becomes of the name of a top-level traversable
 * @param keepsDocumentsInHistory whether session history keeps a document that is left
 * @param findsByName how near a window must be to be found by its name
 * @param allowsUse whether a property is within reach, before origins are looked at
 * @param mustShareAProcess whether two documents need one process
 * @param processes which of the classes of documents that need one process get one together
 * @param reporting who is told what
 */
@RecordBuilder
public record Variant(
    String name,
    String summary,
    Source source,
    Function1<AskedValue, OpenerPolicyValue> openerPolicyValueAsRead,
    Function1<OpenerPolicy, OpenerPolicy> openerPolicyAsRead,
    Function1<ActivePage, ComparedPolicy> firstCompared,
    Function1<PassedHop, ComparedPolicy> nextCompared,
    Function1<CoopComparison, Swap> groupDecision,
    Function1<ResponseSandboxing, SandboxingUse> sandboxingUse,
    Function1<ErrorPage, Swap> errorPageDecision,
    Function1<Initiator, OpenerPolicy> aboutBlankOpenerPolicy,
    Function1<BlobNavigation, OpenerPolicy> blobOpenerPolicy,
    Function1<PopupCreation, OpenerPolicy> popupOpenerPolicy,
    Function1<PopupCreation, EmbedderPolicy> popupEmbedderPolicy,
    Function1<PopupCreation, GroupRelation> auxiliaryGroup,
    Function1<PopupCreation, Boolean> allowsIsolationInAPopup,
    Function1<PopupCreation, Boolean> noopenerRule,
    Function1<PopupCreation, Boolean> windowWithoutOpenerJoinsTheGroup,
    Function1<Document, Boolean> isInitialAboutBlankAfterDocumentOpen,
    Function1<Swap, Boolean> switchesItsBrowsingContext,
    Function1<OptionalSwitch, Boolean> optionalSwitch,
    Function1<Swap, Boolean> keepsItsOpener,
    Function2<OpenerPolicy, CrossOriginIsolationMode, CrossOriginIsolationMode> isolationMode,
    Function1<ComparedPolicy, Option<Origin>> commonCoopOrigin,
    Function1<ComparedPolicy, Boolean> reusesGroups,
    Function1<AgentRequest, AgentClusterKey> agentClusterKey,
    Function1<PageAgentRequest, AgentClusterKey> agentClusterKeyInAPage,
    Function1<PageResponse, PagePolicy> pagePolicy,
    Function1<PopupCreation, PagePolicy> popupPagePolicy,
    Function2<EmbedderPolicy, EmbedderPolicy, Boolean> letsIn,
    Function1<Renaming, NameChange> nameChange,
    Function1<Document, Boolean> keepsDocumentsInHistory,
    Function1<NameSearch, Boolean> findsByName,
    Function1<PropertyUse, Boolean> allowsUse,
    Function1<Colocation, Boolean> mustShareAProcess,
    Function1<Vector<SortedSet<DocumentId>>, Vector<SortedSet<DocumentId>>> processes,
    Reporting reporting)
    implements VariantBuilder.With {

  /** The same rules under another name, to be changed into a proposal. */
  public Variant named(String newName, String newSummary, Source newSource) {
    return withName(newName).withSummary(newSummary).withSource(newSource);
  }

  /** The opener policy values that a response can have, weakest first. */
  public Vector<OpenerPolicyValue> values() {
    return Vector.of(OpenerPolicyValue.values())
        .filter(
            value ->
                Vector.of(false, true)
                    .exists(
                        embeddable ->
                            openerPolicyValueAsRead.apply(
                                    new AskedValue(value.withoutCoep(), embeddable))
                                == value));
  }

  /** Whether windows that reach each other can be in two groups, of one COOP group. */
  public boolean hasCoopGroups() {
    return values().contains(OpenerPolicyValue.RESTRICT_PROPERTIES);
  }

  /** Whether a page can have a policy of its own. */
  public boolean hasPagePolicies() {
    var header = HeaderList.of("Cross-Page-Window-Proxy-Policy", "closed-opener-postMessage");
    var response =
        new PageResponse(header, true, EmbedderPolicy.DEFAULT, CrossOriginIsolationMode.NONE);
    return !pagePolicy.apply(response).equals(PagePolicy.NONE);
  }

  /** Variants are told apart by name: functions cannot be compared. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Variant that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
