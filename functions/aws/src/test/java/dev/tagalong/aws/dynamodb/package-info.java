/** What holds of the adapters over the table where it answers as DynamoDB Local never does. */
@NullMarked
package dev.tagalong.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
