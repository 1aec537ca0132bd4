package dev.tagalong.aws.lambda;

import dev.tagalong.domain.archive.TriggeredFunctions;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Functions that AWS calls by itself, invoked directly. */
public final class LambdaFunctions implements TriggeredFunctions {
    private final LambdaClient client;

    public LambdaFunctions(LambdaClient client) {
        this.client = client;
    }

    @Override
    public String invoke(String function, String event) {
        var answer = client.invoke(request -> request.functionName(function).payload(SdkBytes.fromUtf8String(event)));
        var payload = answer.payload().asUtf8String();
        if (answer.functionError() != null) {
            throw new IllegalStateException(function + " failed: " + payload);
        }
        return payload;
    }
}
