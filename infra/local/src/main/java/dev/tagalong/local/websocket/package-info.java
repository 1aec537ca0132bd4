/** The WebSocket API: authorizer, routes and @connections as API Gateway has them. Knows no frame. */
@NullMarked
package dev.tagalong.local.websocket;

import org.jspecify.annotations.NullMarked;
