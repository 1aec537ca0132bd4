package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;

/** What the functions behind a WebSocket route answer the gateway, which passes it on to the client of $connect only. */
final class Status {
    static final int OK = 200;
    static final int UNAUTHORIZED = 401;

    private Status() {}

    static APIGatewayV2WebSocketResponse of(int status) {
        var response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(status);
        return response;
    }
}
