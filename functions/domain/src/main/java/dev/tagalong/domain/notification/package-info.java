/** The inbox: rows, kinds, reasons and the settings by which somebody chooses what to hear of. Knows nothing of sockets or mail. */
@NullMarked
package dev.tagalong.domain.notification;

import org.jspecify.annotations.NullMarked;
