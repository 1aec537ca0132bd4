package dev.tagalong.domain.people;

import dev.tagalong.domain.WorkspaceId;
import java.util.List;

/** Lists everybody of a kind, by name and then by id, consistently. Nobody erased is in it. Thread-safe. */
public interface Roster {
    /** Every agent, active or not. */
    List<Listed> agents(WorkspaceId workspace);

    /** Every contact, active or not. */
    List<Listed> contacts(WorkspaceId workspace);
}
