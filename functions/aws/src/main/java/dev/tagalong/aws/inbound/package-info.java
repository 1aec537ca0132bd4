/** Reads mail that SES has put into S3: fetches it and takes it apart. Knows nothing of what becomes of it. */
@NullMarked
package dev.tagalong.aws.inbound;

import org.jspecify.annotations.NullMarked;
