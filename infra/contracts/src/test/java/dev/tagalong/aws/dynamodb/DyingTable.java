package dev.tagalong.aws.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table as a worker has it that dies: so many calls reach it, and none after them. */
final class DyingTable {
    private final AtomicInteger left = new AtomicInteger();
    private final Table table;

    DyingTable(Table real) {
        var client = (DynamoDbClient) Proxy.newProxyInstance(
                DyingTable.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (left.getAndDecrement() <= 0) {
                        throw new Killed();
                    }
                    try {
                        return method.invoke(real.client(), arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        this.table = new Table(client, real.name(), new JitteredPause(new SecureRandom()));
    }

    Table table() {
        return table;
    }

    /** Whether the work dies of it when that many calls may reach the table; whatever else ends it is thrown on. */
    boolean kills(int calls, Runnable work) {
        left.set(calls);
        try {
            work.run();
            return false;
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof Killed) {
                    return true;
                }
            }
            throw failed;
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("the worker was killed");
        }
    }
}
