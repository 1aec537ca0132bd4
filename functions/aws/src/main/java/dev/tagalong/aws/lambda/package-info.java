/** Invokes functions. */
@NullMarked
package dev.tagalong.aws.lambda;

import org.jspecify.annotations.NullMarked;
