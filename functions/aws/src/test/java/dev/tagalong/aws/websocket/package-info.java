/** What the adapter puts on the wire and makes of the answers. */
@NullMarked
package dev.tagalong.aws.websocket;

import org.jspecify.annotations.NullMarked;
