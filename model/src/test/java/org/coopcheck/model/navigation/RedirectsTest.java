package org.coopcheck.model.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.C;
import static org.coopcheck.model.scenario.Story.HTML;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Ending;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.world.LoadError;

/** Sections 4.1 and 4.2 of the digest of HTML: every response of a chain counts. */
class RedirectsTest {

  /**
   * The popup's chain, hop by hop, as origin and policy; the opener's page is of {@code a.example}.
   */
  @Data
  Iterable<Tuple3<String, String, Boolean>> chains() {
    return Table.of( // opener's policy, chain, whether the link is kept
        Tuple.of("unsafe-none", "b unsafe-none > c unsafe-none", true),
        Tuple.of("unsafe-none", "b same-origin > c unsafe-none", false),
        Tuple.of("unsafe-none", "b unsafe-none > b same-origin > b unsafe-none", false),
        Tuple.of("unsafe-none", "a same-origin-allow-popups > a unsafe-none", false),
        // "needs a switch" is copied forward: the second hop would have matched the opener
        Tuple.of("same-origin", "b unsafe-none > a same-origin", false),
        Tuple.of("same-origin", "a same-origin > a same-origin", true),
        // each hop is compared with the one before it
        Tuple.of("same-origin", "a same-origin > b same-origin > a same-origin", false),
        Tuple.of("same-origin-allow-popups", "b unsafe-none > a same-origin-allow-popups", false),
        Tuple.of(
            "same-origin-allow-popups",
            "a same-origin-allow-popups > a same-origin-allow-popups",
            true),
        // all hops of the first navigation are the popup case
        Tuple.of("same-origin-allow-popups", "a same-origin-allow-popups > b unsafe-none", true),
        Tuple.of("same-origin-allow-popups", "b unsafe-none > c unsafe-none", true),
        Tuple.of("noopener-allow-popups", "b unsafe-none > c unsafe-none", true),
        Tuple.of("noopener-allow-popups", "a noopener-allow-popups > b unsafe-none", false));
  }

  @Property
  @FromData("chains")
  void a_popup_keeps_its_link_if_no_hop_asked_for_a_switch(
      @ForAll String opener, @ForAll String chain, @ForAll boolean isKept) {
    var ending =
        withChain(HTML, chain)
            .userOpens("w", A + opener)
            .opens("w", "popup", first(chain))
            .ending();
    assertThat(ending.areConnected("w", "popup")).isEqualTo(isKept);
    assertThat(ending.error("popup")).isEmpty();
    assertThat(ending.url("popup")).isEqualTo(url(chain, hops(chain).size() - 1));
  }

  @Example
  void in_an_ordinary_navigation_no_hop_is_the_popup_case() {
    var chain = "a same-origin-allow-popups > b unsafe-none";
    var ending =
        withChain(HTML, chain)
            .userOpens("w", A + "same-origin-allow-popups")
            .opens("w", "popup")
            .goes("w", first(chain))
            .ending();
    assertThat(ending.sameGroup("w", "popup")).isFalse();
  }

  private static Vector<String> hops(String chain) {
    return Vector.of(chain.split(" > "));
  }

  private static String url(String chain, int hop) {
    return "https://" + hops(chain).get(hop).charAt(0) + ".example/hop/" + hop;
  }

  private static String first(String chain) {
    return url(chain, 0);
  }

  private static Story withChain(Story story, String chain) {
    var hops = hops(chain);
    return Vector.range(0, hops.size())
        .foldLeft(
            story,
            (told, hop) -> {
              var value =
                  Vector.of(OpenerPolicyValue.values())
                      .find(each -> each.token().equals(hops.get(hop).substring(2)))
                      .get();
              var headers = Story.headersFor(value);
              return told.answering(
                  url(chain, hop),
                  hop == hops.size() - 1
                      ? new Answer.Served(200, headers)
                      : new Answer.Served(302, headers.with("Location", url(chain, hop + 1))));
            });
  }

  @Example
  void the_policy_of_an_insecure_hop_does_not_count() {
    var ending =
        HTML.redirecting("http://b.example/", B, "Cross-Origin-Opener-Policy", "same-origin")
            .userOpens("w", A)
            .opens("w", "popup", "http://b.example/")
            .ending();
    assertThat(ending.areConnected("w", "popup")).isTrue();
  }

  @Example
  void the_policy_of_the_document_is_that_of_the_last_response() {
    var ending =
        HTML.redirecting(B + "1", B + "same-origin", "Cross-Origin-Opener-Policy", "unsafe-none")
            .userOpens("w", B + "1")
            .ending();
    assertThat(ending.openerPolicy("w")).isEqualTo(OpenerPolicyValue.SAME_ORIGIN);
    assertThat(ending.origin("w")).isEqualTo("https://b.example");
  }

  // The initial URL.

  @Example
  void the_initial_url_is_that_of_the_first_response() {
    var story = HTML.redirecting(B + "1", C).userOpens("w", A).opens("w", "popup", B + "1");
    assertThat(initialUrl(story.ending())).contains(Url.of(B + "1"));
    assertThat(initialUrl(story.goes("popup", B + "2").ending())).contains(Url.of(B + "1"));
  }

  @Example
  void a_popup_that_was_never_navigated_has_no_initial_url() {
    assertThat(initialUrl(HTML.userOpens("w", A).opens("w", "popup").ending())).isEmpty();
  }

  private static Option<Url> initialUrl(Ending ending) {
    return ending.browsingContext("popup").initialUrl();
  }

  // Redirects that cannot be followed, and how many can.

  @Data
  Iterable<Tuple.Tuple2<String, Boolean>> locations() {
    return Table.of( // Location, whether it is followed
        Tuple.of("https://c.example/", true),
        Tuple.of("/2", true),
        Tuple.of("//c.example/", true),
        Tuple.of("https://", false),
        Tuple.of("about:blank", false),
        Tuple.of("data:text/html,x", false),
        Tuple.of("blob:https://b.example/1", false),
        Tuple.of("javascript:1", false));
  }

  @Property
  @FromData("locations")
  void a_redirect_to_anything_but_an_http_url_is_a_network_error(
      @ForAll String location, @ForAll boolean isFollowed) {
    var ending = HTML.redirecting(B, location).userOpens("w", B).ending();
    assertThat(ending.error("w")).isEqualTo(Option.when(!isFollowed, () -> LoadError.NETWORK));
  }

  @Example
  void a_redirect_status_without_location_is_a_document() {
    var ending =
        HTML.answering(B, new Answer.Served(302, HeaderList.EMPTY)).userOpens("w", B).ending();
    assertThat(ending.error("w")).isEmpty();
    assertThat(ending.origin("w")).isEqualTo("https://b.example");
  }

  /** Fetch: a redirect is a network error if the request's redirect count is 20 already. */
  @Example
  void twenty_redirects_are_followed_and_twenty_one_are_not() {
    assertThat(withRedirects(20).ending().error("w")).isEmpty();
    assertThat(withRedirects(21).ending().error("w")).contains(LoadError.NETWORK);
  }

  private static Story withRedirects(int count) {
    return Vector.range(0, count)
        .foldLeft(HTML, (story, i) -> story.redirecting(B + i, B + (i + 1)))
        .userOpens("w", B + 0);
  }

  @Example
  void redirects_in_a_circle_are_a_network_error() {
    var ending = HTML.redirecting(B, C).redirecting(C, B).userOpens("w", B).ending();
    assertThat(ending.error("w")).contains(LoadError.NETWORK);
  }
}
