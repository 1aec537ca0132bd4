/** Posts to open sockets through API Gateway. Knows nothing of what is posted. */
@NullMarked
package dev.tagalong.aws.websocket;

import org.jspecify.annotations.NullMarked;
