package dev.aludel.runner.execution;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.script.Body;
import dev.aludel.script.Checksums;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.util.List;

/**
 * The checksum of a script, which comments, outer white space and line ends do not change. That of a class covers its header alone,
 * since its bytes differ from compiler to compiler and its statements from run to run.
 */
public final class ScriptChecksum {

    private ScriptChecksum() {}

    /** Returns the checksum in hexadecimal digits. */
    public static String of(Script script, Dialect dialect) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public String sql(SqlBody body) {
                return Checksums.of(script, normal(body, true), normal(body, false));
            }

            @Override
            public String java(JavaBody body) {
                return Checksums.of(script, List.of("java"), List.of());
            }

            private List<String> normal(SqlBody body, boolean upgrade) {
                return SqlSection.of(script, body, upgrade, dialect).statements().stream()
                        .map(Statement::normal)
                        .toList();
            }
        });
    }
}
