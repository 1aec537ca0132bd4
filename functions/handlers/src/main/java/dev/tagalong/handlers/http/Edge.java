package dev.tagalong.handlers.http;

import dev.tagalong.handlers.identity.Tokens;
import java.time.InstantSource;

/**
 * What every endpoint stands on.
 *
 * @param tokens verifies who calls
 * @param clock tells when
 */
public record Edge(Tokens tokens, InstantSource clock) {}
