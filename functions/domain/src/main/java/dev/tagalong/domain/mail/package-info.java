/** Notification mail: windows in which events gather, and the letter that tells of them. Knows nothing of SES or MIME. */
@NullMarked
package dev.tagalong.domain.mail;

import org.jspecify.annotations.NullMarked;
