package dev.tagalong.handlers.http;

import dev.tagalong.handlers.identity.Credentials;
import java.time.InstantSource;

/**
 * What every endpoint stands on.
 *
 * @param credentials verifies who calls
 * @param clock tells when
 */
public record Edge(Credentials credentials, InstantSource clock) {}
