/** The functions that send mail when its window is due, and those behind the links in it. */
@NullMarked
package dev.tagalong.handlers.mail;

import org.jspecify.annotations.NullMarked;
