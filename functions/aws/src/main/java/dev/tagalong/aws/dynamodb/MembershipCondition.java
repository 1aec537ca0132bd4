package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.follow.Membership;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Under which condition a membership is still as it was read. */
record MembershipCondition(String expression, Map<String, AttributeValue> values) {

    /** It is there, and nothing changed it since. */
    static MembershipCondition is(Membership read) {
        return new MembershipCondition(
                "entity = :here AND lastActivity = :last",
                Map.of(
                        ":here", AttributeValue.fromS(MembershipItem.HERE),
                        ":last", AttributeValue.fromS(read.lastActivity().toString())));
    }

    /** There is none. */
    static MembershipCondition absent() {
        return new MembershipCondition(
                "attribute_not_exists(PK) OR entity = :gone",
                Map.of(":gone", AttributeValue.fromS(MembershipItem.GONE)));
    }

    /** There is none, and the last one ended before the activity that makes this one, so that the log alternates. */
    static MembershipCondition absentSince(Membership made) {
        return new MembershipCondition(
                "attribute_not_exists(PK) OR (entity = :gone AND lastActivity < :made)",
                Map.of(
                        ":gone", AttributeValue.fromS(MembershipItem.GONE),
                        ":made", AttributeValue.fromS(made.lastActivity().toString())));
    }
}
