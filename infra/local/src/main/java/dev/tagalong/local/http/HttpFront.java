package dev.tagalong.local.http;

import dev.tagalong.local.StartFailure;
import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.GatewayErrors;
import dev.tagalong.local.wire.Json;
import dev.tagalong.local.wire.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The HTTP API on a port of 127.0.0.1: finds the route, hands the request to its function, and answers.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">Quotas of HTTP APIs</a>
 */
public final class HttpFront implements AutoCloseable {
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    /** Of the request's first line and its headers together. */
    private static final int MOST_HEADER_BYTES = 10_240;

    /** Longer than clients keep a connection that they do not use, so that it is they who end it. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    /** For calls that are under way when it is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What this machine is called by whoever means it. */
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;

    private HttpFront(int port) {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(MOST_HEADER_BYTES);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setStopTimeout(PATIENCE.toMillis());
        server.setErrorHandler(new GatewayErrors());
    }

    /** Takes the port, so that it is known before anything answers; throws StartFailure if it is taken. */
    public static HttpFront prepare(int port) {
        var front = new HttpFront(port);
        try {
            front.connector.open();
        } catch (IOException taken) {
            throw taken(port, "--port", taken);
        }
        return front;
    }

    /** Answers from now on: with a file of the site where it has one, else with a page or a function. */
    public void serve(Handler site, Routes routes, Functions functions, Map<String, LocalPage> pages) {
        server.setHandler(new GracefulHandler(new Handler.Sequence(site, new Gateway(routes, functions, pages))));
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the HTTP API does not start", failed);
        }
    }

    /** Why a port cannot be had, in one sentence. */
    public static RuntimeException taken(int port, String option, IOException cause) {
        return cause instanceof BindException || cause.getCause() instanceof BindException
                ? new StartFailure("Port " + port + " is taken: choose another with " + option + ", or 0 for any.")
                : new UncheckedIOException(cause);
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    /** Takes no more calls, and ends when those that it took are answered; what takes longer than ten seconds is cut off. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException outOfPatience) {
            // It has stopped all the same.
        } catch (Exception failed) {
            throw new IllegalStateException("the HTTP API does not stop", failed);
        } finally {
            connector.close();
        }
    }

    private static final class Gateway extends Handler.Abstract {
        private final Routes routes;
        private final Functions functions;
        private final Map<String, LocalPage> pages;

        Gateway(Routes routes, Functions functions, Map<String, LocalPage> pages) {
            this.routes = routes;
            this.functions = functions;
            this.pages = pages;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            var body = read(request);
            if (body.length > MOST_BYTES) {
                send(response, callback, 413, "{\"message\":\"Request Entity Too Large\"}");
                return true;
            }
            var path = String.valueOf(request.getHttpURI().getPath());
            var page = pages.get(request.getMethod() + " " + path);
            if (page != null && !isOfThisMachine(request)) {
                send(response, callback, 403, "{\"error\":\"only for this machine: call 127.0.0.1 or localhost\"}");
                return true;
            }
            if (page != null) {
                var answer = page.answer(Query.of(request), SdkBytes.fromByteArray(body));
                send(response, callback, answer.status(), answer.json());
                return true;
            }
            invoke(request, response, callback, body);
            return true;
        }

        /**
         * Whether no page of another site asks, whose name may have been made to mean this machine, too: the helpers of the
         * runner ask for no token.
         */
        private static boolean isOfThisMachine(Request request) {
            var foreign = "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"));
            return !foreign && NAMES.contains(Request.getServerName(request));
        }

        private static byte[] read(Request request) throws IOException {
            try (var stream = Content.Source.asInputStream(request)) {
                return stream.readNBytes(MOST_BYTES + 1);
            }
        }

        private void invoke(Request request, Response response, Callback callback, byte[] body) {
            var path = String.valueOf(request.getHttpURI().getPath());
            var match = routes.match(request.getMethod(), path);
            var invocation = functions.invoke(match.function(), HttpEvents.of(request, body, match));
            if (invocation.failed()) {
                send(response, callback, 500, "{\"message\":\"Internal Server Error\"}");
                return;
            }
            var answer = Json.object(invocation.payload());
            response.setStatus(Template.number(answer, "statusCode", 200));
            Template.object(answer, "headers")
                    .forEach((name, value) -> response.getHeaders().put(name, String.valueOf(value)));
            Template.list(answer, "cookies")
                    .forEach(cookie -> response.getHeaders().add("set-cookie", String.valueOf(cookie)));
            write(response, callback, content(answer));
        }

        private static byte[] content(Map<String, Object> answer) {
            var text = answer.get("body") instanceof String given ? given : "";
            return Boolean.TRUE.equals(answer.get("isBase64Encoded"))
                    ? Base64.getDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
        }

        private static void send(Response response, Callback callback, int status, String json) {
            response.setStatus(status);
            response.getHeaders().put("content-type", "application/json; charset=utf-8");
            write(response, callback, json.getBytes(StandardCharsets.UTF_8));
        }

        private static void write(Response response, Callback callback, byte[] content) {
            response.getHeaders().put("content-length", content.length);
            response.write(true, BufferUtil.toBuffer(content), callback);
        }
    }
}
