package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Compares a result with what is expected of it.
 *
 * <p>An object matches if each of its members does, where a missing member reads as null. A list
 * that has objects in it matches if each of them matches an item of its own; the others do not
 * matter. A list of plain values matches as a set. {@code {not: X}} matches what X does not; as an
 * item of a list of objects it says that no item left over matches X. Everything else must be
 * equal.
 */
public final class Expectations {
  private static final Vector<String> OF_THE_FINAL_WORLD = Vector.of("windows", "handles");

  private Expectations() {}

  /**
   * @param expect what is expected, as a scenario file says it
   * @param result the result as JSON
   * @return where the two part; empty if nowhere
   */
  public static Vector<Mismatch> mismatches(JsonNode expect, JsonNode result) {
    return members(expect)
        .flatMap(
            key -> {
              var expected = expect.get(key);
              if (OF_THE_FINAL_WORLD.contains(key)) {
                return mismatches(key, expected, orNull(result.path("final").path(key)));
              }
              var found = orNull(result.path(key));
              return key.equals("steps") && expected.isArray()
                  ? stepMismatches(expected, found)
                  : mismatches(key, expected, found);
            });
  }

  /** Steps are matched by their numbers, and only those without one like items of any list. */
  private static Vector<Mismatch> stepMismatches(JsonNode expected, JsonNode found) {
    var items = Vector.ofAll(expected);
    var numbered = items.filter(item -> item.has("step"));
    var ofOthers =
        Vector.ofAll(found).reject(step -> numbered.exists(item -> isStep(item.get("step"), step)));
    var inNumbered =
        numbered.flatMap(
            item ->
                mismatches(
                    "steps[" + item.get("step").asText() + "]",
                    item,
                    Vector.ofAll(found)
                        .find(step -> isStep(item.get("step"), step))
                        .getOrElse(NullNode.getInstance())));
    var others = items.reject(numbered::contains);
    return others.isEmpty()
        ? inNumbered
        : inNumbered.appendAll(listMismatches("steps", others, ofOthers));
  }

  private static boolean isStep(JsonNode number, JsonNode step) {
    return isEqual(number, step.path("step"));
  }

  private static Vector<Mismatch> mismatches(String path, JsonNode expected, JsonNode found) {
    if (negated(expected).isDefined()) return mismatchUnlessMatches(path, expected, found);
    if (expected.isObject() && found.isObject()) {
      return members(expected)
          .flatMap(key -> mismatches(path + "." + key, expected.get(key), orNull(found.path(key))));
    }
    if (expected.isArray() && found.isArray()) {
      return listMismatches(path, Vector.ofAll(expected), Vector.ofAll(found));
    }
    return mismatchUnlessMatches(path, expected, found);
  }

  private static Vector<Mismatch> mismatchUnlessMatches(
      String path, JsonNode expected, JsonNode found) {
    return matches(expected, found)
        ? Vector.empty()
        : Vector.of(new Mismatch(path, expected, found));
  }

  private static boolean matches(JsonNode expected, JsonNode found) {
    var negated = negated(expected);
    if (negated.isDefined()) return !matches(negated.get(), found);
    if (expected.isObject() || (expected.isArray() && found.isArray())) {
      return expected.getNodeType() == found.getNodeType()
          && mismatches("", expected, found).isEmpty();
    }
    return isEqual(expected, found);
  }

  private static boolean isEqual(JsonNode expected, JsonNode found) {
    boolean areNumbers = expected.isNumber() && found.isNumber();
    return areNumbers
        ? expected.decimalValue().compareTo(found.decimalValue()) == 0
        : expected.equals(found);
  }

  private static Vector<Mismatch> listMismatches(
      String path, Vector<JsonNode> expected, Vector<JsonNode> found) {
    return expected.exists(JsonNode::isObject)
        ? subsetMismatches(path, expected, found)
        : setMismatches(path, expected, found);
  }

  private static Vector<Mismatch> setMismatches(
      String path, Vector<JsonNode> expected, Vector<JsonNode> found) {
    boolean isSame =
        expected.forAll(item -> found.exists(each -> matches(item, each)))
            && found.forAll(each -> expected.exists(item -> matches(item, each)));
    return isSame ? Vector.empty() : Vector.of(new Mismatch(path, array(expected), array(found)));
  }

  private static Vector<Mismatch> subsetMismatches(
      String path, Vector<JsonNode> expected, Vector<JsonNode> found) {
    var wanted = expected.filter(item -> negated(item).isEmpty());
    var unwanted = expected.filter(item -> negated(item).isDefined());
    // NB: if the wanted items can all be matched, and the items that may not be left over can all
    // be
    // taken, then one matching does both (Mendelsohn and Dulmage).
    var notFound =
        Matching.unmatched(
                wanted.size(), found.size(), (i, j) -> matches(wanted.get(i), found.get(j)))
            .map(i -> new Mismatch(path + "[]", wanted.get(i), array(found)));
    var notToBeLeft = found.filter(each -> unwanted.exists(item -> !matches(item, each)));
    var left =
        Matching.unmatched(
                notToBeLeft.size(),
                wanted.size(),
                (i, j) -> matches(wanted.get(j), notToBeLeft.get(i)))
            .map(notToBeLeft::get)
            .flatMap(
                each ->
                    unwanted
                        .find(item -> !matches(item, each))
                        .map(item -> new Mismatch(path + "[]", item, each)));
    return notFound.appendAll(left);
  }

  private static JsonNode array(Vector<JsonNode> items) {
    return JsonNodeFactory.instance.arrayNode().addAll(items.asJava());
  }

  private static Option<JsonNode> negated(JsonNode expected) {
    return Option.when(
        expected.isObject() && expected.size() == 1 && expected.has("not"),
        () -> expected.get("not"));
  }

  private static JsonNode orNull(JsonNode found) {
    return found.isMissingNode() ? NullNode.getInstance() : found;
  }

  private static Vector<String> members(JsonNode object) {
    return Vector.ofAll(object::fieldNames);
  }
}
