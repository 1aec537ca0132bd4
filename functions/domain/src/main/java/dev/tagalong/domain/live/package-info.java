/** Open sockets and what is sent to them. Holds to API Gateway's limits; knows none of its calls, and no JSON. */
@NullMarked
package dev.tagalong.domain.live;

import org.jspecify.annotations.NullMarked;
