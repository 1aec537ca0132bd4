/** Keeps things in S3. */
@NullMarked
package dev.tagalong.aws.s3;

import org.jspecify.annotations.NullMarked;
