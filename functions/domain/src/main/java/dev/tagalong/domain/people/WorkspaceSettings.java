package dev.tagalong.domain.people;

import java.time.Duration;

/**
 * The switches of a workspace.
 *
 * @param participantLimit most participants of one conversation, at least 1
 * @param followGrantsAccess whether following lets somebody see what their role does not
 * @param assigneeCanFollow whether the assigned agent may follow their own ticket
 * @param quietWindow how long a mail waits for more of the same, 0 to 15 minutes
 * @param notificationsEnabled false silences every notice of the workspace; frames of open tickets still arrive
 * @param talkjsVersion the API version that is meant when a TalkJS call names none
 */
public record WorkspaceSettings(
        int participantLimit,
        boolean followGrantsAccess,
        boolean assigneeCanFollow,
        Duration quietWindow,
        boolean notificationsEnabled,
        TalkJsVersion talkjsVersion) {
    /** What a new workspace begins with. */
    public static final WorkspaceSettings DEFAULT =
            new WorkspaceSettings(100, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED);

    public WorkspaceSettings {
        if (participantLimit < 1) {
            throw new IllegalArgumentException("participant_limit is at least 1");
        }
        if (quietWindow.isNegative() || quietWindow.toSeconds() > 900) {
            throw new IllegalArgumentException("quiet_window_seconds is 0 to 900");
        }
    }
}
