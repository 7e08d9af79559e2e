package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.operation.CreateAuxiliaryObject;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateTable;
import dev.aludel.revision.Revision;
import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.script.JavaWriter.Step;
import dev.aludel.script.JavaWriter.Way;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.SourceCompiler;
import dev.aludel.text.OneLine;
import dev.aludel.text.SqlComment;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts from a database, a file or an option, made of all that could break out of where they are written. */
class ForeignTextsTests {

    private static final List<String> PARTS = List.of(
            "\n",
            "\r",
            "\r\n",
            "\u2028",
            "\u2029",
            "\u0085",
            "\f",
            "\u000b",
            "\t",
            "*/",
            "/*",
            "\\! touch PWNED",
            "-- downgrade",
            "-- upgrade",
            "-- revision: evil",
            "\\u000a",
            "\\u0022",
            "\\\\u000a",
            "\\",
            "'",
            "\"",
            "\"\"\"",
            "$$",
            "$aludel$",
            ";",
            "%s",
            "\u001b[2J",
            "\u202e",
            "\ud800",
            "\ud83d\ude00",
            " ",
            "a",
            "); System.exit(1); //");

    private static Stream<String> texts(int count) {
        Random random = new Random(20261130);
        return Stream.generate(() -> random.ints(1 + random.nextInt(8), 0, PARTS.size())
                        .mapToObj(PARTS::get)
                        .collect(Collectors.joining()))
                .limit(count);
    }

    private static Script script(String text, SqlBody body) {
        return new Script(
                new Revision("a", List.of("b"), text, Set.of(), List.of(), List.of()),
                null,
                List.of(new SchemaObject(SchemaObject.Kind.TABLE, ObjectName.of("x" + text))),
                List.of(),
                true,
                "because " + text,
                "0123456789ab",
                List.of("drop-table " + text),
                body,
                "");
    }

    @Test
    void aScriptIsReadBackAsItWasWritten() {
        ScriptReader reader = new ScriptReader(text -> line -> true);
        texts(2_000).forEach(text -> {
            Script written = script(text, SqlBody.of(SqlComment.of(text) + "\nselect 1;", SqlComment.of(text)));

            Script read = reader.read(new ScriptFile("a.sql", new ScriptWriter().write(written)));

            assertThat(read.revision()).as(text).isEqualTo(written.revision());
            assertThat(read.creates()).as(text).isEqualTo(written.creates());
            assertThat(read.irreversible())
                    .isEqualTo(OneLine.of("because " + text).strip());
            assertThat(read.allowances())
                    .containsExactly(OneLine.of("drop-table " + text).strip());
            assertThat(read.sql().upgrade()).isEqualTo(SqlComment.of(text) + "\nselect 1;");
            assertThat(read.sql().downgrade()).isEqualTo(SqlComment.of(text).stripTrailing());
        });
    }

    @Test
    void aClassHoldsItsTwoMethodsAndNothingElse() {
        texts(150).forEach(text -> {
            Script written = script(text, SqlBody.of("", ""));
            Table table = new Table(
                    ObjectName.of("t" + text),
                    List.of(Column.of("c" + text, "text", false)),
                    List.of(),
                    List.of(),
                    text);
            Way way = new Way(
                    List.of(text),
                    List.of(
                            new Step(new CreateTable(table), text),
                            new Step(new CreateSchema("s" + text), text),
                            new Step(
                                    new CreateAuxiliaryObject(new AuxiliaryObject(false, List.of(text), List.of())),
                                    text)));

            Class<?> compiled = SourceCompiler.compile(
                    "R", new JavaWriter(operation -> List.of("select 1\n" + text)).write(written, "", "R", way, way));

            assertThat(compiled.getDeclaredMethods())
                    .as(text)
                    .filteredOn(method -> !method.isSynthetic())
                    .extracting(Method::getName)
                    .containsExactlyInAnyOrder("upgrade", "downgrade");
            assertThat(compiled.getAnnotation(dev.aludel.Revision.class).message())
                    .isEqualTo(written.revision().message());
        });
    }
}
