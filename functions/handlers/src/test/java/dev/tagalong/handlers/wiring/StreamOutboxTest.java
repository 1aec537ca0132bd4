package dev.tagalong.handlers.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.store.Write;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamOutboxTest {
    private static final String TICKET = "afa55a3b-60fa-4930-8382-4ad39cf6929f";
    private static final String EVENT = "0198c1a4-5c1e-7abc-8def-0123456789ab";

    private final Desk desk = new Desk();
    private final Map<String, String> aside = new LinkedHashMap<>();
    private final StreamOutbox outbox = new StreamOutbox(desk.store.activityLog(), aside::put);

    private static AttributeValue number(String value) {
        return new AttributeValue().withN(value);
    }

    private static Map<String, AttributeValue> image() {
        var image = new HashMap<String, AttributeValue>();
        image.put("PK", new AttributeValue("W#demo#AUDIT#CONV#" + TICKET));
        image.put("SK", new AttributeValue("EVT#" + EVENT));
        image.put("entity", new AttributeValue("activity"));
        image.put("workspace", new AttributeValue("demo"));
        image.put("type", new AttributeValue("follower_added"));
        image.put("actor", number("42"));
        image.put("target", number("17"));
        image.put("details", new AttributeValue().withM(Map.of("from", new AttributeValue("open"))));
        image.put("createdAt", number("1777885200000"));
        return image;
    }

    private Activity stored() {
        var activity = desk.activity(desk.supportTicket(), ActivityType.FOLLOWER_ADDED, Desk.BOB, Desk.ALICE, null);
        desk.commit(new Write.RecordActivity(activity));
        return activity;
    }

    @Test
    void anImageReadsAsTheActivityThatWasWritten() {
        var activity = outbox.read(image());

        assertThat(activity.id()).isEqualTo(EventId.parse(EVENT));
        assertThat(activity.workspace()).isEqualTo(Desk.WORKSPACE);
        assertThat(activity.conversation()).hasToString(TICKET);
        assertThat(activity.type()).isEqualTo(ActivityType.FOLLOWER_ADDED);
        assertThat(activity.actor()).isEqualTo(Desk.BOB);
        assertThat(activity.target()).isEqualTo(Desk.ALICE);
        assertThat(activity.message()).isNull();
        assertThat(activity.details()).isEqualTo(Map.of("from", "open"));
        assertThat(activity.createdAt().toEpochMilli()).isEqualTo(1777885200000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace", "type", "actor", "createdAt"})
    void anImageThatLacksSomethingIsNoActivity(String name) {
        var image = image();
        image.remove(name);

        assertThatIllegalStateException().isThrownBy(() -> outbox.read(image)).withMessageContaining(name);
    }

    @Test
    void whatIsSetAsideIsTheActivitysNameAndIsReadAgain() {
        var activity = stored();
        outbox.setAside(activity, "because");

        assertThat(aside).containsValue("because").hasSize(1);
        assertThat(outbox.find(aside.keySet().iterator().next())).contains(activity);
    }

    @Test
    void anActivityOfAnotherWorkspaceIsNotFound() {
        outbox.setAside(stored(), "because");
        var name = aside.keySet().iterator().next();

        assertThat(outbox.find(name.replace("demo/", "other/"))).isEmpty();
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("PK", new AttributeValue(partition), "SK", new AttributeValue(sort));
    }

    @Test
    void whatCannotBeReadIsSetAsideByTheNameThatItsKeyTells() {
        outbox.setAside(key("W#demo#AUDIT#CONV#" + TICKET, "EVT#" + EVENT), "because");

        assertThat(aside).containsOnlyKeys("demo/" + TICKET + "/" + EVENT);
    }

    @Test
    void aLongCauseIsCut() {
        outbox.setAside(key("a", "record"), "x".repeat(501));
        outbox.setAside(key("another", "one"), "y".repeat(500));

        assertThat(aside.get("a record")).hasSize(500);
        assertThat(aside.get("another one")).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "demo/1/2", "demo/" + TICKET, "demo/" + TICKET + "/" + EVENT + "/more"})
    void whatNamesNoActivityIsRefused(String record) {
        assertThatIllegalArgumentException().isThrownBy(() -> outbox.find(record));
    }
}
