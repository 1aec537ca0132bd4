/** Fills an empty table with the demo workspaces, through the API like any client. */
@NullMarked
package dev.tagalong.local.demo;

import org.jspecify.annotations.NullMarked;
