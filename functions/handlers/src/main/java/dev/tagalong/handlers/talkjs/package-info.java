/**
 * The endpoints of participants, as TalkJS has them. Translates names, words and versions; what a participant may do and
 * becomes is decided elsewhere.
 */
@NullMarked
package dev.tagalong.handlers.talkjs;

import org.jspecify.annotations.NullMarked;
