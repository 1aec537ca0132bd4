/** Tests of the calls that go out by the SDK. */
@NullMarked
package dev.tagalong.aws.lambda;

import org.jspecify.annotations.NullMarked;
