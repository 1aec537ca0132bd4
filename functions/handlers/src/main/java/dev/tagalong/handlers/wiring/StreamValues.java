package dev.tagalong.handlers.wiring;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.HashMap;
import java.util.Map;

/** Turns attribute values as Lambda's stream event has them into those of the SDK. */
final class StreamValues {
    private StreamValues() {}

    static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> convert(
            Map<String, AttributeValue> image) {
        var attributes = new HashMap<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>();
        image.forEach((name, value) -> attributes.put(name, convert(value)));
        return attributes;
    }

    static software.amazon.awssdk.services.dynamodb.model.AttributeValue convert(AttributeValue value) {
        var builder = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
        if (value.getM() != null) {
            return builder.m(convert(value.getM())).build();
        }
        if (value.getL() != null) {
            return builder.l(value.getL().stream().map(StreamValues::convert).toList())
                    .build();
        }
        return builder.s(value.getS()).n(value.getN()).bool(value.getBOOL()).build();
    }
}
