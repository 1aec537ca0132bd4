/** Takes away what hung on deleted conversations, erased users and deleted teams, in steps that may be cut off and repeated. Knows no table and nothing of SQS. */
@NullMarked
package dev.tagalong.domain.purge;

import org.jspecify.annotations.NullMarked;
