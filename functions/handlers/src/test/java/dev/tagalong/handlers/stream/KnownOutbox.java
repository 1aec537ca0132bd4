package dev.tagalong.handlers.stream;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.fanout.RetryQueue;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An outbox of activities that are known by their id, which stands in the image's SK. */
final class KnownOutbox implements Outbox {
    private final Map<String, Activity> known = new HashMap<>();
    private final RetryQueue retries;

    KnownOutbox(RetryQueue retries) {
        this.retries = retries;
    }

    void knows(Activity activity) {
        known.put(activity.id().toString(), activity);
    }

    @Override
    public Activity read(Map<String, AttributeValue> image) {
        return find(Objects.requireNonNull(image.get("SK")).getS()).orElseThrow();
    }

    @Override
    public void setAside(Activity activity, String cause) {
        retries.setAside(activity.id().toString(), cause);
    }

    @Override
    public void setAside(Map<String, AttributeValue> key, String cause) {
        retries.setAside(key.toString(), cause);
    }

    @Override
    public Optional<Activity> find(String record) {
        if (record.startsWith("junk")) {
            throw new IllegalArgumentException("that is junk");
        }
        return Optional.ofNullable(known.get(record));
    }
}
