/** The functions that send mail when its window is due, hear how it fared and take mail in, and those behind the links in it. Know nothing of MIME. */
@NullMarked
package dev.tagalong.handlers.mail;

import org.jspecify.annotations.NullMarked;
