package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the template's schedule does every week: the runner's functions stay ready by themselves, so it plays no schedule. */
@ExtendWith(RunningStack.class)
class KeepReadyTest {
    private final Runner runner;

    KeepReadyTest(Runner runner) {
        this.runner = runner;
    }

    @Test
    void everyFunctionTakesAnEventThatAsksForNothing() {
        var input = Json.object(scheduled());
        var names = (List<?>) Objects.requireNonNull(input.get("functions"));

        var answer = new Api(HttpClient.newHttpClient(), runner.lambda(), "")
                .send("POST", "/2015-03-31/functions/KeepReady/invocations", Json.write(input));

        assertThat(Json.object(answer.is(200).text()))
                .isEqualTo(Map.of(
                        "called", names.size(), "refused", List.of("AuthorizeSocket:live", "AddTokenClaims:live")));
    }

    private static String scheduled() {
        var template = Template.read(Path.of("../../template.yaml"));
        var events = template.functions().stream()
                .filter(function -> function.name().equals("KeepReady"))
                .findFirst()
                .orElseThrow()
                .events();
        var weekly = Template.object(Template.object(events, "Weekly"), "Properties");
        return new Deployment(template.parameters()).text(Objects.requireNonNull(weekly.get("Input")));
    }
}
