package dev.aludel.script;

import dev.aludel.JavaRevision;
import java.util.function.Supplier;

/**
 * A class. What it does is known only when it runs.
 *
 * @param type the class
 * @param jpa whether it works with entities
 * @param instance makes an object of it, with its dependencies
 */
public record JavaBody(Class<? extends JavaRevision> type, boolean jpa, Supplier<? extends JavaRevision> instance)
        implements Body {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.java(this);
    }
}
