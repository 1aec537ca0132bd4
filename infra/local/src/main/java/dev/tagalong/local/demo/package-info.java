/** Fills an empty table with the demo workspaces, through the API like any client. Knows no handler and no table. */
@NullMarked
package dev.tagalong.local.demo;

import org.jspecify.annotations.NullMarked;
