package org.coopcheck.properties.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.generator.Run.Taken;

/** What runs of a shape have more of than others. */
class ShapeTest {
  private static final UniverseRuns SOURCE =
      new UniverseRuns(UniverseRuns.BOUND.withOrigins(2).withRedirects(1));

  @Data
  Iterable<Tuple2<Shape, Function1<Taken, Boolean>>> shapes() {
    return Table.of( // shape, what it makes more of
        Tuple.of(Shape.NESTED_POPUPS, ShapeTest::isOpenedByAPopup),
        Tuple.of(Shape.POPUPS_OF_FRAMES, ShapeTest::isOpenedByAFrame),
        Tuple.of(Shape.CLOSED_OPENERS, ShapeTest::closesAnOpener),
        Tuple.of(Shape.REDIRECTS_THAT_COME_BACK, ShapeTest::isRedirected),
        Tuple.of(Shape.ERROR_PAGES, ShapeTest::isOfAServerThatIsDown),
        Tuple.of(Shape.BACK_AND_FORWARD, taken -> taken.action() instanceof Action.Traverse),
        Tuple.of(Shape.RELOADS, taken -> taken.action() instanceof Action.Reload),
        Tuple.of(Shape.DOCUMENT_OPEN, taken -> taken.action() instanceof Action.OpenDocument),
        Tuple.of(Shape.NAMES, taken -> taken.action() instanceof Action.SetName));
  }

  private static boolean isOpenedByAPopup(Taken taken) {
    return taken.action() instanceof Action.OpenWindow open
        && taken.before().hasNavigable(open.by())
        && taken.before().activeBrowsingContext(open.by()).opener().isDefined();
  }

  private static boolean isOpenedByAFrame(Taken taken) {
    return taken.action() instanceof Action.OpenWindow open
        && taken.before().hasNavigable(open.by())
        && !taken.before().navigable(open.by()).isTopLevelTraversable();
  }

  private static boolean closesAnOpener(Taken taken) {
    return taken.action() instanceof Action.Close close
        && taken.before().hasNavigable(close.target())
        && openers(taken.before()).exists(opener -> opener.navigable().equals(close.target()));
  }

  private static Vector<BrowsingContext> openers(World world) {
    return world
        .topLevelTraversables()
        .flatMap(each -> world.activeBrowsingContext(each.id()).opener())
        .filter(world::isPresented)
        .map(world::browsingContext);
  }

  private static boolean isOfAServerThatIsDown(Taken taken) {
    return ActionUrls.of(taken.action()).exists(url -> url.toString().endsWith("/down"));
  }

  private static boolean isRedirected(Taken taken) {
    return ActionUrls.of(taken.action()).exists(url -> url.toString().contains("/then/"));
  }

  private static int count(Shape shape, Function1<Taken, Boolean> what) {
    return Vector.range(0, 30)
        .flatMap(seed -> SOURCE.next(new Random(seed), shape, HtmlStandard.VARIANT, 40).taken())
        .count(what::apply);
  }

  @Property
  @FromData("shapes")
  void a_run_of_a_shape_has_more_of_it_than_one_without(
      @ForAll Shape shape, @ForAll Function1<Taken, Boolean> what) {
    assertThat(count(shape, what)).isGreaterThan(count(Shape.ANY, what) * 5 / 4);
  }

  @Example
  void every_shape_is_looked_at() {
    assertThat(Vector.ofAll(shapes()).map(Tuple2::get1).append(Shape.ANY))
        .containsExactlyInAnyOrder(Shape.values());
  }
}
