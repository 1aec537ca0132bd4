package dev.tagalong.local.permissions;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Stands in every AWS client of the process and holds its requests to the permissions of the function that makes them.
 * The SDK finds it by the resource software/amazon/awssdk/global/handlers/execution.interceptors.
 */
public final class PermissionCheck implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Permissions.check(() ->
                ServiceCalls.of(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), context.request()));
    }
}
