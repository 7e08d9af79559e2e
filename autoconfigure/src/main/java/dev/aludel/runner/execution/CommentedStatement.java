package dev.aludel.runner.execution;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.hazard.Allowance;
import dev.aludel.hazard.HazardComment;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A statement of a revision with the lines of comment that stand directly above it.
 *
 * @param line of the file
 * @param comments without their dashes
 */
public record CommentedStatement(Statement statement, int line, List<String> comments) {

    /** The statements of an upgrade or a downgrade, in order. */
    public static List<CommentedStatement> of(Script script, SqlBody body, boolean upgrade, Dialect dialect) {
        String text = upgrade ? body.upgrade() : body.downgrade();
        List<String> lines = text.lines().toList();
        List<Statement> statements =
                SqlSection.of(script, body, upgrade, dialect).statements();
        IntPredicate plain = dialect.lexer().plainLines(text);
        int first = Math.max(upgrade ? body.upgradeLine() : body.downgradeLine(), 1);
        Map<Integer, List<String>> above = new HashMap<>();
        return statements.stream()
                .map(statement -> new CommentedStatement(
                        statement,
                        first + statement.line() - 1,
                        above.computeIfAbsent(statement.line(), line -> above(lines, plain, line))))
                .toList();
    }

    private static List<String> above(List<String> lines, IntPredicate plain, int line) {
        List<String> comments = new ArrayList<>();
        for (int at = line - 1;
                at >= 1 && plain.test(at) && lines.get(at - 1).strip().startsWith("--");
                at--) {
            comments.add(lines.get(at - 1).strip().substring(2).strip());
        }
        Collections.reverse(comments);
        return comments;
    }

    public List<Allowance> allowances() {
        return comments.stream()
                .flatMap(comment -> Allowance.ofComment(comment).stream())
                .toList();
    }

    /** Returns the hazards that its comments name. */
    public List<HazardComment> hazards() {
        return HazardComment.parse(comments);
    }
}
