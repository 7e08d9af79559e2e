package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.Keywords;
import dev.aludel.dialect.postgresql.text.StorageParameters;
import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.schema.Expression;
import dev.aludel.schema.IndexKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key of an index as SQL spells it, read from left to right: a column, a call or an expression in parentheses, then collation,
 * operator class with its parameters, and order (PostgreSQL manual, CREATE INDEX).
 */
public final class IndexKeyText {

    /** What a key begins with, and the words behind it. */
    private record Parts(
            String head,
            boolean isColumn,
            String collation,
            String operatorClass,
            @Nullable Boolean descending,
            @Nullable Boolean nullsFirst) {

        String options() {
            String joined = (collation.isEmpty() ? "" : "collate " + collation + " ") + operatorClass;
            return joined.strip();
        }

        /** Whether it is an expression by itself: the server takes a collation around it for the key's own. */
        boolean isCollatedAlone() {
            return operatorClass.isEmpty() && descending == null && nullsFirst == null;
        }

        Parts collated(String outer) {
            return new Parts(head, isColumn, outer.isEmpty() ? collation : outer, "", null, null);
        }

        Parts within(Parts outer) {
            return new Parts(head, isColumn, collation, outer.operatorClass, outer.descending, outer.nullsFirst);
        }
    }

    private final Collection<String> columns;

    private IndexKeyText(Collection<String> columns) {
        this.columns = columns;
    }

    /** The key with what its text says besides column or expression in the places that an index has for it. */
    public static IndexKey normal(IndexKey key, Collection<String> columns) {
        if (key.isColumn()) {
            return key.withExpression(
                    Expression.of(Identifiers.truncated(key.expression().declared())));
        }
        String text = key.expression().declared();
        Parts parts = new IndexKeyText(columns).parts(text);
        if (!key.options().isEmpty() || parts == null) {
            return key.withExpression(Expressions.condition(key.expression()));
        }
        Expression head = parts.isColumn ? Expression.of(parts.head) : Expressions.condition(Expression.of(parts.head));
        boolean descending = Objects.requireNonNullElse(parts.descending, key.descending());
        boolean nullsFirst =
                Objects.requireNonNullElse(parts.nullsFirst, parts.descending == null ? key.nullsFirst() : descending);
        return new IndexKey(head, parts.isColumn, descending, nullsFirst, parts.options());
    }

    /** Collation and operator class of a key as the server prints it. */
    public static String options(String printed, Collection<String> columns) {
        Parts parts = new IndexKeyText(columns).parts(printed);
        return parts == null ? "" : parts.options();
    }

    /** The parts; null where the text is an expression as a whole. */
    private @Nullable Parts parts(String text) {
        Parts read = read(new TokenReader(text));
        return read == null ? ordered(text) : read;
    }

    private @Nullable Parts read(TokenReader reader) {
        Parts head = head(reader);
        if (head == null) {
            return null;
        }
        String collation = "";
        if (reader.accept("collate")) {
            collation = name(reader);
        }
        String operatorClass = sees(reader, "asc", "desc", "nulls") ? "" : name(reader);
        if (!operatorClass.isEmpty() && reader.accept("(")) {
            operatorClass += " " + parameters(reader.toClosing());
        }
        Boolean descending = descending(reader);
        Boolean nullsFirst = nullsFirst(reader);
        return reader.atEnd()
                ? head.collated(collation).within(new Parts("", false, "", operatorClass, descending, nullsFirst))
                : null;
    }

    private @Nullable Parts head(TokenReader reader) {
        int from = reader.position();
        if (reader.accept("(")) {
            String inner = reader.toClosing();
            Parts within = read(new TokenReader(inner));
            return within != null && within.isCollatedAlone() ? within : expression(inner);
        }
        Token first = reader.next();
        if (!first.isName()) {
            return null;
        }
        while (reader.peek(1).isName() && reader.accept(".")) {
            reader.next();
        }
        if (reader.accept("(")) {
            reader.toClosing();
            return expression(reader.text(from, reader.position()));
        }
        boolean alone = reader.position() == from + 1;
        return column(first)
                .filter(name -> alone)
                .map(IndexKeyText::column)
                .orElseGet(() -> reader.atEnd() ? expression(reader.text(from, reader.position())) : null);
    }

    private static Parts expression(String text) {
        return new Parts(text, false, "", "", null, null);
    }

    private static Parts column(String name) {
        return new Parts(name, true, "", "", null, null);
    }

    /** The column of that name, in any letter case where that leaves no choice. */
    private Optional<String> column(Token token) {
        String name = Identifiers.truncated(token.text());
        if (columns.contains(name)) {
            return Optional.of(name);
        }
        List<String> alike = columns.stream().filter(name::equalsIgnoreCase).toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** An expression without parentheses, which the server takes with them: only its order is not its own. */
    private static @Nullable Parts ordered(String text) {
        TokenReader reader = new TokenReader(text);
        while (!reader.atEnd()) {
            int end = reader.position();
            Boolean descending = descending(reader);
            Boolean nullsFirst = nullsFirst(reader);
            if (reader.atEnd() && end > 0) {
                return new Parts(reader.text(0, end), false, "", "", descending, nullsFirst);
            }
            reader.returnTo(end + 1);
        }
        return null;
    }

    private static @Nullable Boolean descending(TokenReader reader) {
        return reader.accept("desc") ? Boolean.TRUE : reader.accept("asc") ? Boolean.FALSE : null;
    }

    private static @Nullable Boolean nullsFirst(TokenReader reader) {
        return reader.accept("nulls", "first") ? Boolean.TRUE : reader.accept("nulls", "last") ? Boolean.FALSE : null;
    }

    private static boolean sees(TokenReader reader, String... words) {
        return List.of(words).stream().anyMatch(reader::sees);
    }

    /** A name that may be qualified, with quotes where they are needed; empty for none. */
    private static String name(TokenReader reader) {
        Token token = reader.peek();
        if (!token.isName() || (token.kind() == Token.Kind.WORD && Keywords.needsQuotes(token.text()))) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        do {
            parts.add(Identifiers.quote(reader.next().text()));
        } while (reader.peek(1).isName() && reader.accept("."));
        return String.join(".", parts);
    }

    /** {@code (siglen=100)}, as the catalogue reader spells it. */
    private static String parameters(String list) {
        TokenReader reader = new TokenReader(list);
        List<String> parameters = new ArrayList<>();
        do {
            String name = reader.next().text();
            parameters.add(reader.accept("=") ? name + "=" + reader.next().text() : name + "=true");
        } while (reader.accept(","));
        return StorageParameters.text(parameters);
    }
}
