/**
 * Aludel as a part of a Spring Boot application: properties, beans, the ready listener, failure analysis.
 */
@NullMarked
package dev.aludel.autoconfigure;

import org.jspecify.annotations.NullMarked;
