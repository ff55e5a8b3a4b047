package org.coopcheck.properties.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.claim.Claim.Check;
import org.coopcheck.properties.invariant.Invariant;

class ClaimsTest {
  private static final Vector<Check> CHECKS = Claims.ALL.flatMap(Claim::checks);

  @Example
  void every_claim_of_the_ledger_is_there_once_and_in_order() {
    var expected =
        Vector.rangeClosed(1, 91)
            .flatMap(
                number -> {
                  String id = "C%02d".formatted(number);
                  return number == 7 || number == 20 ? Vector.of(id, id + "b") : Vector.of(id);
                });
    assertThat(Claims.ALL.map(Claim::id)).isEqualTo(expected);
  }

  @Example
  void every_claim_predicts_something_and_says_so_in_sentences() {
    for (Claim claim : Claims.ALL) {
      assertThat(claim.entries()).as(claim.id()).isNotEmpty();
      assertThat(claim.seeds()).as(claim.id()).isNotEmpty();
      assertThat(claim.statement()).as(claim.id()).endsWith(".");
      assertThat(claim.formally()).as(claim.id()).endsWith(".");
    }
  }

  @Example
  void no_name_means_two_properties() {
    var properties = CHECKS.map(Check::property).distinct();
    assertThat(properties.map(Invariant::name)).doesNotHaveDuplicates();
    assertThat(properties).hasSizeGreaterThan(60);
  }

  @Example
  void no_prediction_is_made_twice() {
    for (Claim claim : Claims.ALL) {
      var questions =
          claim
              .checks()
              .map(
                  each ->
                      Vector.of(
                          each.variant(),
                          each.capabilities(),
                          each.property().name(),
                          each.rules().map(each::bound)));
      assertThat(questions).as(claim.id()).doesNotHaveDuplicates();
    }
  }

  @Example
  void every_variant_that_a_claim_names_exists() {
    assertThat(CHECKS.map(Check::variant).distinct())
        .hasSizeGreaterThan(10)
        .allMatch(name -> Variants.parse(name).isRight());
  }

  @Example
  void a_claim_is_found_by_its_id_in_any_case() {
    assertThat(Claims.find("c07B").map(Claim::id)).containsExactly("C07b");
    assertThat(Claims.find("C92")).isEmpty();
  }
}
