package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import org.coopcheck.model.scenario.Scenario;

/** Scenario files: YAML or JSON, one scenario each, and {@code .jsonl}, one scenario per line. */
public final class ScenarioFiles {
  private static final int LONGEST = 1 << 20;

  private ScenarioFiles() {}

  /**
   * @param fileName the name of the file; {@code .jsonl} at its end says what it is
   * @param text what is in it
   * @return the scenarios, or everything that is wrong with the file
   */
  public static Validation<Vector<Problem>, Vector<ScenarioFile>> read(
      String fileName, String text) {
    var problems = new Problems(fileName, "a scenario");
    var files =
        fileName.endsWith(ScenarioFile.SUFFIX_OF_LINES)
            ? lines(withoutMark(text), fileName, problems)
            : scenario(text, 0, fileName, problems).toVector();
    return problems.areNone() ? Validation.valid(files) : Validation.invalid(problems.inOrder());
  }

  private static Vector<ScenarioFile> lines(String text, String fileName, Problems problems) {
    return Vector.ofAll(text.lines())
        .zipWithIndex()
        .reject(line -> line._1.isBlank())
        .flatMap(line -> scenario(line._1, line._2, fileName, problems));
  }

  private static Option<ScenarioFile> scenario(
      String text, int linesBefore, String fileName, Problems problems) {
    return value(text, linesBefore, problems)
        .flatMap(value -> new ScenarioReader(problems).read(value, fileName));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The value that a file, or a line of one, consists of. */
  static Option<Yaml> value(String marked, int linesBefore, Problems problems) {
    String text = withoutMark(marked);
    if (text.length() > LONGEST) {
      problems.described(linesBefore + 1, "more than 1 MiB", problems.whole());
      return Option.none();
    }
    Option<Yaml> json =
        text.stripLeading().startsWith("{")
            ? JsonReader.read(text, linesBefore, problems)
            : Option.none();
    return json.orElse(() -> YamlReader.read(text, linesBefore, problems));
  }

  /**
   * @param scenario a scenario
   * @return a file that reads back to the same scenario. Field lines of one name stand together in
   *     it; no reading of headers can tell.
   */
  public static String write(Scenario scenario) {
    return YamlWriter.write(ScenarioJson.of(scenario));
  }
}
