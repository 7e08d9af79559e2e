package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.StatementSyntaxException;

/**
 * Reads a script token by token, as far as quotes and comments ask for it, with its lines. A symbol is one character; a number
 * is symbols. What does not end is an error.
 */
final class PostgresScanner {

    enum Kind {
        SPACE,
        COMMENT,
        QUOTE,
        WORD,
        SYMBOL
    }

    private final String text;
    private Kind kind = Kind.SPACE;
    private int start;
    private int end;
    private int line = 1;
    private int endLine = 1;

    PostgresScanner(String text) {
        this.text = text;
    }

    /** Goes to the next token, if there is one. */
    boolean next() {
        if (end == text.length()) {
            return false;
        }
        start = end;
        line = endLine;
        char first = text.charAt(start);
        if (LexicalRules.isSpace(first)) {
            token(Kind.SPACE, spaceEnd());
        } else if (first == '-' && text.startsWith("--", start)) {
            token(Kind.COMMENT, LexicalRules.endOfLine(text, start));
        } else if (first == '/' && text.startsWith("/*", start)) {
            token(Kind.COMMENT, closed(LexicalRules.endOfComment(text, start), "comment /*", "*/"));
        } else if (first == '\'' || first == '"') {
            token(Kind.QUOTE, quoteEnd(first));
        } else if ((first == 'e' || first == 'E') && text.startsWith("'", start + 1)) {
            token(Kind.QUOTE, closed(LexicalRules.endOfEscapes(text, start + 1), "string E'", "'"));
        } else if (LexicalRules.isWordStart(first)) {
            token(Kind.WORD, LexicalRules.endOfWord(text, start));
        } else if (first == '$') {
            dollar();
        } else {
            token(Kind.SYMBOL, start + 1);
        }
        return true;
    }

    private void token(Kind found, int to) {
        kind = found;
        end = to;
        if (found == Kind.SPACE || found == Kind.COMMENT || found == Kind.QUOTE) {
            for (int i = text.indexOf('\n', start); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
                endLine++;
            }
        }
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String text() {
        return text.substring(start, end);
    }

    /** The line on which the token begins. */
    int line() {
        return line;
    }

    /** The line on which it ends. */
    int endLine() {
        return endLine;
    }

    private int spaceEnd() {
        int i = start;
        while (i < text.length() && LexicalRules.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int quoteEnd(char quote) {
        String what = quote == '"' ? "quoted name \"" : "string '";
        return closed(LexicalRules.endOfQuote(text, start), what, String.valueOf(quote));
    }

    /** {@code $$}, {@code $tag$}, or a symbol as in the parameter {@code $1}. */
    private void dollar() {
        String tag = LexicalRules.dollarTag(text, start);
        if (tag.isEmpty()) {
            token(Kind.SYMBOL, start + 1);
        } else {
            token(Kind.QUOTE, closed(LexicalRules.endOfDollarQuote(text, start, tag), "dollar quote " + tag, tag));
        }
    }

    private int closed(int found, String what, String remedy) {
        if (found == LexicalRules.OPEN) {
            throw new StatementSyntaxException(line, "the " + what + " that begins here does not end. Add " + remedy);
        }
        return found;
    }
}
