package dev.tagalong.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** template.yaml, which is the only list of functions and routes. */
public record Template(Yaml yaml) {
    /** The root of the repository. */
    public static final Path ROOT = Path.of("..", "..");

    private static final String FUNCTION = "AWS::Serverless::Function";

    /** Reads it. */
    public static Template read() {
        return new Template(Yaml.parse(read("template.yaml")));
    }

    /** The text of a file of the repository. */
    public static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Map<String, Yaml> resources() {
        return yaml.at("Resources").orElseThrow().fields();
    }

    /** The functions by their logical ids. */
    Map<String, Yaml> functions() {
        return resources().entrySet().stream()
                .filter(entry -> entry.getValue().text("Type").equals(FUNCTION))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every HTTP route but the one for unknown paths. */
    public List<Route> routes() {
        return functions().entrySet().stream()
                .flatMap(function -> events(function.getValue()).stream()
                        .filter(event -> event.text("Type").equals("HttpApi"))
                        .filter(event -> !event.text("Properties", "Path").isEmpty())
                        .filter(event -> !event.text("Properties", "Path").equals("$default"))
                        .map(event -> new Route(
                                event.text("Properties", "Method"),
                                event.text("Properties", "Path"),
                                function.getKey())))
                .toList();
    }

    /** The events that call a function. */
    static List<Yaml> events(Yaml function) {
        return function.at("Properties", "Events")
                .map(events -> List.copyOf(events.fields().values()))
                .orElse(List.of());
    }

    /** How many resources CloudFormation gets after the SAM transform; docs/checks.md says how that was verified. */
    int transformedResources() {
        return resources().values().stream()
                .mapToInt(resource -> switch (resource.text("Type")) {
                    case FUNCTION -> transformedFunction(resource);
                    case "AWS::Serverless::HttpApi" -> 2;
                    case "AWS::Serverless::WebSocketApi" -> transformedSocketApi(resource);
                    default -> 1;
                })
                .sum();
    }

    private int transformedFunction(Yaml function) {
        int role = function.at("Properties", "Role").isPresent() ? 0 : 1;
        boolean isPublished = yaml.at("Globals", "Function", "AutoPublishAlias").isPresent()
                && function.at("Properties", "AutoPublishAlias").isEmpty();
        int versionAndAlias = isPublished ? 2 : 0;
        int eventInvokeConfig = function.at("Properties", "EventInvokeConfig").isPresent() ? 1 : 0;
        return 1
                + role
                + versionAndAlias
                + eventInvokeConfig
                + events(function).stream().mapToInt(Template::transformedEvent).sum();
    }

    private static int transformedEvent(Yaml event) {
        return switch (event.text("Type")) {
            case "HttpApi", "SQS", "DynamoDB", "S3" -> 1;
            case "Schedule", "ScheduleV2", "SNS", "EventBridgeRule" -> 2;
            default -> throw new IllegalArgumentException("not counted yet: events of type " + event.text("Type"));
        };
    }

    private static int transformedSocketApi(Yaml api) {
        int routes = api.at("Properties", "Routes")
                .map(found -> found.fields().size())
                .orElse(0);
        int authorizer = api.at("Properties", "Auth").isPresent() ? 2 : 0;
        return 2 + 3 * routes + authorizer;
    }

    /** One HTTP route. */
    public record Route(String method, String path, String function) {}
}
