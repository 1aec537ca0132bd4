package dev.tagalong.local.wire;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** What API Gateway itself answers, before or instead of a function: what its status is called, in JSON. */
public final class GatewayErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var message = Json.write(Json.of("message", HttpStatus.getMessage(response.getStatus())));
        response.getHeaders().put("content-type", "application/json; charset=utf-8");
        response.write(true, BufferUtil.toBuffer(message, StandardCharsets.UTF_8), callback);
        return true;
    }
}
