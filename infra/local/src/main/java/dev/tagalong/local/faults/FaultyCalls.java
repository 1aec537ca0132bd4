package dev.tagalong.local.faults;

import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Stands in every AWS client of the functions' process and makes calls fail as they do on AWS: throttled, so that the SDK
 * tries again, cancelled by a conflict, or never returning because the process died before or after the call.
 */
public final class FaultyCalls implements ExecutionInterceptor {
    /** How each service that is throttled here says so, by the name that the SDK has for it. */
    private static final Map<String, String> THROTTLING =
            Map.of("DynamoDb", "ThrottlingException", "Sqs", "RequestThrottled", "SES", "Throttling");

    private static final int BAD_REQUEST = 400;

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var invocation = Invocation.current();
        if (invocation != null) {
            var operation = operation(attributes);
            invocation.step("before " + operation);
            if (context.request() instanceof TransactWriteItemsRequest transaction
                    && invocation.meets(Fault.CONFLICT, operation)) {
                throw conflict(transaction);
            }
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var invocation = Invocation.current();
        if (invocation != null) {
            var operation = operation(attributes);
            if (writesOne(context.request()) && invocation.meets(Fault.CONFLICT, operation)) {
                throw conflict();
            }
            var code = THROTTLING.get(String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)));
            if (code != null && invocation.meets(Fault.THROTTLE, operation)) {
                throw throttling(code);
            }
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var invocation = Invocation.current();
        if (invocation != null) {
            invocation.step("after " + operation(attributes));
        }
    }

    private static AwsServiceException throttling(String code) {
        return AwsServiceException.builder()
                .message("Rate exceeded")
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details(code))
                .build();
    }

    private static AwsServiceException conflict() {
        return TransactionConflictException.builder()
                .message("Transaction is ongoing for the item")
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("TransactionConflictException"))
                .build();
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder().errorCode(code).build();
    }

    private static boolean writesOne(SdkRequest request) {
        return request instanceof PutItemRequest
                || request instanceof UpdateItemRequest
                || request instanceof DeleteItemRequest;
    }

    private static String operation(ExecutionAttributes attributes) {
        return String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }

    private static TransactionCanceledException conflict(TransactWriteItemsRequest transaction) {
        var conflict = CancellationReason.builder().code("TransactionConflict").build();
        return TransactionCanceledException.builder()
                .message("Transaction cancelled")
                .statusCode(BAD_REQUEST)
                .cancellationReasons(transaction.transactItems().stream()
                        .map(item -> conflict)
                        .toList())
                .build();
    }
}
