/** What every feature of the domain shares: the ids of things, time-ordered event ids and the outcome of a call. Knows the JDK only. */
@NullMarked
package dev.tagalong.domain;

import org.jspecify.annotations.NullMarked;
