package dev.tagalong.handlers.wiring;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.tagalong.aws.dynamodb.DeletedItem;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.handlers.purge.Deletions;
import java.util.Map;

/** Deletions as the table's stream delivers them. */
final class StreamDeletions implements Deletions {
    @Override
    public PurgeJob read(Map<String, AttributeValue> image) {
        return DeletedItem.job(StreamValues.convert(image));
    }
}
