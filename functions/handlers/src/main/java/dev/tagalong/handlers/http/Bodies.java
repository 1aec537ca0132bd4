package dev.tagalong.handlers.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads request bodies, which API Gateway hands over as text or in base64. */
final class Bodies {
    /** The most bytes that a body may have. */
    static final int MOST = 256 * 1024;

    private Bodies() {}

    static String read(APIGatewayV2HTTPEvent event) {
        var body = event.getBody();
        if (body == null) {
            return "";
        }
        if (!event.getIsBase64Encoded()) {
            return body;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(body));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException | IllegalArgumentException notText) {
            throw new BadInput("body", "must be UTF-8");
        }
    }

    /** Whether the body has more bytes than it may. */
    static boolean isTooLarge(APIGatewayV2HTTPEvent event) {
        var body = event.getBody();
        if (body == null || body.length() <= MOST / 3) {
            return false;
        }
        return event.getIsBase64Encoded()
                ? body.length() / 4L * 3 - padding(body) > MOST
                : body.getBytes(StandardCharsets.UTF_8).length > MOST;
    }

    private static int padding(String base64) {
        return base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    }
}
