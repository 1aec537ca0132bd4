/** Stands in for SES: takes mail, reads its MIME and shows it. Knows nothing of why mail is sent. */
@NullMarked
package dev.tagalong.local.mail;

import org.jspecify.annotations.NullMarked;
