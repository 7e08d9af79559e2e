package dev.aludel.metamodel;

import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code @Index} and {@code @UniqueConstraint}, which follow the column list as SQL, such as {@code include
 * (a) nulls not distinct where b > 0} (PostgreSQL manual, CREATE INDEX).
 *
 * @param rest what is none of the others, such as {@code with (fillfactor = 70)}
 */
record KeyOptions(
        List<String> include,
        boolean nullsDistinct,
        @Nullable Expression predicate,
        String rest) {

    private static final Pattern CLAUSE = Pattern.compile(
            "\\s*(?:include\\s*\\((?<include>[^)]*)\\)|(?<distinct>nulls\\s+(?<not>not\\s+)?distinct\\b)"
                    + "|where\\b(?<where>.*)|(?<other>[\\w.]+\\s*\\([^)]*\\)|\\S+))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static KeyOptions of(@Nullable String text) {
        KeyOptions options = new KeyOptions(List.of(), true, null, "");
        Matcher clause = CLAUSE.matcher(Texts.orEmpty(text));
        while (clause.lookingAt()) {
            options = options.with(clause);
            clause.region(clause.end(), clause.regionEnd());
        }
        return options;
    }

    private KeyOptions with(Matcher clause) {
        if (clause.group("include") != null) {
            return new KeyOptions(Names.ofPrintedList(clause.group("include")), nullsDistinct, predicate, rest);
        }
        if (clause.group("distinct") != null) {
            return new KeyOptions(include, clause.group("not") == null, predicate, rest);
        }
        if (clause.group("where") != null) {
            Expression where = Expression.of(Texts.withoutParentheses(clause.group("where")));
            return new KeyOptions(include, nullsDistinct, where, rest);
        }
        return new KeyOptions(include, nullsDistinct, predicate, (rest + " " + clause.group("other")).trim());
    }

    /** The index with these options. */
    Index of(Index index) {
        return new Index(
                index.name(), index.unique(), index.keys(), index.method(), include, nullsDistinct, predicate, rest);
    }

    /** The constraint with these options; what only an index has stays text. */
    UniqueConstraint of(UniqueConstraint constraint) {
        String included = include.isEmpty() ? "" : "include (" + String.join(", ", include) + ") ";
        return new UniqueConstraint(constraint.name(), constraint.columns(), nullsDistinct, (included + rest).trim());
    }
}
