/** What holds of the clients and of every endpoint that they call, told to a stub over real HTTP. */
@NullMarked
package dev.tagalong.aws;

import org.jspecify.annotations.NullMarked;
