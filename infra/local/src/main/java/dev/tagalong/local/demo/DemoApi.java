package dev.tagalong.local.demo;

import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The HTTP API, as its owner calls it. */
final class DemoApi {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI http;
    private final String token;

    DemoApi(URI http, String token) {
        this.http = http;
        this.token = token;
    }

    /** Makes something and gives it as the API answers it. */
    Map<String, Object> create(String path, Map<String, Object> body) {
        return Template.object(send("POST", path, body), "data");
    }

    /** Changes something. */
    void change(String path, Map<String, Object> body) {
        send("PUT", path, body);
    }

    static int id(Map<String, Object> made) {
        return Template.number(made, "id", 0);
    }

    private Map<String, Object> send(String method, String path, Map<String, Object> body) {
        var request = HttpRequest.newBuilder(http.resolve(path))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return Json.object(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo was loaded", interrupted);
        }
    }
}
