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

  private static final SortedMap<String, Explanation> BY_ID =
      ALL.foldLeft(
          TreeMap.empty(),
          (map, each) -> each.mutants().foldLeft(map, (more, entry) -> more.put(entry._1, each)));

  private Explanations() {}

  /** The explanation of the mutant; none if there is none, or only of another one of that id. */
  public static Option<Explanation> of(Mutant mutant) {
    return BY_ID
        .get(mutant.id())
        .filter(each -> each.mutants().get(mutant.id()).contains(mutant.sentence()));
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
    SortedMap<String, String> mutants =
        Vector.ofAll(listed.entrySet())
            .foldLeft(
                TreeMap.empty(),
                (map, each) -> map.put(each.getKey().toString(), each.getValue().toString()));
    return new Explanation(
        Boolean.TRUE.equals(entry.get("equivalent")),
        Option.of(entry.get("reason")).get().toString(),
        mutants);
  }
}
