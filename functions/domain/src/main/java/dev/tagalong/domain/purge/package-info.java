/** Takes away what hung on a deleted conversation, in steps that may be cut off and repeated. Knows nothing of tables or queues. */
@NullMarked
package dev.tagalong.domain.purge;

import org.jspecify.annotations.NullMarked;
