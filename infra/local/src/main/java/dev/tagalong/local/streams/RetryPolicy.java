package dev.tagalong.local.streams;

import dev.tagalong.local.template.Template;
import java.time.Duration;
import java.util.Map;

/**
 * What a mapping does about records that fail.
 *
 * @param splits whether a batch that failed is split in two
 * @param retries how often a batch is tried again before it is discarded; negative for ever
 * @param age how old a record may get before it is discarded; negative for any age
 */
record RetryPolicy(boolean splits, int retries, Duration age) {
    private static final int FOREVER = -1;

    static RetryPolicy of(Map<String, Object> properties) {
        return new RetryPolicy(
                Boolean.TRUE.equals(properties.get("BisectBatchOnFunctionError")),
                Template.number(properties, "MaximumRetryAttempts", FOREVER),
                Duration.ofSeconds(Template.number(properties, "MaximumRecordAgeInSeconds", FOREVER)));
    }

    boolean isExhausted(int retried) {
        return retries >= 0 && retried > retries;
    }

    boolean isTooOld(Duration old) {
        return !age.isNegative() && old.compareTo(age) > 0;
    }
}
