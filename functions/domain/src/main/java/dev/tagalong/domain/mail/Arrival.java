package dev.tagalong.domain.mail;

import java.util.List;

/**
 * A mail that has come in, as the mail service tells of it and not as it tells of itself.
 *
 * @param id by which it is read
 * @param sender whom it would be returned to; empty for what machines send
 * @param recipients whom it was brought to
 * @param verdicts what the mail service found when it looked at it
 */
public record Arrival(String id, String sender, List<String> recipients, Verdicts verdicts) {
    public Arrival {
        recipients = List.copyOf(recipients);
    }

    /**
     * Verdicts, each PASS or another word; empty if there is none, which is as good as failed.
     *
     * @param spf recorded, not judged: DMARC has weighed it
     * @param dkim recorded, not judged, likewise
     */
    public record Verdicts(String spf, String dkim, String dmarc, String spam, String virus) {
        /** Whether the mail is from whom it says and does no harm. */
        boolean pass() {
            return "PASS".equals(dmarc) && "PASS".equals(spam) && "PASS".equals(virus);
        }
    }
}
