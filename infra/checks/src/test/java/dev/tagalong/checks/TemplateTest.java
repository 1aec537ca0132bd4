package dev.tagalong.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Holds template.yaml, the handlers, their sample events and the README to each other. */
class TemplateTest {
    private static final int MOST_RESOURCES = 450;
    private static final Path EVENTS = Template.ROOT.resolve("events");
    private static final Path README = Template.ROOT.resolve("README.md");
    private static final Pattern ROUTE_LINE =
            Pattern.compile("\\| *`?(GET|POST|PUT|DELETE|PATCH)`? *\\| *`?(/[^|` ]*)`? *\\| *`?(\\w+)`? *\\|.*");

    private final Template template = Template.read();

    private static List<JavaClass> handlers() {
        return new ClassFileImporter()
                .importPackages("dev.tagalong.handlers").stream()
                        .filter(found -> found.isAssignableTo(RequestHandler.class))
                        .filter(found -> !found.getModifiers().contains(JavaModifier.ABSTRACT))
                        .toList();
    }

    @Test
    void everyHandlerHasOneFunctionAndEveryFunctionItsHandler() {
        var named = template.functions().values().stream()
                .map(function -> function.text("Properties", "Handler"))
                .toList();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(handlers().stream()
                        .map(handler -> handler.getName() + "::handleRequest")
                        .toList());
    }

    @Test
    void aFunctionIsCalledAsItsHandler() {
        assertThat(template.functions())
                .allSatisfy((name, function) ->
                        assertThat(function.text("Properties", "Handler")).endsWith("." + name + "::handleRequest"));
    }

    @Test
    void lambdaCanMakeEveryHandler() {
        assertThat(handlers()).allSatisfy(handler -> {
            assertThat(handler.getModifiers()).contains(JavaModifier.PUBLIC, JavaModifier.FINAL);
            assertThat(handler.tryGetConstructor()).isPresent();
        });
    }

    @Test
    void everyFunctionBehindARouteExtendsTheEdge() {
        var edge = "dev.tagalong.handlers.http.HttpFunction";
        var routed = template.routes().stream().map(Template.Route::function).collect(Collectors.toSet());
        assertThat(handlers().stream().filter(handler -> routed.contains(handler.getSimpleName())))
                .hasSameSizeAs(routed)
                .allSatisfy(handler -> assertThat(handler.isAssignableTo(edge)).isTrue());
    }

    @Test
    void noRouteIsGivenTwice() {
        assertThat(template.routes().stream().map(route -> route.method() + " " + route.path()))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void everyFunctionHasTheSameEnvironment() {
        assertThat(template.functions().values())
                .allSatisfy(function ->
                        assertThat(function.at("Properties", "Environment")).isEmpty());
    }

    /** Lambda takes an input of 8,192 characters, and names of functions of 64. */
    @Test
    void everyFunctionWithASnapshotIsReachedEveryWeek() {
        var weekly = template.yaml().at("Resources", "KeepReady", "Properties", "Events", "Weekly", "Properties");
        var input = weekly.orElseThrow().text("Input");
        var withSnapshot = template.functions().entrySet().stream()
                .filter(function ->
                        function.getValue().at("Properties", "AutoPublishAlias").isEmpty())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(weekly.orElseThrow().text("Schedule")).isEqualTo("rate(7 days)");
        assertThat(Json.object(input))
                .containsOnlyKeys("functions")
                .extractingByKey("functions", InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrderElementsOf(withSnapshot.stream()
                        .map(name -> "${" + name + "}:live")
                        .toList());
        assertThat(input.replaceAll("\\$\\{\\w+}", "x".repeat(64))).hasSizeLessThan(8192);
    }

    @Test
    void everyWayIntoTheFailureBucketRaisesTheAlarm() {
        var alarm = template.yaml().at("Resources", "FailuresAlarm", "Properties", "Metrics");
        var watched = alarm.orElseThrow().items().stream()
                .flatMap(metric -> metric.at("MetricStat", "Metric").stream())
                .map(metric -> metric.text("MetricName") + " "
                        + metric.at("Dimensions")
                                .orElseThrow()
                                .items()
                                .getFirst()
                                .text("Value"));

        var asynchronous = template.functions().entrySet().stream()
                .filter(function -> function.getValue()
                        .at("Properties", "EventInvokeConfig", "DestinationConfig", "OnFailure")
                        .isPresent())
                .map(function -> "AsyncEventsDropped " + function.getKey());
        var streams = template.functions().entrySet().stream()
                .flatMap(function -> function.getValue().at("Properties", "Events").stream()
                        .flatMap(events -> events.fields().entrySet().stream())
                        .filter(event -> event.getValue()
                                .at("Properties", "DestinationConfig", "OnFailure")
                                .isPresent())
                        .map(event -> metrics(event.getValue()) + " " + function.getKey() + event.getKey()));
        assertThat(watched)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Stream.of("Invocations ArchiveDeadLetters"), asynchronous, streams)
                                .flatMap(each -> each)
                                .toList());
    }

