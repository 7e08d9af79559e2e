package dev.aludel.dialect.postgresql.text;

/**
 * A token of an SQL text.
 *
 * @param text a word in the server's letter case, a quoted identifier or a plain string without its quotes, else as it stands
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 */
public record Token(Kind kind, String text, int start, int end) {

    public enum Kind {
        WORD,
        QUOTED,
        STRING,
        /** A string with a prefix, such as {@code E'\n'} or {@code B'101'}, whose value is not looked into. */
        LITERAL,
        NUMBER,
        SYMBOL
    }

    /** Whether it is this keyword or symbol. */
    public boolean is(String wordOrSymbol) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
    }

    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
