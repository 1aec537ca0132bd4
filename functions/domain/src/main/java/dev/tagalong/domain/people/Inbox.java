package dev.tagalong.domain.people;

import dev.tagalong.domain.InboxId;

/** The address or channel of the workspace through which conversations come in. */
public record Inbox(InboxId id, String name) {}
