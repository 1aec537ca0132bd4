package dev.tagalong.local.websocket;

import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.http.HttpFront;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.GatewayErrors;
import dev.tagalong.local.wire.Json;
import dev.tagalong.local.wire.Loopback;
import dev.tagalong.local.wire.Query;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket API on a port of 127.0.0.1, with the limits of API Gateway, and its @connections on another.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">Quotas
 *     of WebSocket APIs</a>
 */
public final class SocketFront implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LIFETIME = Duration.ofHours(2);
    /** Small, so that a client that does not read is noticed as soon as its buffer here is full. */
    private static final int SEND_BUFFER = 64 * 1024;

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;
    private final OpenSockets sockets;
    private final Loopback connections;
    private final SecureRandom random = new SecureRandom();

    private SocketFront(int port, Faults faults) {
        this.sockets = new OpenSockets(LIFETIME);
        this.connections = Loopback.start(new ConnectionsApi(sockets, faults)::answer);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        server.addConnector(connector);
        server.setErrorHandler(new GatewayErrors());
    }

    /** Opens @connections and takes the API's port; throws StartFailure if it is taken. */
    public static SocketFront prepare(int port, Faults faults) {
        var front = new SocketFront(port, faults);
        try {
            front.connector.open();
        } catch (IOException taken) {
            throw HttpFront.taken(port, "--ws-port", taken);
        }
        return front;
    }

    /** Answers from now on. */
    public void listen(SocketApi api, Functions functions) {
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(IDLE);
            container.setMaxTextMessageSize(OpenSockets.MOST_BYTES);
            container.setMaxFrameSize(OpenSockets.MOST_FRAME_BYTES);
            container.setAutoFragment(false);
            container.addMapping(
                    "/*", (request, response, callback) -> upgrade(api, functions, request, response, callback));
        }));
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the WebSocket API does not start", failed);
        }
    }

    private @Nullable Object upgrade(
            SocketApi api,
            Functions functions,
            ServerUpgradeRequest request,
            ServerUpgradeResponse response,
            Callback callback) {
        var id = id();
        var events = new SocketEvents(api.stage(), id, System.currentTimeMillis(), headers(request), Query.of(request));
        var authorized = functions.invoke(api.authorizer(), events.authorize());
        var status = Authorizations.status(authorized);
        if (status != 200) {
            Response.writeError(request, response, callback, status);
            return null;
        }
        var authorizer = Authorizations.context(authorized);
        var connected = functions.invoke(api.connect(), events.connect(authorizer));
        var answer = connected.failed() ? Map.<String, Object>of() : Json.object(connected.payload());
        int refused = connected.failed() ? 500 : Template.number(answer, "statusCode", 200);
        if (refused >= 300) {
            Response.writeError(request, response, callback, refused);
            return null;
        }
        sockets.expect(id);
        Template.object(answer, "headers").forEach((name, value) -> {
            if (name.equalsIgnoreCase("Sec-WebSocket-Protocol")) {
                response.setAcceptedSubProtocol(String.valueOf(value));
            }
        });
        return new SocketEndpoint(new SocketEndpoint.Route(api, functions, events, authorizer), sockets);
    }

    private String id() {
        var bytes = new byte[11];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static Map<String, List<String>> headers(ServerUpgradeRequest request) {
        return request.getHeaders().stream()
                .collect(Collectors.groupingBy(
                        HttpField::getName,
                        LinkedHashMap::new,
                        Collectors.mapping(field -> String.valueOf(field.getValue()), Collectors.toList())));
    }

    /** Where clients connect. */
    public String url() {
        return "ws://127.0.0.1:" + connector.getLocalPort();
    }

    /** Where functions post, without a slash at the end. */
    public String connectionsUrl() {
        return connections.url();
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception failed) {
            throw new IllegalStateException("the WebSocket API does not stop", failed);
        } finally {
            connections.close();
        }
    }
}
