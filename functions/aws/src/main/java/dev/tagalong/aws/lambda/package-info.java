/** Invokes functions. Knows nothing of what they do. */
@NullMarked
package dev.tagalong.aws.lambda;

import org.jspecify.annotations.NullMarked;
