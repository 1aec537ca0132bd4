/** Runs the functions in a process of their own, whose environment is the template's, behind Lambda's Invoke API. Knows no handler by name. */
@NullMarked
package dev.tagalong.local.functions;

import org.jspecify.annotations.NullMarked;
