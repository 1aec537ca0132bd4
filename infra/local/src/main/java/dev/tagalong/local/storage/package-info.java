/** What keeps things: DynamoDB Local with the template's table in it, and the template's buckets. Knows nothing of what is kept. */
@NullMarked
package dev.tagalong.local.storage;

import org.jspecify.annotations.NullMarked;
