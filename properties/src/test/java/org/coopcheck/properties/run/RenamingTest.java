package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.properties.generator.OriginGenerators;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.WorldRenaming;

/** What windows and origins are called makes no difference. */
@Domain(AnyRuns.class)
@Domain(DomainContext.Global.class)
class RenamingTest {

  @Property(seed = "91", tries = 300)
  void a_run_among_other_names_is_the_same_run(
      @ForAll Run generated, @ForAll("renamings") WorldRenaming renaming) {
    var run = lookingForEachOther(generated);
    var renamed = run.withScenario(renaming.of(run.scenario()));
    assertThat(renamed.worlds()).isEqualTo(run.worlds().map(renaming::of));
    assertThat(outcomesOf(renamed))
        .isEqualTo(run.taken().map(each -> withoutWhy(renaming.of(each.step().outcome()))));
  }

  /** In the end all windows that are left have one name, and each looks for another. */
  private static Run lookingForEachOther(Run run) {
    var left = run.worlds().last().navigables().keySet().toVector();
    Vector<Action> naming = left.map(id -> new Action.SetName(id, "n"));
    Vector<Action> looking =
        left.flatMap(
            id ->
                Vector.of(
                    new Action.SetName(id, ""),
                    new Action.FindByName(id, id, "n"),
                    new Action.SetName(id, "n")));
    return run.withScenario(
        run.scenario().withSteps(run.scenario().steps().appendAll(naming).appendAll(looking)));
  }

  private static Vector<Outcome> outcomesOf(Run run) {
    return run.taken().map(each -> withoutWhy(each.step().outcome()));
  }

  /** A reason may name a window or an origin. */
  private static Outcome withoutWhy(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotDone notDone -> new Outcome.NotDone("");
      case Outcome.Used(var isAllowed, var why, var navigated) ->
          new Outcome.Used(isAllowed, "", navigated);
      case Outcome.Done done -> done;
      case Outcome.Navigated navigated -> navigated;
      case Outcome.Opened opened -> opened;
      case Outcome.Found found -> found;
    };
  }

  @Provide
  Arbitrary<WorldRenaming> renamings() {
    return Combinators.combine(labels(), origins()).as(WorldRenaming::new);
  }

  /** Any names; half of the time in the opposite order, which no order may survive. */
  private static Arbitrary<SortedMap<NavigableId, NavigableId>> labels() {
    var old = Vector.of("f1", "f2", "f3", "f4", "w1", "w2", "w3", "w4", "w5").map(NavigableId::new);
    var names = List.of("z", "y", "x", "w2", "w1", "f1", "c", "b", "a");
    return Arbitraries.oneOf(Arbitraries.just(names), Arbitraries.shuffle(names))
        .map(
            drawn ->
                old.zip(drawn)
                    .foldLeft(
                        TreeMap.empty(),
                        (all, pair) -> all.put(pair._1, new NavigableId(pair._2))));
  }

  /** Hosts are renamed, each with its subdomains; schemes and ports stay. */
  private static Arbitrary<SortedMap<TupleOrigin, TupleOrigin>> origins() {
    SortedMap<String, String> none = TreeMap.empty();
    var hosts =
        Vector.of(
            none,
            none.put("a.example", "sub.a.example").put("sub.a.example", "a.example"),
            none.put("a.example", "b.example")
                .put("b.example", "a.example")
                .put("sub.a.example", "x.b.example"),
            none.put("a.example", "zebra.test")
                .put("b.example", "ant.test")
                .put("sub.a.example", "sub.zebra.test")
                .put("alice.github.io", "z.example")
                .put("bob.github.io", "y.example"));
    return Arbitraries.of(hosts.asJava())
        .map(
            names ->
                OriginGenerators.TUPLES.foldLeft(
                    TreeMap.empty(),
                    (all, origin) ->
                        all.put(
                            origin,
                            new TupleOrigin(
                                origin.scheme(),
                                names.getOrElse(origin.host(), origin.host()),
                                origin.port()))));
  }
}
