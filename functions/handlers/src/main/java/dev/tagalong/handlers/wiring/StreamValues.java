package dev.tagalong.handlers.wiring;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.HashMap;

/** Turns attribute values as Lambda's stream event has them into those of the SDK. */
final class StreamValues {
    private StreamValues() {}

    static software.amazon.awssdk.services.dynamodb.model.AttributeValue convert(AttributeValue value) {
        var builder = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
        if (value.getM() != null) {
            var map = new HashMap<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>();
            value.getM().forEach((name, inner) -> map.put(name, convert(inner)));
            return builder.m(map).build();
        }
        if (value.getL() != null) {
            return builder.l(value.getL().stream().map(StreamValues::convert).toList())
                    .build();
        }
        return builder.s(value.getS()).n(value.getN()).bool(value.getBOOL()).build();
    }
}
