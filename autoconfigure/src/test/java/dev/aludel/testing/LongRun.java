package dev.aludel.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that proves again, on more input, what a faster test proves once. It runs with {@code mvn verify -Plaws} and is left out of
 * {@code mvn verify}.
 */
@Tag("laws")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface LongRun {}
