package dev.tagalong.domain.notification;

import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final User ACTOR = person(BOB, "Bob", "Smith", UserType.AGENT, Role.AGENT);
    private static final Conversation TICKET =
            Desk.conversation(217, "Login problem after password reset", Assignment.NOBODY, Instant.EPOCH);

    private static String excerpt(String content) {
        var id = new EventId(new UUID(0x7000, 0x8000000000000000L));
        var message = new Message(id, TICKET.id(), MessageType.NOTE, BOB, content, List.of(), Instant.EPOCH);
        return Wording.of(Kind.NOTE, ACTOR, TICKET, message).description();
    }

    @Test
    void beingAddedReadsAsHelperIqWordsIt() {
        assertThat(Wording.of(Kind.ADDED, ACTOR, TICKET, null).title())
                .isEqualTo("Bob added you as a follower on ticket #217 — \"Login problem after password reset\"");
    }

    @Test
    void everyKindIsASentenceWithTheActorAndTheTicket() {
        for (var kind : Kind.values()) {
            assertThat(Wording.of(kind, ACTOR, TICKET, null).title())
                    .startsWith("Bob ")
                    .endsWith("ticket #217 — \"Login problem after password reset\"");
        }
    }

    @Test
    void whoWasErasedIsSomebody() {
        assertThat(Wording.of(Kind.REPLY, null, TICKET, null).title()).startsWith("Somebody replied on ticket #217");
    }

    @Test
    void withoutAMessageThereIsNoDescription() {
        assertThat(Wording.of(Kind.ADDED, ACTOR, TICKET, null).description()).isEmpty();
    }

    @Test
    void anExcerptIsOneLineOfTwoHundredCharacters() {
        assertThat(excerpt("  one\n\ttwo  ")).isEqualTo("one two");
        assertThat(excerpt("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(excerpt("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void anExcerptCutsNoCharacterInTwo() {
        var cut = excerpt("x".repeat(199) + "😀 and more");
        assertThat(cut).isEqualTo("x".repeat(199) + "…");
        assertThat(excerpt("x".repeat(198) + "😀 and more")).isEqualTo("x".repeat(198) + "😀…");
    }
}
