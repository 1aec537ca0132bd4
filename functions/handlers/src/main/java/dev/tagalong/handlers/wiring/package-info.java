/** The composition root: the only reader of the environment and the only place that names the AWS adapters. */
@NullMarked
package dev.tagalong.handlers.wiring;

import org.jspecify.annotations.NullMarked;
