/**
 * What IAM does on AWS: refuses a function every call that its statements in template.yaml do not allow. Runs in the
 * process of the functions, inside their AWS clients; knows no handler.
 */
@NullMarked
package dev.tagalong.local.permissions;

import org.jspecify.annotations.NullMarked;
