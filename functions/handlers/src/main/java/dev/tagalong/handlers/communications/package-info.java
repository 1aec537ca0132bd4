/**
 * The endpoints of department and customer threads. Reads words into topics and entries and writes them back; what comes of
 * an entry is decided elsewhere.
 */
@NullMarked
package dev.tagalong.handlers.communications;

import org.jspecify.annotations.NullMarked;
