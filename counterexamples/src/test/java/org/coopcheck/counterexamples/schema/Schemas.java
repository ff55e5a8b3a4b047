package org.coopcheck.counterexamples.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vavr.collection.Vector;

/** The JSON Schemas of {@code docs/schema}. */
public final class Schemas {
  private static final String FOLDER = "file:/docs/schema/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(location -> ProjectFiles.text(location.substring(6))));

  private Schemas() {}

  /**
   * @param name the name of the file before {@code .schema.json}
   * @param json the instance
   * @return what is wrong with it; empty if nothing is
   */
  public static Vector<String> problems(String name, JsonNode json) {
    var schema = REGISTRY.getSchema(SchemaLocation.of(FOLDER + name + ".schema.json"));
    return Vector.ofAll(schema.validate(json)).map(Object::toString);
  }
}
