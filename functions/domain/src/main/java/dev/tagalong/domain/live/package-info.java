/** Open sockets and what is sent to them. Knows nothing of API Gateway or JSON. */
@NullMarked
package dev.tagalong.domain.live;

import org.jspecify.annotations.NullMarked;
