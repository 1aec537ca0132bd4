package dev.tagalong.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts the sockets that got the message that is under way, and how long each took. */
final class Deliveries {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch missing = new CountDownLatch(0);
    private volatile String text = "";
    private volatile long sentAt;

    void expect(String message, int sockets) {
        text = "\"content\":\"" + message + "\"";
        missing = new CountDownLatch(sockets);
        sentAt = System.nanoTime();
    }

    void received(String frame) {
        if (frame.startsWith("{\"type\":\"new_message\"") && frame.contains(text)) {
            nanos.add(System.nanoTime() - sentAt);
            missing.countDown();
        }
    }

    boolean await(long time, TimeUnit unit) throws InterruptedException {
        return missing.await(time, unit);
    }

    void forget() {
        nanos.clear();
    }

    long[] nanos() {
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }
}
