package dev.tagalong.checks.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of the agent UI as they come over HTTP. */
@ExtendWith(RunningStack.class)
class ServedFilesTest {
    private static final Pattern SCRIPT = Pattern.compile("app\\.[0-9a-f]{12}\\.js");
    private static final int MOST_BYTES = 100_000;

    private final URI http;
    private final HttpClient client = HttpClient.newHttpClient();

    ServedFilesTest(Runner runner) {
        http = runner.http();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(http.resolve(path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private String script() throws IOException, InterruptedException {
        var page = SCRIPT.matcher(new String(get("/ui/").body(), UTF_8));
        assertThat(page.find()).isTrue();
        return page.group();
    }

    @Test
    void thePageIsAskedForAnewAndMayRunItsOwnScriptsOnly() throws Exception {
        var page = get("/ui/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "content-type")).startsWith("text/html");
        assertThat(header(page, "cache-control")).isEqualTo("no-store");
        assertThat(header(page, "content-security-policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void theScriptIsKeptForEverAndSmall() throws Exception {
        var script = get("/ui/" + script());

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(header(script, "content-type")).startsWith("text/javascript");
        assertThat(header(script, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
        var compressed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(compressed)) {
            zip.write(script.body());
        }
        assertThat(compressed.size()).isLessThan(MOST_BYTES);
    }

    @Test
    void withoutTheSlashOneIsSentOn() throws Exception {
        var moved = get("/ui");

        assertThat(moved.statusCode()).isBetween(301, 302);
        assertThat(header(moved, "location")).endsWith("/ui/");
    }

    @Test
    void nothingBesideTheFilesIsServed() throws Exception {
        assertThat(get("/ui/unknown.js").statusCode()).isEqualTo(404);
        assertThat(get("/ui/../template.yaml").statusCode()).isEqualTo(404);
        assertThat(get("/ui/%2e%2e/dev/tagalong/local/Main.class").statusCode()).isIn(400, 404);
        assertThat(get("/ui/..%2fdev/tagalong/local/Main.class").statusCode()).isIn(400, 404);
    }
}
