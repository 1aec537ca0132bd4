package dev.tagalong.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A function that answers how much time it has, or never if it is told to sleep. */
public final class Sleeper implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        while (event.containsKey("sleep")) {
            LockSupport.park();
        }
        return Map.of("left", context.getRemainingTimeInMillis());
    }
}
