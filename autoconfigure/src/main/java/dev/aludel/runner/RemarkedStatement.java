package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.HazardCode;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A statement of a revision with the lines of comment that stand directly above it.
 *
 * @param line of the file
 * @param comments without their dashes
 */
record RemarkedStatement(Statement statement, int line, List<String> comments) {

    private static final Pattern HAZARD = Pattern.compile("hazard ([a-z-]+) \\((.*?)\\): (.*)");

    /** A hazard that autogenerate wrote above a statement. */
    record Remark(HazardCode code, String object, String message, String safe) {}

    /** The statements of an upgrade or a downgrade, in order. */
    static List<RemarkedStatement> of(Script script, SqlBody body, boolean upgrade, Dialect dialect) {
        String text = upgrade ? body.upgrade() : body.downgrade();
        List<String> lines = text.lines().toList();
        List<Statement> statements =
                SqlSection.of(script, body, upgrade, dialect).statements();
        IntPredicate plain = dialect.lexer().plainLines(text);
        int first = Math.max(upgrade ? body.upgradeLine() : body.downgradeLine(), 1);
        Map<Integer, List<String>> above = new HashMap<>();
        return statements.stream()
                .map(statement -> new RemarkedStatement(
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

    List<Allowance> allowances() {
        return comments.stream()
                .flatMap(comment -> Allowance.ofComment(comment).stream())
                .toList();
    }

    /** What its comments say that it blocks or loses. */
    List<Remark> hazards() {
        return IntStream.range(0, comments.size())
                .boxed()
                .flatMap(at -> hazard(at).stream())
                .toList();
    }

    /** What to do instead stands on the next line, unless another comment does. */
    private Optional<Remark> hazard(int at) {
        Matcher matcher = HAZARD.matcher(comments.get(at));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String next = at + 1 < comments.size() ? comments.get(at + 1) : "";
        String safe =
                HAZARD.matcher(next).matches() || Allowance.ofComment(next).isPresent() ? "" : next;
        return HazardCode.of(matcher.group(1)).map(code -> new Remark(code, matcher.group(2), matcher.group(3), safe));
    }
}
