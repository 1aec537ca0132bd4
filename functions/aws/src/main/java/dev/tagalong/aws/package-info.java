/** Builds the AWS clients. Knows nothing of the domain. */
@NullMarked
package dev.tagalong.aws;

import org.jspecify.annotations.NullMarked;
