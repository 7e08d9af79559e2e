package dev.aludel.dialect;

import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns operations into SQL. */
public interface Renderer {

    /** The statements of an operation, without the semicolons at their ends. */
    List<String> render(Operation operation);

    /** An identifier, quoted where it must be. */
    String quote(String identifier);

    /** A name, with its schema unless that is the unit's own. */
    default String quote(ObjectName name) {
        return name.schema().isEmpty() ? quote(name.name()) : quote(name.schema()) + "." + quote(name.name());
    }

    /**
     * The value of a column as one of another's type, in an expression that means the same in every session; empty where there is none.
     */
    Optional<String> converted(Column from, Column to);

    /** What the server calls by itself what it makes for a column: {@code users_id_seq}. */
    String nameFor(ObjectName table, String column, String kind);

    /**
     * Whether null can be forbidden without a look at the rows that are there.
     *
     * @param serverVersion the major version; 0 where it is not known
     */
    boolean rendersNotNull(int serverVersion);

    /** A text as a string literal. */
    String literal(String text);

    /** A value of Java as a literal that means the same; empty where there is none for its class. */
    Optional<String> value(@Nullable Object value);
}
