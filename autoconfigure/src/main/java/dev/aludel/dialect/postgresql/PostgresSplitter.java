package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.StatementSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text at the semicolons that end a statement, as psql does: not those within parentheses (the actions of a rule) nor in
 * the {@code begin atomic ... end} of an SQL function.
 */
final class PostgresSplitter {

    private static final Set<String> ROUTINES = Set.of("function", "procedure");

    private static final String BATCH = "-- batch:";

    private final String text;
    private final PostgresScanner scanner;
    private final List<Statement> statements = new ArrayList<>();

    // the statement that is being read
    private final List<String> firstWords = new ArrayList<>();
    private final StringBuilder normal = new StringBuilder();
    private String gap = "";
    private String previous = "";
    private String pace = "";
    private int start = -1;
    private int line;
    private int end;
    private int parentheses;
    private int parenthesisLine;
    private int blocks;

    private PostgresSplitter(String text) {
        this.text = text;
        this.scanner = new PostgresScanner(text);
    }

    static List<Statement> of(String text) {
        PostgresSplitter splitter = new PostgresSplitter(text);
        while (splitter.scanner.next()) {
            splitter.token();
        }
        splitter.finish();
        return List.copyOf(splitter.statements);
    }

    private void token() {
        switch (scanner.kind()) {
            case SPACE -> gap = scanner.endLine() > scanner.line() ? "\n" : gap.isEmpty() ? " " : gap;
            case COMMENT -> comment(scanner.text());
            case QUOTE -> append("'");
            case WORD -> word(scanner.text().toLowerCase(Locale.ROOT));
            case SYMBOL -> symbol(scanner.text());
        }
    }

    /** Before a statement it may say how its rows are taken. */
    private void comment(String comment) {
        gap = gap.isEmpty() ? " " : gap;
        if (start < 0 && comment.startsWith(BATCH)) {
            pace = comment.substring(BATCH.length()).strip();
        }
    }

    private void word(String word) {
        if (firstWords.size() < 4) {
            firstWords.add(word);
        }
        boolean isName = previous.equals(".") || previous.equals("as");
        if (definesRoutine() && parentheses == 0 && !isName) {
            if (word.equals("atomic") && previous.equals("begin")) {
                blocks++;
            } else if (word.equals("case") && blocks > 0) {
                blocks++;
            } else if (word.equals("end") && blocks > 0) {
                blocks--;
            }
        }
        refuseCopyData(word);
        append(word);
    }

    /** {@code create [or replace] function|procedure}. */
    private boolean definesRoutine() {
        return firstWords.size() > 1
                && firstWords.get(0).equals("create")
                && (ROUTINES.contains(firstWords.get(1))
                        || (firstWords.size() > 3
                                && firstWords.get(1).equals("or")
                                && ROUTINES.contains(firstWords.get(3))));
    }

    private void refuseCopyData(String word) {
        boolean fromClient = word.equals("stdin") && previous.equals("from");
        boolean toClient = word.equals("stdout") && previous.equals("to");
        if ((fromClient || toClient) && parentheses == 0 && firstWords.get(0).equals("copy")) {
            throw new StatementSyntaxException(
                    scanner.line(),
                    "copy " + previous + " " + word + " needs psql, and a revision is run without it."
                            + " Write insert statements");
        }
    }

    private void symbol(String symbol) {
        if (symbol.equals("\\")) {
            throw new StatementSyntaxException(
                    scanner.line(),
                    "'" + restOfWord() + "' is a command of psql, and a revision is run without it. Write SQL");
        }
        if (symbol.equals(";") && parentheses == 0 && blocks == 0) {
            finish();
            return;
        }
        if (symbol.equals("(") && parentheses++ == 0) {
            parenthesisLine = scanner.line();
        } else if (symbol.equals(")") && parentheses > 0) {
            parentheses--;
        }
        append(symbol);
    }

    private String restOfWord() {
        String rest = text.substring(scanner.start(), Math.min(text.length(), scanner.start() + 40));
        return rest.split("\\s", 2)[0];
    }

    private void append(String token) {
        if (start < 0) {
            start = scanner.start();
            line = scanner.line();
        } else {
            normal.append(gap);
        }
        normal.append(scanner.text().replace("\r\n", "\n"));
        gap = "";
        previous = token;
        end = scanner.end();
    }

    private void finish() {
        if (parentheses > 0) {
            throw new StatementSyntaxException(
                    parenthesisLine, "the parenthesis ( that begins here does not end. Add )");
        }
        if (start >= 0) {
            statements.add(new Statement(text.substring(start, end), line, normal.toString(), pace));
        }
        firstWords.clear();
        normal.setLength(0);
        gap = "";
        previous = "";
        pace = "";
        start = -1;
        blocks = 0;
    }
}
