package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.report.story.StoryReader;
import org.coopcheck.counterexamples.report.storyboard.Storyboard;
import org.coopcheck.counterexamples.report.storyboard.Storyboard.Shape;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.properties.invariant.Invariants;

/** {@code docs/pictures}: storyboards that pages show. */
class PicturesTest {

  /** {@code -Dcoopcheck.write=true} draws it anew. */
  @Example
  void the_storyboard_in_the_readme_is_what_report_draws() throws IOException {
    var picture = ProjectFiles.path("docs/pictures/permission-bypass.svg");
    var invariant = Invariants.find("permission-is-not-bypassed").get();
    var story =
        StoryReader.read(
                "naive-permission-bypass.yaml",
                ProjectFiles.text("docs/findings/naive-permission-bypass.yaml"),
                Vector.of(invariant))
            .get()
            .single()
            .story()
            .get();
    String drawn = Storyboard.of(story, Shape.WIDE).standalone();
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(picture, drawn);
    assertThat(Files.readString(picture)).isEqualTo(drawn);
    assertThat(ProjectFiles.text("README.md")).contains("(docs/pictures/permission-bypass.svg)");
  }
}
