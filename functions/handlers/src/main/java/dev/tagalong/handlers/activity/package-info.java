/** The endpoint of a conversation's log. Words entries; records none. */
@NullMarked
package dev.tagalong.handlers.activity;

import org.jspecify.annotations.NullMarked;
