/** Sends letters as MIME through SES. Knows nothing of why they are sent. */
@NullMarked
package dev.tagalong.aws.ses;

import org.jspecify.annotations.NullMarked;
