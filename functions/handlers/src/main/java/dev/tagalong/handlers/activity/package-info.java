/** The endpoint of a conversation's log. */
@NullMarked
package dev.tagalong.handlers.activity;

import org.jspecify.annotations.NullMarked;
