/** DynamoDB Local, with the template's table in it. */
@NullMarked
package dev.tagalong.local.storage;

import org.jspecify.annotations.NullMarked;
