/** Keeps things in S3. Knows nothing of what is in them. */
@NullMarked
package dev.tagalong.aws.s3;

import org.jspecify.annotations.NullMarked;
