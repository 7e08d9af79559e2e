package dev.aludel.dialect.postgresql.text;

import java.util.List;

/** Reads the tokens of a text from left to right, with a way back. */
public final class TokenReader {

    private static final Token END = new Token(Token.Kind.SYMBOL, "", 0, 0);

    private final String sql;
    private final ExpressionLexer lexer;
    private final List<Token> tokens;
    private int at;

    public TokenReader(String sql) {
        this.sql = sql;
        this.lexer = new ExpressionLexer(sql);
        this.tokens = lexer.read();
    }

    public boolean atEnd() {
        return !reaches(at);
    }

    /** Reads as far as a token; the rest of a long statement is not looked at. */
    private boolean reaches(int index) {
        boolean more = true;
        while (more && tokens.size() <= index) {
            more = lexer.more();
        }
        return index < tokens.size();
    }

    public int position() {
        return at;
    }

    public void returnTo(int position) {
        at = position;
    }

    public Token peek() {
        return peek(0);
    }

    /** The token that many places ahead, or back if negative; an empty symbol behind the end. */
    public Token peek(int ahead) {
        return reaches(at + ahead) ? tokens.get(at + ahead) : END;
    }

    public Token next() {
        Token token = peek();
        at++;
        return token;
    }

    /** Where the last token read ends in the text. */
    public int previousEnd() {
        return tokens.get(at - 1).end();
    }

    /** Whether these keywords and symbols come next. */
    public boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Reads these keywords and symbols if they come next, all or none. */
    public boolean accept(String... words) {
        boolean seen = sees(words);
        if (seen) {
            at += words.length;
        }
        return seen;
    }

    /** Reads what stands up to the parenthesis that closes the one just read, and that one, too. */
    public String toClosing() {
        int from = at;
        int depth = 1;
        while (!atEnd()) {
            Token token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return text(from, at - 1);
            }
        }
        return text(from, at);
    }

    /** The text from one token to before another, as it stands. */
    public String text(int from, int to) {
        int last = reaches(to - 1) ? to : Math.min(to, tokens.size());
        return from >= last
                ? ""
                : sql.substring(tokens.get(from).start(), tokens.get(last - 1).end());
    }

    /** The text without parentheses that enclose all of it, and without outer white space and comments. */
    public static String unwrapped(String sql) {
        List<Token> tokens = ExpressionLexer.tokens(sql);
        int from = 0;
        int to = tokens.size();
        while (to - from > 2 && tokens.get(from).is("(") && closes(tokens, from) == to - 1) {
            from++;
            to--;
        }
        return from >= to
                ? ""
                : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private static int closes(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