    /** What counts the records that a mapping gave up; empty unless it is asked to count. */
    private static String metrics(Yaml mapping) {
        var counted = mapping.at("Properties", "MetricsConfig", "Metrics")
                .map(Yaml::items)
                .orElse(List.of());
        return counted.isEmpty() ? "" : "OnFailureDestinationDeliveredEventCount";
    }

    @Test
    void whatFailedOnceSharesItsTimeAndItsTriesWithNoOther() {
        var retry = template.yaml().at("Resources", "RetryFanOut", "Properties", "Events", "Queue", "Properties");
        assertThat(retry.map(queue -> queue.text("BatchSize"))).contains("1");
    }

    @Test
    void theRuntimeFollowsTheBuildsJavaRelease() {
        var release = Pattern.compile("<java.release>(\\d+)</java.release>").matcher(Template.read("pom.xml"));
        assertThat(release.find()).isTrue();
        assertThat(template.yaml().text("Globals", "Function", "Runtime")).isEqualTo("java" + release.group(1));
    }

    @Test
    void theStackStaysBelowCloudFormationsLimit() {
        assertThat(template.transformedResources()).isBetween(100, MOST_RESOURCES);
    }

    @Test
    void resourcesAreCountedAsTheTransformMakesThem() {
        var small = new Template(Yaml.parse("""
                Globals: {Function: {AutoPublishAlias: live}}
                Resources:
                  A:
                    Type: AWS::Serverless::Function
                    Properties: {Events: {R: {Type: HttpApi}}, EventInvokeConfig: {MaximumRetryAttempts: 2}}
                  H: {Type: AWS::Serverless::HttpApi}
                  W:
                    Type: AWS::Serverless::WebSocketApi
                    Properties: {Auth: {AuthType: CUSTOM}, Routes: {$connect: {}, $default: {}}}
                  T: {Type: AWS::DynamoDB::Table}
                """));
        assertThat(small.transformedResources()).isEqualTo(6 + 2 + 10 + 1);
    }

    @Test
    void everyFunctionHasAGoodAndARefusedSampleEvent() throws IOException {
        for (var function : template.functions().keySet()) {
            var folder = EVENTS.resolve(function);
            assertThat(folder).isDirectory();
            try (var files = Files.list(folder)) {
                var names = files.map(file -> file.getFileName().toString()).toList();
                assertThat(names).as(function).allMatch(name -> name.endsWith(".json"));
                assertThat(names).as(function).anyMatch(name -> name.startsWith("refused"));
                assertThat(names).as(function).anyMatch(name -> !name.startsWith("refused"));
            }
        }
    }

    @Test
    void noSampleEventIsOfAFunctionThatIsNotThere() throws IOException {
        try (var folders = Files.list(EVENTS)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .isSubsetOf(template.functions().keySet());
        }
    }

    @Test
    void theReadmesRouteTableIsTheTemplates() throws IOException {
        var table = Files.readAllLines(README).stream()
                .map(ROUTE_LINE::matcher)
                .filter(line -> line.matches())
                .map(line -> new Template.Route(line.group(1), line.group(2), line.group(3)))
                .toList();
        assertThat(table).containsExactlyInAnyOrderElementsOf(template.routes());
    }
}
