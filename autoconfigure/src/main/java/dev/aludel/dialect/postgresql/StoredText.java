package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Expression;

/** Expressions as the server prints them, made ready to compare, and to write into SQL again. */
final class StoredText {

    private StoredText() {}

    /**
     * A printed condition or expression without the parentheses around it.
     *
     * <p>What the server prints for {@code v in ('A','B')} on a varchar is not what it prints when it reads its own text
     * again, so the declared text gets the first spelling back: a constraint that is taken down and put back stays the same.
     */
    static Expression of(String printed) {
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
            ValueCheck list = first.is("(") ? ValueCheckParser.wrapped(reader) : null;
            if (list == null) {
                reader.next();
            } else {
                result.append(text, copied, first.start()).append(list.text());
                copied = reader.previousEnd();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }
}
