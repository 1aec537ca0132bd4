/** The WebSocket functions: who may open a socket, what comes in over it and how frames are written. Knows nothing of who hears a frame. */
@NullMarked
package dev.tagalong.handlers.live;

import org.jspecify.annotations.NullMarked;
