package dev.tagalong.local.ui;

import java.net.URL;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The files of the agent UI under /ui/, with the headers that infra/agent-ui.yaml sets on AWS. What has a hash in its name
 * is kept for ever, the rest not at all: in a reproducible jar every build is of the same time, and so no page is known as new.
 */
public final class AgentUi extends Handler.Wrapper {
    private static final String PATH = "/ui";
    private static final Pattern HASHED = Pattern.compile(".*\\.[0-9a-f]{12}\\.[a-z]+");

    private final String policy;

    private AgentUi(Handler files, String policy) {
        super(files);
        this.policy = policy;
    }

    /**
     * The files on the class path.
     *
     * @param webSocketUrl where the page may open sockets beside its own origin
     */
    public static Handler on(String webSocketUrl) {
        var files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(files).newResource(root()));
        files.setDirAllowed(false);
        return new ContextHandler(new AgentUi(files, policy(webSocketUrl)), PATH);
    }

    private static String policy(String webSocketUrl) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' https:",
                "connect-src 'self' " + webSocketUrl,
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html");
    }

    private static URL root() {
        var root = AgentUi.class.getResource(PATH + "/");
        if (root == null) {
            throw new IllegalStateException("the agent UI is not on the class path");
        }
        return root;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var headers = response.getHeaders();
        var hashed = HASHED.matcher(Request.getPathInContext(request)).matches();
        headers.put(HttpHeader.CACHE_CONTROL, hashed ? "public, max-age=31536000, immutable" : "no-store");
        headers.put("content-security-policy", policy);
        headers.put("referrer-policy", "no-referrer");
        headers.put("x-content-type-options", "nosniff");
        return super.handle(request, response, callback);
    }
}
