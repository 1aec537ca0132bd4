/** What holds of every store, told once in contracts and held against the table, wherever one can be, and the one in memory. */
@NullMarked
package dev.tagalong.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
