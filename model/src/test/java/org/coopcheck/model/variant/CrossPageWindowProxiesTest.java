package org.coopcheck.model.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.CrossPageWindowProxyPolicy.CLOSED_OPENER_POST_MESSAGE;
import static org.coopcheck.model.policy.CrossPageWindowProxyPolicy.NONE;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple5;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.CrossPageWindowProxyPolicy;
import org.coopcheck.model.variant.Questions.NameSearch;
import org.coopcheck.model.variant.Questions.Page;
import org.coopcheck.model.variant.Questions.Pages;
import org.coopcheck.model.variant.Questions.PropertyUse;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.PagePolicy;

class CrossPageWindowProxiesTest {
  private static final Origin A = Url.of("https://a.example/").tupleOrigin().get();
  private static final Origin B = Url.of("https://b.example/").tupleOrigin().get();
  private static final Vector<String> THREE = Vector.of("closed", "opener", "postMessage");

  /** Section 1.2 of the digest of the proposals: the pages are in one browsing context group. */
  @Data
  Iterable<Tuple5<String, String, Boolean, Boolean, Boolean>> pairs() {
    return Table.of( // two policies, same top-level origin, as in the standard, found by name
        Tuple.of("none", "none", true, true, true),
        Tuple.of("none", "none", false, true, true),
        Tuple.of("none", "policy", true, false, false),
        Tuple.of("policy", "none", true, false, false),
        Tuple.of("policy", "policy", true, true, true),
        Tuple.of("policy", "policy", false, false, true),
        Tuple.of("policy", "isolated", true, false, false),
        Tuple.of("isolated", "isolated", true, true, true),
        Tuple.of("isolated", "isolated", false, false, false));
  }

  @Property
  @FromData("pairs")
  void pages_leave_each_other_what_the_table_says(
      @ForAll String first,
      @ForAll String second,
      @ForAll boolean sameOrigin,
      @ForAll boolean asInTheStandard,
      @ForAll boolean isFound) {
    var pages =
        new Pages(false, new Page(A, policy(first)), new Page(sameOrigin ? A : B, policy(second)));
    var variant = CrossPageWindowProxies.VARIANT;
    assertThat(
            Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES
                .append("document")
                .filter(
                    property ->
                        variant
                            .allowsUse()
                            .apply(new PropertyUse(GroupRelation.SAME_GROUP, pages, property))))
        .containsExactlyElementsOf(
            asInTheStandard
                ? Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES.append("document")
                : THREE);
    assertThat(variant.findsByName().apply(new NameSearch(GroupRelation.SAME_GROUP, pages, false)))
        .isEqualTo(isFound);
  }

  private static PagePolicy policy(String word) {
    return switch (word) {
      case "none" -> PagePolicy.NONE;
      case "policy" -> new PagePolicy(CLOSED_OPENER_POST_MESSAGE, CrossOriginIsolationMode.NONE);
      case "isolated" ->
          new PagePolicy(CLOSED_OPENER_POST_MESSAGE, CrossOriginIsolationMode.CONCRETE);
      default -> throw new IllegalArgumentException(word);
    };
  }

  @Example
  void the_header_is_a_token_in_secure_contexts() {
    assertThat(obtained("closed-opener-postMessage", true)).isEqualTo(CLOSED_OPENER_POST_MESSAGE);
    assertThat(obtained("closed-opener-postMessage", false)).isEqualTo(NONE);
    assertThat(obtained("closed-opener-postmessage", true)).isEqualTo(NONE);
    assertThat(obtained("\"closed-opener-postMessage\"", true)).isEqualTo(NONE);
  }

  private static CrossPageWindowProxyPolicy obtained(String value, boolean isSecureContext) {
    return CrossPageWindowProxyPolicy.obtain(
        HeaderList.of("Cross-Page-Window-Proxy-Policy", value), isSecureContext);
  }

  @Example
  void its_open_points_are_no_questions_of_other_variants() {
    assertThat(Variants.parse("cpwpp,cpwpp-names=same-origin").isRight()).isTrue();
    assertThat(Variants.parse("html,cpwpp-names=same-origin").getLeft())
        .containsExactly(
            new Variants.Refused(
                "cpwpp-names=same-origin",
                "cpwpp-names is a question of cpwpp; html reads no Cross-Page-Window-Proxy-Policy"));
  }
}
