package org.coopcheck.properties.bound;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;

/**
 * How far a search looks. A verdict says nothing about what lies beyond.
 *
 * @param windows the most top-level traversables alive at once
 * @param frames the most iframes alive at once
 * @param origins the number of origins; the second is cross-site with the first, the third is
 *     same-site with it
 * @param redirects the most redirect hops in one navigation
 * @param steps the most steps; none for as many as there are
 * @param values the opener policy values that responses may have
 * @param kinds the kinds of steps
 * @param capabilities what the browser is able to do
 */
@RecordBuilder
public record Bound(
    int windows,
    int frames,
    int origins,
    int redirects,
    Option<Integer> steps,
    Vector<OpenerPolicyValue> values,
    SortedSet<StepKind> kinds,
    Capabilities capabilities)
    implements BoundBuilder.With {

  /** What {@code check} looks at if nothing else is said. */
  public static final Bound DEFAULT =
      new Bound(
          2,
          1,
          2,
          0,
          Option.some(3),
          HtmlStandard.VARIANT.values(),
          TreeSet.of(
              StepKind.OPEN,
              StepKind.NAVIGATE,
              StepKind.IFRAME,
              StepKind.ERROR,
              StepKind.ABOUT_BLANK,
              StepKind.CLOSE),
          Capabilities.ALL);

  /** The same with all pages that mean something to one of the variants. */
  public static Bound standardFor(Vector<Variant> variants) {
    var kinds = DEFAULT.kinds();
    return DEFAULT
        .withValues(
            Vector.of(OpenerPolicyValue.values())
                .filter(value -> variants.exists(variant -> variant.values().contains(value))))
        .withKinds(
            variants.exists(Variant::hasPagePolicies) ? kinds.add(StepKind.PAGE_POLICY) : kinds);
  }

  /** Whether the bound offers the kind. */
  public boolean offers(StepKind kind) {
    return kinds.contains(kind);
  }

  /** The bound in one line, as it stands behind every verdict. */
  @Override
  public String toString() {
    return "%s, %s, %s, %s, %s; %s; %s"
        .formatted(
            counted(windows, "window"),
            counted(frames, "iframe"),
            counted(origins, "origin"),
            counted(redirects, "redirect"),
            steps.map(number -> counted(number, "step")).getOrElse("any number of steps"),
            values.mkString(" "),
            kinds.mkString(" "));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
