package dev.aludel.schema;

/**
 * An SQL expression: a default, a check, an index key. Two expressions are equal when their normal forms are, whatever
 * their spelling: {@code 'x'} and the server's {@code 'x'::character varying}.
 *
 * @param declared the text to write into SQL
 * @param normal the text to compare
 */
public record Expression(String declared, String normal) {

    /** An expression that is its own normal form. */
    public static Expression of(String text) {
        return new Expression(text, text);
    }

    /** The same expression, to be compared by the given text. */
    public Expression withNormal(String text) {
        return new Expression(declared, text);
    }

    /**
     * Whether the name occurs as a word in the text, in any letter case and also within quotes. It may say yes too often,
     * never too seldom: who asks takes down and puts back what might depend on a column.
     */
    public boolean mentions(String name) {
        String text = declared.toLowerCase(java.util.Locale.ROOT);
        String word = name.toLowerCase(java.util.Locale.ROOT);
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            int end = at + word.length();
            if (begins && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && normal.equals(expression.normal);
    }

    @Override
    public int hashCode() {
        return normal.hashCode();
    }

    @Override
    public String toString() {
        return declared;
    }
}
