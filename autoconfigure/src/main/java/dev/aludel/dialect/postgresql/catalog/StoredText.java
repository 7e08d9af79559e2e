package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.text.Conjunction;
import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.dialect.postgresql.text.ValueCheck;
import dev.aludel.dialect.postgresql.text.ValueCheckParser;
import dev.aludel.schema.Expression;
import org.jspecify.annotations.Nullable;

/** Expressions as the server prints them, made ready to compare, and to write into SQL again. */
public final class StoredText {

    private StoredText() {}

    /**
     * A printed condition or expression without the parentheses around it.
     *
     * <p>What the server prints for {@code v in ('A','B')} on a varchar is not what it prints when it reads its own text
     * again, so the declared text gets the first spelling back: a constraint that is taken down and put back stays the same.
     */
    public static Expression of(String printed) {
        String text = TokenReader.unwrapped(printed);
        ValueCheck check = ValueCheck.of(text);
        if (check == null) {
            return new Expression(withPlainLists(text), Conjunction.sorted(text));
        }
        return new Expression(check.form() == ValueCheck.Form.RESTORED ? text : check.text(), check.normal());
    }

    private static String withPlainLists(String text) {
        TokenReader reader = new TokenReader(text);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        while (!reader.atEnd()) {
            Token first = reader.peek();
            String plain = first.is("(")
                    ? plain(reader)
                    : isBehindVarchar(reader) ? ValueCheckParser.behindVarchar(reader) : null;
            if (plain == null) {
                reader.next();
            } else {
                result.append(text, copied, first.start()).append(plain);
                copied = reader.previousEnd();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }

    /** Whether what is cast next is surely a varchar: {@code (... ::character varying)}, {@code ((terms).day)}. */
    private static boolean isBehindVarchar(TokenReader reader) {
        if (!reader.sees("::", "text")
                || reader.position() < 3
                || !reader.peek(-1).is(")")) {
            return false;
        }
        boolean cast = reader.peek(-3).is("character") && reader.peek(-2).is("varying");
        return cast || (reader.peek(-3).is(".") && reader.peek(-2).isName());
    }

    private static @Nullable String plain(TokenReader reader) {
        ValueCheck list = ValueCheckParser.wrapped(reader);
        if (list != null) {
            return list.text();
        }
        ValueCheck range = ValueCheckParser.nestedRange(reader);
        return range == null ? null : "(" + range.text() + ")";
    }
}
