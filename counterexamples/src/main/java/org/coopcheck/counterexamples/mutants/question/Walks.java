package org.coopcheck.counterexamples.mutants.question;

import static org.coopcheck.properties.bound.StepKind.ABOUT_BLANK;
import static org.coopcheck.properties.bound.StepKind.CLOSE;
import static org.coopcheck.properties.bound.StepKind.CSP_SANDBOX;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.PUSH_STATE;
import static org.coopcheck.properties.bound.StepKind.RELOAD;
import static org.coopcheck.properties.bound.StepKind.SANDBOX;
import static org.coopcheck.properties.bound.StepKind.TRAVERSE;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;

/**
 * The bounds in which a mutant is held against the model, world by world: two steps of every kind,
 * redirects, then three steps of the kinds that only mean something together.
 */
final class Walks {
  private static final Vector<TreeSet<StepKind>> LONGER =
      Vector.of(
          TreeSet.of(OPEN, NAVIGATE, IFRAME, CLOSE),
          TreeSet.of(OPEN, NAVIGATE, TRAVERSE, RELOAD, PUSH_STATE),
          TreeSet.of(OPEN, NAVIGATE, NAME, ABOUT_BLANK),
          TreeSet.of(OPEN, IFRAME, SANDBOX, CSP_SANDBOX));

  private Walks() {}

  static Vector<Bound> of(Variant variant) {
    var standard = Bound.standardFor(Vector.of(variant));
    var all = StepKind.OF_WORLDS;
    var wide =
        standard
            .withSteps(Option.some(2))
            .withKinds(variant.hasPagePolicies() ? all : all.remove(StepKind.PAGE_POLICY));
    var few =
        standard
            .withSteps(Option.some(3))
            .withValues(
                Vector.of(OpenerPolicyValue.UNSAFE_NONE, OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP));
    var redirected = few.withSteps(Option.some(2)).withRedirects(1).withFrames(0);
    return LONGER
        .<Bound>map(few::withKinds)
        .prepend(redirected.withKinds(TreeSet.of(OPEN, NAVIGATE)))
        .prepend(wide);
  }
}
