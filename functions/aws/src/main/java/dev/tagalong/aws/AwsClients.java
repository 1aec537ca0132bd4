package dev.tagalong.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Builds the SDK's clients as Lambda wants them: credentials from where a function has them, the JDK's own HTTP client, which adds
 * least to a cold start, and short time limits. Endpoints come from AWS_ENDPOINT_URL_* by themselves.
 */
public final class AwsClients {
    private static final String KEPT_CONNECTIONS = "http.maxConnections";

    /** At once, of each client: a function uses three or four. */
    static final int MOST_REQUESTS = 200;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(8);
    private static final Duration INVOCATION = Duration.ofSeconds(65);

    static {
        // The JDK keeps five idle connections to a host, and a fan-out makes dozens of calls at once: each further one
        // would be a handshake. The property is read at the first request, hence here.
        if (System.getProperty(KEPT_CONNECTIONS) == null) {
            System.setProperty(KEPT_CONNECTIONS, "64");
        }
    }

    private AwsClients() {}

    /** A client of DynamoDB, which also tries again what is refused for a moment since a transaction has the item in hand. */
    public static DynamoDbClient dynamoDb() {
        return build(DynamoDbClient.builder()
                .overrideConfiguration(override -> override.retryStrategy((RetryStrategy.Builder<?, ?> retry) ->
                        retry.retryOnException(TransactionConflictException.class))));
    }

    /**
     * A client of API Gateway's @connections, which tries once: the SDK takes the 429 of a single client that does not keep
     * up for its own and would wait seconds for it, and every other socket with it.
     */
    public static ApiGatewayManagementApiClient sockets() {
        return build(ApiGatewayManagementApiClient.builder()
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    /**
     * A client of SES, which tries once: what is sent too fast goes faster still if it is tried again at once, and a mail
     * whose answer was lost would arrive twice.
     */
    public static SesClient ses() {
        return build(SesClient.builder()
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    /** A client of S3, with the bucket in the path, which every endpoint takes. */
    public static S3Client s3() {
        return build(S3Client.builder().forcePathStyle(true));
    }

    /** A client of SQS. */
    public static SqsClient sqs() {
        return build(SqsClient.builder());
    }

    /** A client of Lambda, which waits for as long as a function that it invokes may take, and tries once. */
    public static LambdaClient lambda() {
        var patient = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(INVOCATION)
                .build();
        return LambdaClient.builder()
                .credentialsProvider(credentials())
                .httpClient(patient)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder) {
        return builder.credentialsProvider(credentials()).httpClient(http()).build();
    }

    /** Functions have their keys in the environment; those that SnapStart restores ask a local endpoint for them instead. */
    private static AwsCredentialsProvider credentials() {
        return AwsCredentialsProviderChain.of(
                EnvironmentVariableCredentialsProvider.create(), ContainerCredentialsProvider.create());
    }

    private static SdkHttpClient http() {
        var client = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(READ)
                .build();
        return new LimitedHttpClient(client, MOST_REQUESTS);
    }
}
