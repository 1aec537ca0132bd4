package dev.tagalong.domain.notification;

import java.util.List;

/**
 * Some rows of an inbox.
 *
 * @param total how many match on all pages
 */
public record InboxPage(List<NotificationView> rows, int total) {
    public InboxPage {
        rows = List.copyOf(rows);
    }
}
