package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.counterexamples.report.text.Style;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.schema.Schemas;
import picocli.CommandLine;

/** What commands print as JSON, but for check and run, whose own tests look at theirs. */
class PrintedJsonTest {
  /** Two pages, the first with a redirect, and a redirect that leads nowhere. */
  private static final String HEADERS =
      """
      HTTP/2 302
      location: /form
      cross-origin-opener-policy: same-origin, same-origin
      odd line

      HTTP/2 200
      cross-origin-opener-policy: same-origin; report-to="r"
      cross-origin-opener-policy-report-only: noopener-allow-popups; report-to="r"
      cross-origin-embedder-policy: require-corp
      content-security-policy: sandbox allow-script
      reporting-endpoints: r="/reports"

      <p>

      HTTP/2 200
      cross-origin-opener-policies: unsafe-none

      HTTP/2 302
      location: https://b.example/
      """;

  @Data
  Iterable<Tuple2<String, String>> printed() {
    return Table.of( // schema, command line
        Tuple.of("matrix", "matrix --format json"),
        Tuple.of("matrix", "matrix html,nap-report-only=ignore --json"),
        Tuple.of("headers", "headers --json"),
        Tuple.of("headers", "headers --json --url http://shop.example/"),
        Tuple.of("headers", "headers --json --variant html,csp-sandbox=every-stage"),
        Tuple.of("variants", "variants --json"),
        Tuple.of("variants", "variants html --json"),
        Tuple.of("variants", "variants html,name=sticky --json"),
        Tuple.of("invariants", "invariants --json"),
        Tuple.of("invariants", "invariants B8 --json"),
        Tuple.of("bench-core", "bench core --windows 2 --json"),
        Tuple.of("bench-core", "bench core --windows 2 --symmetry on --bug 1 --json"),
        Tuple.of("bench-core", "bench core --windows 2 --target full-split --steps 1 --json"));
  }

  private static JsonNode json(String commandLine) {
    return CommandRun.withInput(HEADERS, commandLine.split(" ", -1)).json();
  }

  @Property
  @FromData("printed")
  void what_is_printed_is_as_the_schema_says(@ForAll String schema, @ForAll String commandLine) {
    assertThat(Schemas.problems(schema, json(commandLine))).isEmpty();
  }

  @Property
  @FromData("printed")
  void with_a_member_more_or_less_it_is_not(@ForAll String schema, @ForAll String commandLine) {
    var printed = json(commandLine);
    var broken = objectsIn(printed, "").flatMap(pointer -> brokenAt(pointer, printed));
    assertThat(broken).hasSizeGreaterThan(5);
    for (JsonNode each : broken) {
      assertThat(Schemas.problems(schema, each)).as(each.toString()).isNotEmpty();
    }
  }

  /** The pointers to objects at every depth, of an array to those in the first item. */
  private static Vector<String> objectsIn(JsonNode json, String pointer) {
    if (json.isArray() && !json.isEmpty()) return objectsIn(json.get(0), pointer + "/0");
    if (!json.isObject()) return Vector.empty();
    return Vector.ofAll(json::fieldNames)
        .flatMap(name -> objectsIn(json.get(name), pointer + "/" + name))
        .prepend(pointer);
  }

  private static Vector<JsonNode> brokenAt(String pointer, JsonNode json) {
    return Vector.ofAll(json.at(pointer)::fieldNames)
        .map(name -> changed(json, pointer, object -> object.remove(name)))
        .append(changed(json, pointer, object -> object.put("more", 1)));
  }

  private static JsonNode changed(JsonNode json, String pointer, Consumer<ObjectNode> change) {
    JsonNode copy = json.deepCopy();
    change.accept((ObjectNode) copy.at(pointer));
    return copy;
  }

  @Example
  void every_command_that_prints_json_has_a_schema_that_the_page_on_formats_names() {
    var streams =
        Streams.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Style.PLAIN);
    var names = schemasOf(Main.commandLine(streams));
    assertThat(names).contains("check", "result", "bench-core");
    String page = ProjectFiles.text("docs/formats.md");
    for (String name : names) {
      String file = "schema/" + name + ".schema.json";
      assertThat(ProjectFiles.path("docs/" + file)).exists();
      assertThat(page).contains("(" + file + ")");
    }
  }

  private static Vector<String> schemasOf(CommandLine command) {
    var below = Vector.ofAll(command.getSubcommands().values()).flatMap(PrintedJsonTest::schemasOf);
    return command.getCommandSpec().findOption("--json") == null
        ? below
        : below.append(schemaOf(command.getCommandSpec().qualifiedName("-")));
  }

  private static String schemaOf(String command) {
    return command.equals("coopcheck-run") ? "result" : command.replaceFirst("coopcheck-", "");
  }
}
