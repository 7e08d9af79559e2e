package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.StatementSyntaxException;
import dev.aludel.dialect.postgresql.text.LexicalRules;

/**
 * Reads a script token by token, as far as quotes, comments and the rows of a {@code copy} ask for it, with its lines. A symbol is one
 * character. What does not end is an error, and so is a command of psql, but for those that pg_dump writes to keep others out.
 */
final class PostgresScanner {

    enum Kind {
        SPACE,
        COMMENT,
        QUOTE,
        WORD,
        NUMBER,
        SYMBOL,
        /** What follows the semicolon of {@code copy … from stdin}: its rows, and the line {@code \.} that ends them. */
        ROWS
    }

    private final CharSequence text;
    private final CopyStatement copy = new CopyStatement();
    private Kind kind = Kind.SPACE;
    private int start;
    private int end;
    private int line = 1;
    private int endLine = 1;

    /** @param text looked at from left to right, each character a few times at most */
    PostgresScanner(CharSequence text) {
        this.text = text;
    }

    /** Goes to the next token, if there is one. */
    boolean next() {
        if (end == text.length()) {
            if (copy.isBeforeRows()) {
                throw PsqlCommands.openRows(endLine);
            }
            return false;
        }
        start = end;
        line = endLine;
        if (copy.isBeforeRows()) {
            token(Kind.ROWS, endOfRows());
        } else {
            read(text.charAt(start));
        }
        copy.read(this);
        return true;
    }

    private void read(char first) {
        if (LexicalRules.isSpace(first)) {
            token(Kind.SPACE, spaceEnd());
        } else if (first == '-' && LexicalRules.stands("--", text, start)) {
            token(Kind.COMMENT, LexicalRules.endOfLine(text, start));
        } else if (first == '/' && LexicalRules.stands("/*", text, start)) {
            token(Kind.COMMENT, closed(LexicalRules.endOfComment(text, start), "comment /*", "*/"));
        } else if (first == '\'' || first == '"') {
            token(Kind.QUOTE, quoteEnd(first));
        } else if ((first == 'e' || first == 'E') && LexicalRules.stands("'", text, start + 1)) {
            token(Kind.QUOTE, closed(LexicalRules.endOfEscapes(text, start + 1), "string E'", "'"));
        } else if (LexicalRules.isWordStart(first)) {
            token(Kind.WORD, LexicalRules.endOfWord(text, start));
        } else if (LexicalRules.isDigit(first)) {
            token(Kind.NUMBER, numberEnd());
        } else if (first == '$') {
            dollar();
        } else if (first == '\\') {
            token(Kind.COMMENT, PsqlCommands.endOf(text, start, line));
        } else {
            token(Kind.SYMBOL, start + 1);
        }
    }

    private void token(Kind found, int to) {
        kind = found;
        end = to;
        if (found == Kind.SPACE || found == Kind.COMMENT || found == Kind.QUOTE || found == Kind.ROWS) {
            for (int i = start; i < to; i++) {
                endLine += text.charAt(i) == '\n' ? 1 : 0;
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
        return text.subSequence(start, end).toString();
    }

    /** Tells whether the token is this character. */
    boolean is(char symbol) {
        return end - start == 1 && text.charAt(start) == symbol;
    }

    /** Tells whether the token is this word, in any letter case. */
    boolean is(String word) {
        return kind == Kind.WORD && end - start == word.length() && LexicalRules.standsFolded(word, text, start);
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

    /** Letters directly behind digits belong to them in some versions, and to a string behind them in others. */
    private int numberEnd() {
        int i = start;
        while (i < text.length() && (LexicalRules.isTagPart(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        if (i < text.length() && text.charAt(i) == '\'' && !LexicalRules.isDigit(text.charAt(i - 1))) {
            throw new StatementSyntaxException(
                    line,
                    "a string stands directly behind the number '" + text.subSequence(start, i) + "'. Add a space");
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

    private int endOfRows() {
        int found = PsqlCommands.endOfRows(text, start, line);
        if (found == LexicalRules.OPEN) {
            throw PsqlCommands.openRows(line);
        }
        return found;
    }

    private int closed(int found, String what, String remedy) {
        if (found == LexicalRules.OPEN) {
            throw new StatementSyntaxException(line, "the " + what + " that begins here does not end. Add " + remedy);
        }
        return found;
    }
}
