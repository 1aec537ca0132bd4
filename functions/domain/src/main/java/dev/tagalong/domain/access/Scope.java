package dev.tagalong.domain.access;

import java.util.Optional;

/** What a token or key may be limited to. */
public enum Scope {
    CONVERSATIONS_READ("conversations:read"),
    CONVERSATIONS_WRITE("conversations:write"),
    USERS_MANAGE("users:manage"),
    SETTINGS_MANAGE("settings:manage");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** How answers spell it. */
    public String text() {
        return text;
    }

    /** Reads either spelling, conversations:read or read:conversations; absent if it is none of ours. */
    public static Optional<Scope> of(String text) {
        return Optional.ofNullable(
                switch (text) {
                    case "conversations:read", "read:conversations" -> CONVERSATIONS_READ;
                    case "conversations:write", "write:conversations" -> CONVERSATIONS_WRITE;
                    case "users:manage" -> USERS_MANAGE;
                    case "settings:manage" -> SETTINGS_MANAGE;
                    default -> null;
                });
    }
}
