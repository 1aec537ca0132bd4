package dev.tagalong.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;

/** Loads handler classes as Lambda's Java runtime does. */
public final class Handlers {
    private Handlers() {}

    /** A handler with its JSON on both sides. */
    interface Loaded {
        /** Reads an event, handles it and writes the answer. */
        void handle(InputStream event, OutputStream answer, Context context);
    }

    static Loaded load(String className) {
        try {
            var type = Class.forName(className);
            var handler = type.getConstructor().newInstance();
            if (!(handler instanceof RequestHandler<?, ?> request)) {
                throw new IllegalArgumentException(className + " is no RequestHandler");
            }
            var arguments = arguments(type);
            return loaded(request, serializer(arguments[0]), serializer(arguments[1]));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalArgumentException("the handler " + className + " cannot be loaded", broken);
        }
    }

    @SuppressWarnings("unchecked")
    private static <I, O> Loaded loaded(
            RequestHandler<?, ?> handler, PojoSerializer<Object> input, PojoSerializer<Object> output) {
        var typed = (RequestHandler<I, O>) handler;
        return (event, answer, context) ->
                output.toJson(typed.handleRequest((I) input.fromJson(event), context), answer);
    }

    private static Type[] arguments(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            var found = Arrays.stream(at.getGenericInterfaces())
                    .filter(each -> each instanceof ParameterizedType parameterized
                            && parameterized.getRawType() == RequestHandler.class)
                    .findFirst();
            if (found.isPresent()) {
                return ((ParameterizedType) found.get()).getActualTypeArguments();
            }
        }
        throw new IllegalArgumentException(type.getName() + " does not say what it handles");
    }

    /** The type of a handler's events. */
    public static Type eventType(Class<?> handler) {
        return arguments(handler)[0];
    }

    /** How the events of a handler are read and written: by AWS's own serialization. */
    public static PojoSerializer<Object> events(Class<?> handler) {
        return serializer(eventType(handler));
    }

    @SuppressWarnings("unchecked")
    private static PojoSerializer<Object> serializer(Type type) {
        if (type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
            return (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(event, event.getClassLoader());
        }
        return JacksonFactory.getInstance().getSerializer(type);
    }

    @SuppressWarnings("unchecked")
    static PojoSerializer<Map<String, Object>> map() {
        return (PojoSerializer<Map<String, Object>>)
                (PojoSerializer<?>) JacksonFactory.getInstance().getSerializer(Map.class);
    }
}
