/** Stands in for SES: takes mail, reads its MIME and shows it. */
@NullMarked
package dev.tagalong.local.mail;

import org.jspecify.annotations.NullMarked;
