/** Reads template.yaml and resolves its intrinsic functions, as a deployment would. Starts nothing. */
@NullMarked
package dev.tagalong.local.template;

import org.jspecify.annotations.NullMarked;
