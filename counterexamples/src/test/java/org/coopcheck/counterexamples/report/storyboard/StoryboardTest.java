package org.coopcheck.counterexamples.report.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.counterexamples.report.files.Findings;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.storyboard.Storyboard.Shape;

class StoryboardTest {

  @Data
  Iterable<Tuple2<String, Shape>> storyboards() {
    return Findings.NAMES.flatMap(
        name -> Vector.of(Shape.values()).map(shape -> Tuple.of(name, shape)));
  }

  @Property
  @FromData("storyboards")
  void windows_stand_inside_their_groups_and_pages_and_never_over_each_other(
      @ForAll String name, @ForAll Shape shape) {
    var storyboard = Storyboard.of(Findings.story(name), shape);
    var boxes = storyboard.plan().boxes();
    for (var scene : storyboard.scenes().flatMap(each -> each)) {
      var groups = GroupBoxes.of(scene, storyboard.plan());
      for (var card : scene.cards()) {
        var box = boxes.get(card.slot()).get();
        assertThat(box.width()).isGreaterThanOrEqualTo(CardDrawing.width(card));
        assertThat(box.height()).isGreaterThanOrEqualTo(CardDrawing.height(card));
        assertThat(isInside(box, groups.get(card.slot().ofItsGroup()).get())).isTrue();
        assertThat(isInside(box, groups.get(card.slot().ofItsCoopGroup()).get())).isTrue();
        card.parent().forEach(page -> assertThat(isInside(box, boxes.get(page).get())).isTrue());
        scene
            .cards()
            .filter(other -> !other.equals(card) && other.parent().equals(card.parent()))
            .forEach(
                other ->
                    assertThat(overlap(box, boxes.get(other.slot()).get()))
                        .as("%s and %s", card.slot(), other.slot())
                        .isFalse());
      }
    }
  }

  @Example
  void a_legend_for_phones_has_the_same_entries_one_below_the_other() {
    var storyboard = Storyboard.of(Findings.story("naive-permission-bypass"), Shape.NARROW);
    var wide = storyboard.legend("a", 4).get();
    var narrow = storyboard.legend("b", 1).get();
    assertThat(texts(narrow)).isEqualTo(texts(wide)).hasSizeGreaterThan(4);
    assertThat(width(narrow)).isLessThan(350);
    assertThat(width(wide)).isGreaterThan(700);
  }

  private static Vector<String> texts(String svg) {
    return Vector.ofAll(Pattern.compile("<text[^>]*>([^<]*)<").matcher(svg).results().toList())
        .map(text -> text.group(1));
  }

  private static double width(String svg) {
    var viewBox = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ").matcher(svg);
    assertThat(viewBox.find()).isTrue();
    return Double.parseDouble(viewBox.group(1));
  }

  @Property
  @FromData("storyboards")
  void texts_of_arrows_stand_over_no_window_and_over_no_other_text(
      @ForAll String name, @ForAll Shape shape) {
    var storyboard = Storyboard.of(Findings.story(name), shape);
    for (var scene : storyboard.scenes().flatMap(each -> each)) {
      var labels =
          scene.links().map(link -> storyboard.plan().routes().get(link.ends()).get().label());
      var windows = scene.cards().map(card -> storyboard.plan().boxes().get(card.slot()).get());
      assertThat(labels).allMatch(label -> windows.forAll(window -> !overlap(label, window)));
      for (int i = 1; i < labels.size(); i++) {
        var label = labels.get(i);
        assertThat(labels.take(i)).noneMatch(other -> overlap(label, other));
      }
    }
  }

  @Example
  void a_window_stands_where_it_stood_as_long_as_it_is_in_its_group() {
    Story story = Findings.story("the-popup-that-opens-its-page");
    var storyboard = Storyboard.of(story, Shape.WIDE);
    var places = storyboard.scenes().head().map(scene -> scene.cards().map(Card::slot));
    assertThat(places.flatMap(each -> each).distinct().map(slot -> slot.window().get()))
        .as("the account page is navigated to another group, the others stay")
        .containsExactly("shop", "helper", "account", "account");
    assertThat(storyboard.picture(0, 0, "a")).contains("x=\"32\"");
  }

  @Example
  void the_same_story_is_drawn_alike_each_time() {
    var story = Findings.story("naive-permission-bypass");
    assertThat(Storyboard.of(story, Shape.WIDE).standalone())
        .isEqualTo(Storyboard.of(story, Shape.WIDE).standalone());
  }

  private static boolean isInside(Box inner, Box outer) {
    return outer.x() <= inner.x()
        && outer.y() <= inner.y()
        && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom();
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }
}
