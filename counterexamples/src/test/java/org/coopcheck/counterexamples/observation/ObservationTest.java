package org.coopcheck.counterexamples.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.scenario.Texts;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Handle.Obtained;

class ObservationTest {
  private static Vector<Observation> seen(String text) {
    return Observation.afterEachStep(Texts.run(Texts.scenario(text)));
  }

  private static Observation last(String text) {
    return seen(text).last();
  }

  private static <T> Vector<T> of(
      Vector<Observation> seen, String label, Function<WindowFacts, T> fact) {
    return seen.map(each -> fact.apply(each.window(label).get()));
  }

  @Example
  void a_group_keeps_its_number_for_the_whole_run_and_a_new_one_gets_the_next() {
    var seen =
        seen(
            """
            coopcheck: 1
            responses:
              https://a.example/coop: {headers: {Cross-Origin-Opener-Policy: same-origin}}
            steps:
              - {tab: z, url: https://a.example/}
              - {open: a, by: z, url: https://a.example/}
              - {navigate: z, url: https://a.example/coop}
              - {open: b, by: a, url: https://b.example/}
              - {navigate: z, url: https://a.example/}
            """);
    assertThat(of(seen, "z", WindowFacts::browsingContextGroup)).containsExactly(1, 1, 2, 2, 3);
    assertThat(of(seen.tail(), "a", WindowFacts::browsingContextGroup)).containsExactly(1, 1, 1, 1);
    assertThat(seen.last().window("b").get().browsingContextGroup()).isEqualTo(1);
  }

  @Example
  void a_document_that_history_kept_is_in_the_group_and_cluster_that_it_was_in() {
    var seen =
        seen(
            """
            coopcheck: 1
            variant: html,traversal=restore
            responses:
              https://a.example/coop: {headers: {Cross-Origin-Opener-Policy: same-origin}}
            steps:
              - {tab: a, url: https://a.example/}
              - {iframe: f, in: a, url: https://b.example/}
              - {navigate: a, url: https://a.example/coop}
              - {traverse: a, delta: -1}
            """);
    assertThat(of(seen, "a", WindowFacts::browsingContextGroup)).containsExactly(1, 1, 2, 1);
    assertThat(of(seen, "a", WindowFacts::agentCluster)).containsExactly(1, 1, 3, 1);
    assertThat(of(seen.tail(), "f", WindowFacts::isOpen)).containsExactly(true, false, true);
    assertThat(of(seen.tail(), "f", WindowFacts::process)).containsExactly(2, 2, 2);
  }

  @Example
  void windows_are_numbered_in_the_order_of_their_labels_not_of_the_alphabet() {
    var last =
        last(
            """
            coopcheck: 1
            steps:
              - {tab: z, url: https://a.example/}
              - {tab: m, url: https://a.example/}
              - {tab: a, url: https://a.example/}
            """);
    assertThat(last.windows().map(WindowFacts::label)).containsExactly("z", "m", "a");
    assertThat(last.windows().map(WindowFacts::browsingContextGroup)).containsExactly(1, 2, 3);
    assertThat(last.windows().map(WindowFacts::coopGroup)).containsExactly(1, 2, 3);
    assertThat(last.windows().map(WindowFacts::virtualBrowsingContextGroup))
        .containsExactly(1, 2, 3);
    assertThat(last.windows().map(WindowFacts::agentCluster)).containsExactly(1, 2, 3);
    assertThat(last.windows().map(WindowFacts::process)).containsExactly(1, 2, 3);
  }

  @Example
  void a_report_only_policy_parts_the_virtual_group_and_nothing_else() {
    var last =
        last(
            """
            coopcheck: 1
            responses:
              https://a.example/ro:
                headers: {Cross-Origin-Opener-Policy-Report-Only: same-origin}
            steps:
              - {tab: a, url: https://a.example/}
              - {open: p, by: a, url: https://a.example/ro}
              - {iframe: f, in: p, url: https://a.example/}
            """);
    assertThat(last.windows().map(WindowFacts::virtualBrowsingContextGroup))
        .containsExactly(1, 2, 2);
    assertThat(last.windows().map(WindowFacts::browsingContextGroup)).containsExactly(1, 1, 1);
    assertThat(last.windows().map(WindowFacts::agentCluster)).containsExactly(1, 1, 1);
  }

  @Example
  void documents_share_a_process_where_the_capabilities_force_them_to() {
    String text =
        """
        coopcheck: 1
        capabilities: {oopif: %s, page-isolation: %s}
        steps:
          - {tab: a, url: https://a.example/}
          - {iframe: f, in: a, url: https://b.example/}
          - {open: p, by: a, url: https://b.example/}
          - {open: q, by: a, url: https://c.example/}
        """;
    assertThat(processes(text.formatted(true, true))).containsExactly(1, 2, 2, 3);
    assertThat(processes(text.formatted(false, true))).containsExactly(1, 1, 1, 2);
    assertThat(processes(text.formatted(false, false))).containsExactly(1, 1, 1, 1);
  }

  private static Vector<Integer> processes(String text) {
    return last(text).windows().map(WindowFacts::process);
  }

