package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.schema.Expression;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server takes a text of the model for what the database holds in the same place.
 *
 * @param place what the text belongs to, such as {@code default orders.status}
 * @param declared the text of the mapping
 * @param stored what the database holds there; several for the checks of a table
 * @param probe how to give the text to the server
 */
record Suspicion(Kind kind, String place, String declared, List<Expression> stored, Probe probe) {

    enum Kind {
        TYPE,
        DEFAULT,
        GENERATED,
        CHECK,
        KEY,
        /** Collation and operator class of an index key. */
        KEY_OPTIONS,
        PREDICATE,
        EXCLUSION;

        /** {@code key options}. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The statement that makes an object of the text. */
    @FunctionalInterface
    interface Probe {
        /**
         * The statement.
         *
         * @param copy the table to make it on
         * @param name what to call it
         * @param text the text, which speaks of the copy
         */
        String sql(String copy, String name, String text);
    }

    /** What the server said: what it prints, or why it could not be asked, or neither when it refused the text. */
    record Answer(@Nullable Expression stored, @Nullable String obstacle) {

        static final Answer REFUSED = new Answer(null, null);

        static Answer printed(String text) {
            return stored(Expression.of(text));
        }

        static Answer stored(Expression expression) {
            return new Answer(expression, null);
        }

        static Answer unproven(String obstacle) {
            return new Answer(null, obstacle);
        }

        /** What the server prints, in normal form. */
        @Nullable
        String printed() {
            return stored == null ? null : stored.normal();
        }
    }

    /** Questions of one key have one answer. */
    String key() {
        return place + '\n' + declared;
    }

    boolean isAnsweredBy(String text) {
        return stored.stream().anyMatch(expression -> expression.normal().equals(text));
    }
}
