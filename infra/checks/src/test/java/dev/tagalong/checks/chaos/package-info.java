/**
 * A desk at work while everything around it fails: events enter by HTTP and leave by socket, inbox and mail, and what must
 * have come of them is worked out here from the script alone, without a line of the product.
 */
@NullMarked
package dev.tagalong.checks.chaos;

import org.jspecify.annotations.NullMarked;
