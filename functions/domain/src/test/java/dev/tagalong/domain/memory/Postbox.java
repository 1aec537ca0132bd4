package dev.tagalong.domain.memory;

import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailQueue;
import dev.tagalong.domain.mail.Mailer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A mailer and its queue that remember what they were given. Thread-safe. */
public final class Postbox implements Mailer, MailQueue {
    private final Faults faults;
    private final List<Letter> sent = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Taking> refusals = new ArrayDeque<>();

    /** A postbox that fails when these faults say so. */
    public Postbox(Faults faults) {
        this.faults = faults;
    }

    @Override
    public synchronized Taking send(Letter letter) {
        faults.called();
        var refusal = refusals.poll();
        if (refusal != null) {
            return refusal;
        }
        sent.add(letter);
        return Taking.TAKEN;
    }

    /** Does not take the next letter. */
    public synchronized void refuse(Taking refusal) {
        refusals.add(refusal);
    }

    @Override
    public synchronized void schedule(MailKey key, Duration delay) {
        faults.called();
        calls.add(new Call(key, delay));
    }

    /** The letters, in the order in which they were sent. */
    public synchronized List<Letter> sent() {
        return List.copyOf(sent);
    }

    /** The calls for mail later. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** One call for mail later. */
    public record Call(MailKey key, Duration delay) {}
}
