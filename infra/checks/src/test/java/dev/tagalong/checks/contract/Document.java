package dev.tagalong.checks.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A description in YAML whose schemas are JSON Schema 2020-12. Thread-safe. */
final class Document {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final String ADDRESS = "https://tagalong.example/description.json";

    private final JsonNode root;
    private final JsonSchemaFactory factory;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private Document(JsonNode root) {
        this.root = root;
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, schemas(root)))));
    }

    /** Only the parts in which schemas are: other words at the top mean something else in JSON Schema. */
    private static String schemas(JsonNode root) {
        var parts = JACKSON.createObjectNode();
        List.of("paths", "components").forEach(name -> parts.set(name, root.path(name)));
        return parts.toString();
    }

    static Document parse(String yaml) {
        var loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new Document(JACKSON.valueToTree(Objects.requireNonNull(loaded, "a document that is not empty")));
    }

    /** What stands at a JSON pointer, after references; missing if nothing does. */
    Place at(String pointer) {
        var node = root.at(pointer);
        var reference = node.path("$ref").asText("");
        return reference.isEmpty() ? new Place(pointer, node) : at(reference.substring(1));
    }

    /** What is wrong with a value by the schema at a pointer: a sentence each, none if it is as it should be. */
    List<String> problems(String pointer, JsonNode value) {
        var schema = schemas.computeIfAbsent(
                pointer,
                at -> factory.getSchema(
                        SchemaLocation.of(ADDRESS + "#" + at),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    /** The same of JSON text. */
    List<String> problems(String pointer, String json) {
        try {
            return problems(pointer, JACKSON.readTree(json));
        } catch (JsonProcessingException malformed) {
            return List.of("not JSON: " + json);
        }
    }

    /** A name as part of a pointer. */
    static String part(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** A part of the document, and where it is. */
    record Place(String pointer, JsonNode node) {
        boolean isThere() {
            return !node.isMissingNode();
        }

        /** The names of the fields. */
        List<String> names() {
            var names = new ArrayList<String>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }
    }
}
