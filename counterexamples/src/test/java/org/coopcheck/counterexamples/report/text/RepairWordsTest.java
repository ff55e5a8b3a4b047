package org.coopcheck.counterexamples.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.search.Repair;
import org.coopcheck.counterexamples.search.Repair.Change;
import org.coopcheck.counterexamples.search.Repair.OfHeader;
import org.coopcheck.counterexamples.search.Repair.OfRule;
import org.coopcheck.counterexamples.search.Repair.OfStep;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.world.NavigableId;

/** Repairs in words. */
class RepairWordsTest {
  private static final Url PAGE = Url.of("https://a.example/");
  private static final Action RELOAD = new Action.Reload(new NavigableId("page"));

  private static Repair repair(Vector<Change> changes, Difference... losses) {
    var none =
        new Scenario(
            "", Option.none(), Option.none(), io.vavr.collection.TreeMap.empty(), Vector.empty());
    return new Repair(changes, none, HtmlStandard.VARIANT, Vector.of(losses), false);
  }

  @Data
  Iterable<Tuple2<Vector<Change>, String>> changes() {
    var coop = "Cross-Origin-Opener-Policy";
    var sent = new OfHeader(PAGE, coop, Option.none(), Option.some("same-origin"));
    return Table.of(
        Tuple.of(
            Vector.of(sent), "https://a.example/ sends Cross-Origin-Opener-Policy: same-origin"),
        Tuple.of(
            Vector.of(new OfHeader(PAGE, coop, Option.some("same-origin"), Option.none())),
            "https://a.example/ sends no Cross-Origin-Opener-Policy instead of same-origin"),
        Tuple.of(
            Vector.of(
                sent,
                new OfStep(
                    2, "allow", Option.none(), Option.some("cross-origin-isolated"), RELOAD)),
            "https://a.example/ sends Cross-Origin-Opener-Policy: same-origin, and the iframe of"
                + " step 2 has allow=cross-origin-isolated"),
        Tuple.of(
            Vector.of(new OfStep(3, "features", Option.none(), Option.some("noopener"), RELOAD)),
            "window.open() of step 3 asks for noopener"),
        Tuple.of(
            Vector.of(new OfRule(Choices.find("name", "sticky").get())),
            "the rules say: a window never loses its name"));
  }

  @Property
  @FromData("changes")
  void what_is_changed_is_said(@ForAll Vector<Change> changes, @ForAll String words) {
    assertThat(RepairWords.change(repair(changes))).isEqualTo(words);
  }

  @Data
  Iterable<Tuple2<Difference, String>> costs() {
    return Table.of(
        Tuple.of(
            new Difference(Observable.HANDLE, "page->popup", "open", "no such handle"),
            "page has no handle on popup"),
        Tuple.of(
            new Difference(Observable.CLOSED, "page->popup", "false", "true"),
            "for page, popup is closed"),
        Tuple.of(new Difference(Observable.OPENER, "popup", "page", "none"), "popup has no opener"),
        Tuple.of(
            new Difference(Observable.DOM, "page->popup", "true", "false"),
            "page cannot script popup"),
        Tuple.of(
            new Difference(Observable.PROPERTIES, "page->popup", "close closed", "none"),
            "page can use nothing of popup"),
        Tuple.of(
            new Difference(Observable.PROPERTIES, "page->popup", "a closed b", "closed b"),
            "page can use only closed, b of popup"),
        Tuple.of(
            new Difference(Observable.ISOLATED, "popup", "true", "false"),
            "popup is not cross-origin isolated"),
        Tuple.of(
            new Difference(Observable.OUTCOME, "step 3", "returned, new", "not returned, new"),
            "window.open() of step 3 returns null"),
        Tuple.of(
            new Difference(Observable.OUTCOME, "step 3", "done", "not done"),
            "step 3 cannot be done"));
  }

  @Property
  @FromData("costs")
  void what_is_lost_is_said(@ForAll Difference loss, @ForAll String words) {
    assertThat(RepairWords.costs(repair(Vector.empty(), loss))).containsExactly(words);
  }

  @Example
  void of_a_window_that_is_gone_nothing_else_is_said() {
    var gone = new Difference(Observable.OPEN, "popup", "true", "false");
    var handle = new Difference(Observable.HANDLE, "page->popup", "open", "no such handle");
    var other = new Difference(Observable.HANDLE, "page->frame", "frame", "no such handle");
    assertThat(RepairWords.costs(repair(Vector.empty(), gone, handle, other)))
        .containsExactly("popup is not there", "page has no handle on frame");
  }
}
