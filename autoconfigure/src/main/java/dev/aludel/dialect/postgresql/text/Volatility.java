package dev.aludel.dialect.postgresql.text;

import dev.aludel.hazard.Situation;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whether an expression gives each row a value of its own. */
public record Volatility(Set<String> functions, boolean isVolatile) {

    /** Those of the server that defaults call; {@code now()} is none of them: it is one for a transaction. */
    private static final Set<String> KNOWN = Set.of(
            "nextval",
            "random",
            "random_normal",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "gen_random_bytes",
            "clock_timestamp",
            "timeofday",
            "pg_sleep");

    public static Volatility of(String expression, Situation situation) {
        Set<String> functions = functions(expression);
        return new Volatility(
                functions,
                functions.stream()
                        .anyMatch(name -> KNOWN.contains(name)
                                || situation.volatileFunctions().contains(name)));
    }

    /** The names that are called; that of a type with arguments may be among them. */
    public static Set<String> functions(String expression) {
        Set<String> names = new LinkedHashSet<>();
        TokenReader reader = new TokenReader(expression);
        while (!reader.atEnd()) {
            Token token = reader.next();
            if (token.isName() && reader.peek().is("(")) {
                names.add(token.text());
            }
        }
        return names;
    }
}
