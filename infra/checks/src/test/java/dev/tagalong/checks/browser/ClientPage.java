package dev.tagalong.checks.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A page that has nothing but the modules of the client, as they are in its folder, and can import others of the agent UI.
 * Its clock stands still, its sockets lead here, and so do its calls.
 */
final class ClientPage implements AutoCloseable {
    /** Makes an Api, which is window.api. */
    static final String API =
            "window.api = new Api({ url: '', token: () => 'token', onUnauthenticated: () => (window.signedOut = true) });";

    /** Makes one with a LiveSocket, which is window.socket and not open yet; window.states and window.connections tell of it. */
    static final String SOCKET = API
            + "window.states = []; window.connections = 0;"
            + "window.socket = new LiveSocket({ url: 'wss://sockets.test/', ticket: () => api.socketTicket() });"
            + "socket.on('state', (state) => states.push(state)); socket.on('connected', () => connections++);";

    private static final Path FOLDER = Path.of("../agent-ui/src");
    private static final String ORIGIN = "https://client.test";

    private final BrowserContext context;
    private final Page page;
    private final List<String> calls = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<WebSocketRoute> sockets = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Function<Request, String> answers = request -> "{}";
    private boolean takesSockets = true;

    ClientPage(Chromium chromium) {
        context = chromium.browser().newContext();
        page = context.newPage();
        page.route(ORIGIN + "/**", this::serve);
        page.routeWebSocket("wss://sockets.test/**", this::connect);
        page.clock().install();
        page.navigate(ORIGIN + "/");
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        page.evaluate("import('/client/index.js').then((module) => Object.assign(window, module))");
    }

    private void serve(Route route) {
        var path = route.request().url().substring(ORIGIN.length());
        if (path.equals("/")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>"));
        } else if (path.startsWith("/api/")) {
            var body = route.request().postData();
            calls.add(route.request().method() + " " + path.substring("/api/v1".length())
                    + (body == null ? "" : " " + body));
            Optional.ofNullable(route.request().headerValue("idempotency-key")).ifPresent(keys::add);
            answer(route, answers.apply(route.request()));
        } else {
            route.fulfill(new Route.FulfillOptions().setPath(FOLDER.resolve(path.substring(1))));
        }
    }

    private static void answer(Route route, String data) {
        switch (data) {
            case "none" -> route.abort();
            case "never" -> {}
            case "404", "503" ->
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(Integer.parseInt(data))
                        .setBody("{\"data\":{\"type\":\"AnError\",\"message\":\"refused\"}}"));
            default ->
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"data\":" + data + "}"));
        }
    }

    private void connect(WebSocketRoute socket) {
        sockets.add(socket);
        if (takesSockets) {
            socket.onMessage(frame -> said.add(frame.text()));
        } else {
            socket.close();
        }
    }

    /** Answers calls with those data from now on; "never" not at all, "none" with nothing, "404" and "503" with a refusal. */
    void answers(Function<Request, String> given) {
        answers = given;
    }

    /** Whether sockets are let open from now on. */
    void takesSockets(boolean taken) {
        takesSockets = taken;
    }

    /** Runs a script in the page; what it gives, awaited. */
    Object run(String script) {
        return page.evaluate(script);
    }

    /** Lets that much time go by, with everything that was to happen in it. */
    void pass(Duration time) {
        page.clock().runFor(time.toMillis());
    }

    /** Waits until a script gives something true; the clock stands still. */
    void await(String condition) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(condition)));
    }

    /** The calls so far. */
    List<String> calls() {
        return calls;
    }

    /** Waits until so many calls were made. */
    void awaitCalls(int count) {
        page.waitForCondition(() -> calls.size() == count);
    }

    /** The keys under which they may be repeated. */
    Set<String> keys() {
        return keys;
    }

    /** The sockets so far, open or not. */
    List<WebSocketRoute> sockets() {
        return sockets;
    }

    /** What was said over all of them. */
    List<String> said() {
        return said;
    }

    /** Waits until so much was said. */
    void awaitSaid(int count) {
        page.waitForCondition(() -> said.size() == count);
    }

    /** Waits until so many sockets were opened. */
    WebSocketRoute socket(int count) {
        page.waitForCondition(() -> sockets.size() == count);
        return sockets.getLast();
    }

    @Override
    public void close() {
        context.close();
    }
}
