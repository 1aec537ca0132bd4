package dev.tagalong.domain.notification;

/** An inbox row in words. */
public record NotificationView(Notification row, Sentence sentence) {}
