package org.coopcheck.model.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.Swap;

/** Cells of the tables of comparisons, answered otherwise. */
class TableCellsTest {
  @Example
  void a_cell_changes_itself_and_nothing_else() {
    for (String base : Vector.of("html", "restrict-properties")) {
      var standard = Variants.parse(base).get();
      var values = standard.values();
      for (CoopComparison cell : CoopComparison.all()) {
        if (!values.contains(cell.activeDocumentCoopValue())) continue;
        if (!values.contains(cell.responseCoopValue())) continue;
        Swap other = standard.groupDecision().apply(cell) == Swap.FULL ? Swap.NONE : Swap.FULL;
        String name = base + "," + TableCells.spelling(cell, other);
        var changed = Variants.parse(name).get();
        assertThat(changed.name()).isEqualTo(name);
        assertThat(
                CoopComparison.all()
                    .filter(
                        each ->
                            changed.groupDecision().apply(each)
                                != standard.groupDecision().apply(each)))
            .containsExactly(cell);
        assertThat(changed.groupDecision().apply(cell)).isEqualTo(other);
      }
    }
  }

  @Data
  Iterable<Tuple3<String, String, String>> refused() {
    return Table.of(
        Tuple.of(
            "html",
            "popup-table=restrict-properties/unsafe-none/same-origin/none",
            "no response has restrict-properties under html"),
        Tuple.of(
            "html",
            "ordinary-table=unsafe-none/restrict-properties-plus-coep/same-origin/full",
            "no response has restrict-properties-plus-coep under html"),
        Tuple.of(
            "html",
            "popup-table=unsafe-none/same-origin/same-origin/related",
            "there are no COOP groups in html to be related in"));
  }

  @Property
  @FromData("refused")
  void what_makes_no_sense_is_refused(
      @ForAll String base, @ForAll String cell, @ForAll String why) {
    assertThat(Variants.parse(base + "," + cell).getLeft())
        .containsExactly(new Variants.Refused(cell, why));
  }

  @Example
  void related_is_an_answer_where_there_are_coop_groups() {
    var cell = "popup-table=unsafe-none/same-origin/same-origin/related";
    assertThat(Variants.parse("restrict-properties," + cell).isRight()).isTrue();
  }
}
