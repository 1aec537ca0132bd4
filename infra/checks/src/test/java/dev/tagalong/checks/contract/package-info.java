/**
 * docs/openapi.yaml and docs/asyncapi.yaml as checks: every answer and every frame that a test gets is held to them. Knows
 * neither handlers nor the runner.
 */
@NullMarked
package dev.tagalong.checks.contract;

import org.jspecify.annotations.NullMarked;
