package dev.tagalong.handlers.purge;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.tagalong.domain.purge.PurgeJob;
import java.util.Map;

/** Reads deletions as the stream delivers them. */
public interface Deletions {
    /** The job that follows from a stream record's new image; throws if none does. */
    PurgeJob read(Map<String, AttributeValue> image);
}
