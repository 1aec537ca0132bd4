/** What holds of the adapters over the table, told once in contracts and held against each place where a table can be. */
@NullMarked
package dev.tagalong.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
