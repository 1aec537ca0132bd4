package dev.tagalong.aws;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Makes at most so many requests at once; further ones wait for their turn. Lambda gives a function 1,024 file descriptors, and
 * a batch of the stream with many followers would ask for thousands of connections.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
 */
final class LimitedHttpClient implements SdkHttpClient {
    private final SdkHttpClient client;
    private final Semaphore permits;

    LimitedHttpClient(SdkHttpClient client, int most) {
        this.client = client;
        this.permits = new Semaphore(most);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = client.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                permits.acquireUninterruptibly();
                try {
                    return prepared.call();
                } finally {
                    permits.release();
                }
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }
}
