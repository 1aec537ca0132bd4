package dev.tagalong.domain.mail;

import java.time.Duration;

/**
 * How fast an account may send, shared among workers that know nothing of each other. Each of them gets as many whole mails
 * a second as all of them may, so that no second sees more than the account's rate. An account that may send one a second,
 * as in SES's sandbox, has two workers at least, since SQS calls no fewer: then the rate holds on average, and what comes
 * too fast is put off.
 *
 * @param mailsPerSecond 1 or more
 * @param workers at most the rate, or 2
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html">Sending quotas of SES</a>
 */
public record SendRate(int mailsPerSecond, int workers) {
    private static final int FEWEST_WORKERS = 2;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    public SendRate {
        if (mailsPerSecond < 1) {
            throw new IllegalArgumentException("an account sends one mail a second or more");
        }
        if (workers < 1 || workers > Math.max(FEWEST_WORKERS, mailsPerSecond)) {
            throw new IllegalArgumentException("at most one worker for each mail a second, or two");
        }
    }

    /** How long a worker is taken by each mail, at least. */
    public Duration apart() {
        return mailsPerSecond >= workers
                ? Duration.ofNanos(Math.ceilDiv(SECOND, mailsPerSecond / workers))
                : Duration.ofNanos(SECOND * workers / mailsPerSecond);
    }
}
