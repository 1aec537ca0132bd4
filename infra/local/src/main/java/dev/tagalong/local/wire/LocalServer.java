package dev.tagalong.local.wire;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/**
 * The JDK's HTTP server on a free port of 127.0.0.1. It never ends an idle connection before its client does: by default it
 * would after 30 seconds, which is when the JDK's client stops using one, and whoever met that moment had their request lost.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/api/jdk.httpserver/module-summary.html">jdk.httpserver</a>
 */
public final class LocalServer {
    private static final int BACKLOG = 1024;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    }

    private LocalServer() {}

    /** Opens it; it listens when it is started. */
    public static HttpServer open(Executor executor) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(executor);
        return server;
    }
}
