package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.StatementLexer.Rows;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.StatementSyntaxException;
import dev.aludel.text.SqlComment;
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
            case NUMBER -> append("0");
            case SYMBOL -> symbol(scanner.text());
            case ROWS -> rows();
        }
    }

    /** Before a statement it may say how its rows are taken. */
    private void comment(String comment) {
        if (start >= 0 && comment.startsWith("\\")) {
            throw new StatementSyntaxException(
                    scanner.line(), "'" + comment + "' stands amid a statement. Move it before that");
        }
        gap = gap.isEmpty() ? " " : gap;
        if (start < 0 && comment.startsWith(SqlComment.BATCH)) {
            pace = comment.substring(SqlComment.BATCH.length()).strip();
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
        refuseCopyOut(word);
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

    private void refuseCopyOut(String word) {
        boolean toClient = word.equals("stdout") && previous.equals("to");
        if (toClient && parentheses == 0 && firstWords.get(0).equals("copy")) {
            throw new StatementSyntaxException(
                    scanner.line(), "copy to stdout has nobody to read what it writes. Remove it");
        }
    }

    /** They belong to the statement that ended before them. */
    private void rows() {
        String rows = scanner.text();
        String lines = rows.substring(PsqlCommands.firstOfRows(rows, 0), rows.length() - 2);
        statements.set(
                statements.size() - 1,
                statements.get(statements.size() - 1).with(new Rows(lines.replace("\r\n", "\n"), scanner.line() + 1)));
    }

    private void symbol(String symbol) {
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
            statements.add(new Statement(text.substring(start, end), line, normal.toString(), pace, null));
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
