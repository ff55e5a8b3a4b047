package org.coopcheck.counterexamples.mutants;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.coopcheck.counterexamples.mutants.code.Mutant;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is known of mutants that nothing notices; {@code mutants/explained.yaml} has all of it. */
public final class Explanations {
  /** All explanations, in the order of the file. */
  public static final Vector<Explanation> ALL = read("/mutants/explained.yaml");

  private Explanations() {}

  /** The explanation of the mutant; none if there is none, or only of another slip there. */
  public static Option<Explanation> of(Mutant mutant) {
    return ALL.find(each -> each.isOf(mutant));
  }

  private static Vector<Explanation> read(String resource) {
    try (var stream = Explanations.class.getResourceAsStream(resource)) {
      if (stream == null) throw new IllegalStateException("no " + resource);
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var entries = new Load(LoadSettings.builder().build()).loadFromString(text);
      return Vector.ofAll((List<?>) entries).map(each -> explanation((Map<?, ?>) each));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Explanation explanation(Map<?, ?> entry) {
    var listed = Option.of(entry.get("mutants")).map(each -> (Map<?, ?>) each).get();
    SortedMap<String, Vector<String>> mutants =
        Vector.ofAll(listed.entrySet())
            .foldLeft(
                TreeMap.empty(),
                (map, each) -> map.put(each.getKey().toString(), sentences(each.getValue())));
    return new Explanation(
        Boolean.TRUE.equals(entry.get("equivalent")),
        Option.of(entry.get("reason")).get().toString(),
        mutants);
  }

  /** One, or a list of them. */
  private static Vector<String> sentences(Object listed) {
    return listed instanceof List<?> many
        ? Vector.ofAll(many).map(Object::toString)
        : Vector.of(listed.toString());
  }
}
