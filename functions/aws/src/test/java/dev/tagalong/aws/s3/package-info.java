/** Tests of the calls that go out by the SDK. */
@NullMarked
package dev.tagalong.aws.s3;

import org.jspecify.annotations.NullMarked;
