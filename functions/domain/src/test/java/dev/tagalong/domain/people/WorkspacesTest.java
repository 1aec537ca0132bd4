package dev.tagalong.domain.people;

import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.store.Lookup;
import org.junit.jupiter.api.Test;

class WorkspacesTest {
    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final UserId OWNER = new UserId(2);
    private static final Person PERSON = new Person("Otto", "Other", "otto@other.example", null);

    private final Desk desk = new Desk();
    private final Workspaces workspaces = new Workspaces(desk.store.ledger(), desk.ids);

    @Test
    void theOwnerIsNotTheSystemUser() {
        assertThat(refused(workspaces.create(OTHER, Workspaces.SYSTEM, PERSON))).isEqualTo(Refusal.Invalid.class);
    }

    @Test
    void aNameTooLongForMailAddressesIsRefused() {
        var longest = new WorkspaceId("w".repeat(37));
        var longer = new WorkspaceId("w".repeat(38));
        assertThat(refused(workspaces.create(longer, OWNER, PERSON))).isEqualTo(Refusal.Invalid.class);
        assertThat(done(workspaces.create(longest, OWNER, PERSON)).id()).isEqualTo(OWNER);
    }

    @Test
    void aWorkspaceIsMadeOnce() {
        done(workspaces.create(OTHER, OWNER, PERSON));
        assertThat(refused(workspaces.create(OTHER, OWNER, PERSON))).isEqualTo(Refusal.Conflict.class);
    }

    @Test
    void itBeginsWithItsSystemUserAndItsOwner() {
        var owner = done(workspaces.create(OTHER, OWNER, PERSON));
        var found = desk.store.records().read(Lookup.in(OTHER).user(OWNER).user(Workspaces.SYSTEM));
        assertThat(found.user(OWNER)).contains(owner);
        assertThat(owner.role()).isEqualTo(Role.OWNER);
        assertThat(found.user(Workspaces.SYSTEM).orElseThrow().isSystem()).isTrue();
        assertThat(found.settings()).isEqualTo(WorkspaceSettings.DEFAULT);
    }

    @Test
    void nothingOfAnotherWorkspaceIsRead() {
        var ticket = desk.supportTicket();
        done(workspaces.create(OTHER, OWNER, PERSON));
        var found =
                desk.store.records().read(Lookup.in(OTHER).conversation(ticket).user(Desk.BOB));
        assertThat(found.conversations()).isEmpty();
        assertThat(found.users()).isEmpty();
    }
}
