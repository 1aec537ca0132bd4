package dev.tagalong.domain.access;

import java.util.Optional;

/** Redeems one-time tickets, each of which begins with its workspace and a dot. Thread-safe. */
public interface SocketTickets {
    /** Takes the ticket away and gives its pass; absent if it is unknown, used or expired. Only one of many calls gets it. */
    Optional<Admission> redeem(String token);
}
