/** JSON and small HTTP servers on loopback, for the parts that stand in for AWS. Knows none of these parts. */
@NullMarked
package dev.tagalong.local.wire;

import org.jspecify.annotations.NullMarked;
