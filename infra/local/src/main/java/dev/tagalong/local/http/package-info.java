/** The HTTP API: routes, events and answers in API Gateway's payload format 2.0. Knows no route but the template's. */
@NullMarked
package dev.tagalong.local.http;

import org.jspecify.annotations.NullMarked;
