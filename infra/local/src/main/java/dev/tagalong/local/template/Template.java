package dev.tagalong.local.template;

import dev.tagalong.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** template.yaml, with every function merged with the globals. Values still hold intrinsic functions. */
public final class Template {
    private static final String FUNCTION = "AWS::Serverless::Function";

    private final Map<String, Object> document;
    private final Path directory;

    private Template(Map<String, Object> document, Path directory) {
        this.document = document;
        this.directory = directory;
    }

    /** Reads the file; throws StartFailure with a sentence if it cannot be read. */
    public static Template read(Path file) {
        try {
            var directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
            return new Template(Yaml.load(Files.readString(file)), directory);
        } catch (IOException unreadable) {
            throw new StartFailure("There is no template at " + file + ": start where template.yaml is.");
        } catch (RuntimeException malformed) {
            throw new StartFailure("The template " + file + " cannot be read as YAML.");
        }
    }

    /** The folder that paths in the template are relative to. */
    public Path directory() {
        return directory;
    }

    /** The default of each parameter. */
    public Map<String, String> parameters() {
        var defaults = new LinkedHashMap<String, String>();
        object(document, "Parameters")
                .forEach((name, parameter) -> defaults.put(
                        name, String.valueOf(Template.object(parameter).get("Default"))));
        return defaults;
    }

    /** The properties of every resource of a type, by logical id. */
    public Map<String, Map<String, Object>> resources(String type) {
        var found = new LinkedHashMap<String, Map<String, Object>>();
        object(document, "Resources").forEach((id, resource) -> {
            if (type.equals(object(resource).get("Type"))) {
                found.put(id, object(object(resource), "Properties"));
            }
        });
        return found;
    }

    /** Every function. */
    public List<FunctionSpec> functions() {
        return resources(FUNCTION).entrySet().stream()
                .map(entry -> function(entry.getKey(), entry.getValue()))
                .toList();
    }

    private FunctionSpec function(String name, Map<String, Object> properties) {
        var globals = object(object(document, "Globals"), "Function");
        var environment = new LinkedHashMap<>(object(object(globals, "Environment"), "Variables"));
        environment.putAll(object(object(properties, "Environment"), "Variables"));
        var timeout = properties.getOrDefault("Timeout", globals.getOrDefault("Timeout", 3));
        var alias = String.valueOf(
                properties.getOrDefault("AutoPublishAlias", globals.getOrDefault("AutoPublishAlias", "")));
        var code = properties.getOrDefault("CodeUri", globals.getOrDefault("CodeUri", "."));
        return new FunctionSpec(
                name,
                String.valueOf(properties.get("Handler")),
                alias.isEmpty() ? null : alias,
                Integer.parseInt(String.valueOf(timeout)),
                directory.resolve(String.valueOf(code)),
                environment,
                object(properties, "Events"),
                list(properties, "Policies"));
    }

    /** An object within an object; empty if it is not there. */
    public static Map<String, Object> object(Map<String, Object> parent, String name) {
        var child = parent.get(name);
        return child == null ? Map.of() : object(child);
    }

    /** A value that is an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** A list within an object; empty if it is not there. */
    @SuppressWarnings("unchecked")
    public static List<Object> list(Map<String, Object> parent, String name) {
        return (List<Object>) parent.getOrDefault(name, List.of());
    }

    /** A whole number within an object, or what is meant when it is not there. */
    public static int number(Map<String, Object> parent, String name, int otherwise) {
        var value = parent.get(name);
        return value == null ? otherwise : Integer.parseInt(String.valueOf(value));
    }
}
