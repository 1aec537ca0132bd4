package dev.tagalong.handlers.stream;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.tagalong.domain.activity.Activity;
import java.util.Map;
import java.util.Optional;

/** Reads activities as the stream delivers them, and sets aside those that fail. Thread-safe. */
public interface Outbox {
    /** The activity of a stream record's new image; throws if it is none. */
    Activity read(Map<String, AttributeValue> image);

    /** Sets an activity aside, to be tried again. */
    void setAside(Activity activity, String cause);

    /** Sets a record aside that could not even be read, by its key. */
    void setAside(Map<String, AttributeValue> key, String cause);

    /** The activity that was set aside; absent if it is gone; throws if the record names none. */
    Optional<Activity> find(String record);
}
