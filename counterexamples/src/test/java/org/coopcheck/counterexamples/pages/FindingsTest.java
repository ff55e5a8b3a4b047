package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.report.json.Expectations;
import org.coopcheck.counterexamples.report.json.ResultJson;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.report.text.Picture.Detail;
import org.coopcheck.counterexamples.report.text.Style;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variants;

/** The findings that the README and {@code docs/findings.md} tell of. */
class FindingsTest {

  private static Vector<Path> scenarios() throws IOException {
    try (var files = Files.list(ProjectFiles.path("docs/findings"))) {
      return Vector.ofAll(files.sorted().toList());
    }
  }

  private static ScenarioFile read(Path file) {
    return ScenarioFiles.read(file.getFileName().toString(), ProjectFiles.text(file.toString()))
        .get()
        .head();
  }

  private static ScenarioRun run(ScenarioFile file) {
    var scenario = file.scenario();
    return ScenarioRun.of(
        scenario,
        Variants.parse(scenario.variant().get()).get(),
        scenario.capabilities().getOrElse(Capabilities.ALL));
  }

  @Example
  void every_finding_is_as_it_is_told() throws IOException {
    assertThat(scenarios()).hasSizeGreaterThan(7);
    for (Path path : scenarios()) {
      var file = read(path);
      assertThat(file.expect()).as(path.toString()).isNotEmpty();
      assertThat(Expectations.mismatches(file.expect().get(), ResultJson.of(file, run(file))))
          .as(path.toString())
          .isEmpty();
    }
  }

  @Example
  void every_finding_is_told() throws IOException {
    var page = ProjectFiles.text("docs/findings.md");
    assertThat(scenarios().map(path -> path.getFileName().toString()))
        .allMatch(name -> page.contains("(findings/" + name + ")"));
  }

  @Example
  void the_picture_in_the_readme_is_what_run_draws() {
    var file = read(ProjectFiles.path("docs/findings/naive-permission-bypass.yaml"));
    var picture = Picture.of(run(file)).last().lines(Detail.BRIEF);
    var drawn = Style.PLAIN.render(picture).mkString("\n").stripTrailing();
    assertThat(ProjectFiles.text("README.md")).contains("```text\n" + drawn + "\n```");
  }
}
