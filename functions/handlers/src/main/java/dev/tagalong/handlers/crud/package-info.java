/** The facade for clients of conversations CRUD: its envelope, its names of fields, and users by number or uuid. Decides nothing. */
@NullMarked
package dev.tagalong.handlers.crud;

import org.jspecify.annotations.NullMarked;
