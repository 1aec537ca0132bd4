package dev.tagalong.aws.websocket;

import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Sockets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/**
 * Posts through API Gateway's @connections, all sockets at once. 410 means that a socket is gone; 429 that its client does
 * not keep up or the account calls too fast, which is tried a few times more, as are faults of the gateway; closing, too. The
 * client given must not try again by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">
 *     Use &#64;connections commands</a>
 */
public final class ApiGatewaySockets implements Sockets {
    private static final int PERMITS = 64;
    private static final int TRIES = 4;
    private static final long LONGEST_PAUSE = 100_000_000L;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_FAULT = 500;

    private final ApiGatewayManagementApiClient client;
    private final RandomGenerator random;

    public ApiGatewaySockets(ApiGatewayManagementApiClient client, RandomGenerator random) {
        this.client = client;
        this.random = random;
    }

    @Override
    public Map<ConnectionId, Delivery> post(Set<ConnectionId> connections, String text) {
        var data = SdkBytes.fromUtf8String(text);
        var permits = new Semaphore(PERMITS);
        var started = new HashMap<ConnectionId, Future<Delivery>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            connections.forEach(connection -> started.put(connection, executor.submit(() -> {
                permits.acquire();
                try {
                    return post(connection, data);
                } finally {
                    permits.release();
                }
            })));
        }
        var deliveries = new HashMap<ConnectionId, Delivery>();
        started.forEach((connection, future) -> deliveries.put(connection, result(future)));
        return deliveries;
    }

    private Delivery post(ConnectionId connection, SdkBytes data) {
        try {
            call(() -> client.postToConnection(
                    request -> request.connectionId(connection.value()).data(data)));
            return new Delivery.Delivered();
        } catch (GoneException gone) {
            return new Delivery.Gone();
        } catch (SdkException failed) {
            return isTooMuch(failed) ? new Delivery.Slow() : new Delivery.Failed(failed);
        }
    }

    /** Calls the gateway until it answers well, a few times at most; throws what it said the last time. */
    private void call(Runnable call) {
        for (int tried = 1; ; tried++) {
            try {
                call.run();
                return;
            } catch (SdkException failed) {
                if (tried == TRIES || !mayPass(failed)) {
                    throw failed;
                }
                LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE));
            }
        }
    }

    private static boolean isTooMuch(SdkException failed) {
        return failed instanceof SdkServiceException service && service.statusCode() == TOO_MANY_REQUESTS;
    }

    /** Whether trying again may help: too many calls, a lost connection, a fault of the gateway; not a call that is wrong. */
    private static boolean mayPass(SdkException failed) {
        return !(failed instanceof SdkServiceException service)
                || isTooMuch(failed)
                || service.statusCode() >= SERVER_FAULT;
    }

    private static Delivery result(Future<Delivery> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while posting", interrupted);
        } catch (ExecutionException failed) {
            return new Delivery.Failed(new IllegalStateException("a frame could not be posted", failed.getCause()));
        }
    }

    @Override
    public void close(ConnectionId connection) {
        try {
            call(() -> client.deleteConnection(request -> request.connectionId(connection.value())));
        } catch (GoneException gone) {
            // It is closed already, which is what was wanted.
        }
    }
}
