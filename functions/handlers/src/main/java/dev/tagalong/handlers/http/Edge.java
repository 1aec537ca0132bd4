package dev.tagalong.handlers.http;

import dev.tagalong.handlers.identity.Credentials;
import java.time.InstantSource;

/**
 * What every endpoint stands on.
 *
 * @param credentials verifies who calls
 * @param repeats lets a call with an Idempotency-Key take effect once
 * @param clock tells when
 */
public record Edge(Credentials credentials, Repeats repeats, InstantSource clock) {}
