/** Reads template.yaml and resolves its intrinsic functions, as a deployment would. */
@NullMarked
package dev.tagalong.local.template;

import org.jspecify.annotations.NullMarked;
