package dev.tagalong.aws.dynamodb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The requests that a client sent, each once however often the SDK tried. */
final class RecordedCalls implements ExecutionInterceptor {
    private final List<SdkRequest> requests = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        requests.add(context.request());
    }

    List<SdkRequest> requests() {
        return List.copyOf(requests);
    }

    void forget() {
        requests.clear();
    }
}
