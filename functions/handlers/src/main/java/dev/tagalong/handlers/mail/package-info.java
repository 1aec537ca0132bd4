/** The function that sends mail when its window is due. */
@NullMarked
package dev.tagalong.handlers.mail;

import org.jspecify.annotations.NullMarked;