  @Example
  void a_process_that_parts_stays_the_same_for_the_first_and_one_that_joins_takes_the_smaller() {
    var seen =
        seen(
            """
            coopcheck: 1
            capabilities: {oopif: false}
            steps:
              - {tab: a, url: https://a.example/}
              - {open: p, by: a, url: https://b.example/}
              - {iframe: f, in: a, url: https://b.example/}
              - {navigate: f, by: a, url: https://a.example/}
            """);
    assertThat(of(seen, "a", WindowFacts::process)).containsExactly(1, 1, 1, 1);
    assertThat(of(seen.tail(), "p", WindowFacts::process)).containsExactly(2, 1, 3);
  }

  @Example
  void a_closed_window_keeps_what_was_last_seen_of_it() {
    var seen =
        seen(
            """
            coopcheck: 1
            steps:
              - {tab: a, url: https://a.example/}
              - {open: p, by: a, url: https://b.example/, target: n}
              - {iframe: f, in: p, url: https://c.example/}
              - {close: p, by: user}
            """);
    var before = seen.get(2).window("p").get();
    var after = seen.last().window("p").get();
    assertThat(after).isEqualTo(before.closed());
    assertThat(after.isOpen()).isFalse();
    assertThat(after.opener()).isEqualTo(Option.some("a"));
    assertThat(seen.last().window("f").get().isOpen()).isFalse();
    assertThat(seen.last().window("f").get().parent()).isEqualTo(Option.some("p"));
    assertThat(seen.last().handles())
        .containsExactly(new HandleFacts("a", "p", Obtained.OPEN, true, Vector.empty(), false));
  }

  @Example
  void the_frames_of_a_document_are_closed_when_it_is_left() {
    var seen =
        seen(
            """
            coopcheck: 1
            steps:
              - {tab: a, url: https://a.example/}
              - {iframe: f, in: a, url: https://b.example/}
              - {navigate: a, url: https://a.example/2}
            """);
    assertThat(of(seen.tail(), "f", WindowFacts::isOpen)).containsExactly(true, false);
    assertThat(seen.last().handles()).isEmpty();
  }

  @Example
  void a_label_that_no_window_ever_had_is_not_listed() {
    var last =
        last(
            """
            coopcheck: 1
            steps:
              - {tab: a, url: https://a.example/}
              - {iframe: f, in: a, url: https://b.example/, sandbox: allow-scripts}
              - {open: p, by: f, url: https://a.example/}
            """);
    assertThat(last.windows().map(WindowFacts::label)).containsExactly("a", "f");
  }

  @Example
  void a_window_that_was_chosen_again_is_seen_under_both_labels() {
    var last =
        last(
            """
            coopcheck: 1
            steps:
              - {tab: a, url: https://a.example/}
              - {open: p, by: a, url: https://b.example/, target: n}
              - {open: again, by: a, url: https://a.example/2, target: n}
              - {open: q, by: again}
            """);
    assertThat(last.windows().map(WindowFacts::label)).containsExactly("a", "p", "again", "q");
    assertThat(last.window("again").get().url()).isEqualTo(last.window("p").get().url());
    assertThat(last.window("q").get().opener()).isEqualTo(Option.some("p"));
    assertThat(last.handles().map(HandleFacts::name))
        .containsExactly(
            "a->p", "a->again", "p->a", "p->q", "again->a", "again->q", "q->p", "q->again");
  }

  @Example
  void a_window_with_two_labels_is_called_by_the_one_that_it_was_made_with() {
    var last =
        last(
            """
            coopcheck: 1
            steps:
              - {tab: a, url: https://a.example/}
              - {open: x, by: a}
              - {close: x, by: a}
              - {open: p, by: a, target: n}
              - {open: x, by: a, target: n}
              - {open: q, by: x}
            """);
    assertThat(last.windows().map(WindowFacts::label)).containsExactly("a", "x", "p", "q");
    assertThat(last.window("x").get().isOpen()).isTrue();
    assertThat(last.window("q").get().opener()).isEqualTo(Option.some("p"));
  }

  @Example
  void a_window_has_no_handle_on_itself_but_under_another_label() {
    var last =
        last(
            """
            coopcheck: 1
            steps:
              - {tab: a, url: https://a.example/}
              - {set-name: a, name: own}
              - {find: a, by: a, name: own}
              - {open: b, by: a, target: own}
            """);
    assertThat(last.handles().map(HandleFacts::name)).containsExactly("a->b", "b->a");
  }

  @Example
  void a_label_that_is_given_again_stands_for_the_new_window() {
    var last =
        last(
            """
            coopcheck: 1
            steps:
              - {tab: a, url: https://a.example/}
              - {open: p, by: a, url: https://a.example/1}
              - {close: p, by: a}
              - {open: p, by: a, url: https://a.example/2}
            """);
    assertThat(last.windows().map(WindowFacts::label)).containsExactly("a", "p");
    assertThat(last.window("p").get().url()).hasToString("https://a.example/2");
    assertThat(last.window("p").get().isOpen()).isTrue();
    assertThat(last.handles())
        .contains(
            new HandleFacts(
                "p",
                "a",
                Obtained.OPENER,
                false,
                Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES,
                true));
  }

  @Example
  void before_the_first_step_there_is_nothing_to_be_seen() {
    assertThat(seen("coopcheck: 1\nsteps: []\n")).isEmpty();
    assertThat(Observation.NOTHING.windows()).isEmpty();
  }
}
