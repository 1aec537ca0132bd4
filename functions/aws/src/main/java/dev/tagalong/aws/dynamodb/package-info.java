/** The one table: its keys, the form of its items, and the domain's ports on top of them. Decides nothing. */
@NullMarked
package dev.tagalong.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
