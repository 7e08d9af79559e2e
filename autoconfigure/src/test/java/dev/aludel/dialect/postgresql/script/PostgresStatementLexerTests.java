package dev.aludel.dialect.postgresql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aludel.dialect.StatementLexer;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.StatementSyntaxException;
import dev.aludel.dialect.postgresql.CountedText;
import dev.aludel.dialect.postgresql.text.ExpressionLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresStatementLexerTests {

    /** Each is one statement, whatever semicolons it holds. */
    static final List<String> STATEMENTS = List.of(
            "select 1",
            "select ';'",
            "select 'it''s; so'",
            "select ''",
            "select '\\'",
            "select E'it\\'s; \\\\'",
            "select e'\\''",
            "select E'a''b;'",
            "select E'a'\n  'b\\';'",
            "select E'a' -- note\n  'b\\';'",
            "select U&'d\\0061t;a', U&\"d\\0061t;a\" from t",
            "select B'1', X'1F', N'a;b'",
            "select \";\", \"a\"\"b;\" from \"t;\"",
            "select $$;$$",
            "select $a$ $$ ; $b$ $a$",
            "select $ä_1$;$ä_1$",
            "select a$b$ from t$x$",
            "select $1, $2",
            "select 1 /* ; */ + 2",
            "select /* a /* ; */ ; */ 1",
            "select 1 -- ; ' \" $$ /*\n + 2",
            "select 1 * -2, 4 /2, 5 -3",
            "create rule r as on insert to t do also (insert into u values (1); delete from v;)",
            "create function f() returns int language sql begin atomic select 1; select 2; end",
            "create or replace function f() returns int language sql\nbegin atomic\n select case when true then 1 end; select 2;\nend",
            "create procedure p() begin atomic insert into t values (1); insert into u select t.case, t.end, 1 as end from t; end",
            "CREATE FUNCTION f() RETURNS int LANGUAGE SQL BEGIN ATOMIC SELECT CASE WHEN a THEN CASE WHEN b THEN 1 END END FROM t; END",
            "create function f() returns trigger language plpgsql as $$ begin return new; end; $$",
            "create function f(\"begin\" int) returns int return \"begin\"",
            "do $do$ begin execute 'select 1;'; end $do$",
            "begin",
            "select case when a then ';' end from t",
            "create table größe (\"ü;\" int)",
            "copy t from '/tmp/x'",
            "copy (select 1 as stdin) to '/tmp/x'");

    private final PostgresStatementLexer lexer = new PostgresStatementLexer();

    private List<String> sql(String text) {
        return lexer.split(text).stream().map(Statement::sql).toList();
    }

    static List<String> statements() {
        return STATEMENTS;
    }

    @ParameterizedTest
    @MethodSource("statements")
    void keepsAStatementWhole(String statement) {
        assertThat(sql(statement)).containsExactly(statement);
        assertThat(sql(statement + ";")).containsExactly(statement);
        assertThat(sql("a;" + statement + ";b")).containsExactly("a", statement, "b");
        assertThat(sql("a ;\n\n " + statement + "\n;\nb\n")).containsExactly("a", statement, "b");
    }

    @Test
    void splitsWhatIsJoinedInAnyOrder() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<String> some = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(ignored -> STATEMENTS.get(random.nextInt(STATEMENTS.size())))
                    .toList();
            List<String> separators = List.of(";", " ;\n", ";\r\n", ";;", "; -- note;\n", "; /* ' */ ");
            String text = String.join(separators.get(random.nextInt(separators.size())), some);
            assertThat(sql(text)).isEqualTo(some);
            assertThat(sql(String.join(";\n", sql(text)))).isEqualTo(some);
        }
    }

    @Test
    void everyTextIsSplitOrRefusedButNothingIsLost() {
        String alphabet = "a1 ;;'\"$-/*(e\n)_";
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(12, 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));
            List<Statement> statements;
            try {
                statements = lexer.split(text.toString());
            } catch (StatementSyntaxException e) {
                assertThat(e.line()).isBetween(1, 13);
                continue;
            }
            int at = 0;
            for (Statement statement : statements) {
                at = text.indexOf(statement.sql(), at);
                assertThat(at).isNotNegative();
                assertThat(text.substring(0, at).chars().filter(c -> c == '\n').count() + 1)
                        .isLessThanOrEqualTo(statement.line());
                at += statement.sql().length();
                assertThat(sql(statement.sql())).containsExactly(statement.sql());
                assertThat(lexer.split(statement.normal()).get(0).normal()).isEqualTo(statement.normal());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", ";", ";;\n;", "-- nothing", "/* nothing; */", "-- a\n;/* b */;\n-- c"})
    void dropsEmptyStatements(String text) {
        assertThat(lexer.split(text)).isEmpty();
    }

    @Test
    void aStatementBeginsOnTheLineOfItsFirstWord() {
        String text = """
                -- a note

                create table a (x int); select '
                ';
                /* of two
                   lines */ select 2
                -- the end
                ;
                  select 3""";
        assertThat(lexer.split(text))
                .extracting(Statement::line, Statement::sql)
                .containsExactly(
                        tuple(3, "create table a (x int)"),
                        tuple(3, "select '\n'"),
                        tuple(6, "select 2"),
                        tuple(9, "select 3"));
        assertThat(lexer.split(text.replace("\n", "\r\n")))
                .extracting(Statement::line)
                .containsExactly(3, 3, 6, 9);
    }

    static Stream<Arguments> sameNormalForm() {
        return Stream.of(
                arguments("select 1 + 2", "select  1 /* x */ +/**/ 2"),
                arguments("select 1 + 2", "-- x\nselect 1 + 2 -- y"),
                arguments("select a\nfrom t", "select a -- x\r\n   from t"),
                arguments("select a\nfrom t", "select a\n\n-- x\n\nfrom t"),
                arguments("select 'a\nb'", "select 'a\r\nb'"));
    }

    @ParameterizedTest
    @MethodSource("sameNormalForm")
    void commentsWhiteSpaceAndLineEndsDoNotCount(String one, String other) {
        assertThat(lexer.split(other).get(0).normal())
                .isEqualTo(lexer.split(one).get(0).normal())
                .isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 'a  b'", "select 'a -- b'", "select '/* a */'", "select $$ -- a $$", "select \"a  b\""})
    void whatIsQuotedCounts(String statement) {
        assertThat(lexer.split(statement).get(0).normal()).isEqualTo(statement);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("select 1;\nselect 'a", 2, "string '"),
                arguments("select 1;\n\nselect E'a\\'", 3, "string E'"),
                arguments("select \"a", 1, "quoted name \""),
                arguments("\nselect $x$ a $$", 2, "dollar quote $x$"),
                arguments("select 1 /* a /* b */\n\n", 1, "comment /*"),
                arguments("create table a (\n  b int;\nselect 1", 1, "parenthesis ("),
                arguments("select 1;\n\\connect other\nselect 2", 2, "'\\connect' is a command of psql"),
                arguments("select 1 \\gset", 1, "'\\gset' is a command of psql"),
                arguments("copy t (a, b) from stdin;\nit's\t1\n", 1, "Add the line \\."),
                arguments("\nCOPY public.t FROM STDIN WITH (format csv);", 2, "Add the line \\."),
                arguments("copy t from stdin; select 1;\n1\n\\.\n", 1, "begin on the next line"),
                arguments("select 1\n\\restrict a\n", 2, "stands amid a statement"),
                arguments("select 1e'\\' || ' ", 1, "directly behind the number '1e'"),
                arguments("copy (select 1) to stdout", 1, "copy to stdout"));
    }

    @Test
    void readsTheRowsOfACopyAsPsqlDoes() {
        List<Statement> statements = lexer.split("""
            \\restrict 8Xy
            -- Data for Name: t
            COPY public.t (a, "from stdin") FROM stdin;
            it's\t/* 1
            \\.x
            -- downgrade
            \\.


            copy u from stdin with (format csv);
            \\.
            select 1;
            \\unrestrict 8Xy
            """);

        assertThat(statements)
                .extracting(Statement::sql, Statement::line)
                .containsExactly(
                        tuple("COPY public.t (a, \"from stdin\") FROM stdin", 3),
                        tuple("copy u from stdin with (format csv)", 10),
                        tuple("select 1", 12));
        assertThat(statements.get(0).rows()).isEqualTo(new StatementLexer.Rows("it's\t/* 1\n\\.x\n-- downgrade\n", 4));
        assertThat(lexer.split(statements.get(0).text()).get(0).normal())
                .isEqualTo(statements.get(0).normal());
        assertThat(statements.get(1).rows()).isEqualTo(new StatementLexer.Rows("", 11));
    }

    @Test
    void readsEachCharacterAFewTimesHoweverLongTheLine() {
        String row = "(1,'" + "y".repeat(40) + "',\"a\",$$b$$,E'c',/* d */ 1.5e3),";
        CountedText text = new CountedText("insert into lots values " + row.repeat(20_000) + " (1);");
        PostgresScanner scanner = new PostgresScanner(text);

        boolean more = true;
        while (more) {
            more = scanner.next();
        }

        assertThat(text.looks()).isLessThan(10L * text.length());
    }

    @Test
    void readsALongOperatorInOneGo() {
        assertThat(ExpressionLexer.tokens("select 1 *" + "+".repeat(200_000) + "1"))
                .hasSize(200_004);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCannotBeSplitAndNamesTheLine(String text, int line, String message) {
        assertThatThrownBy(() -> lexer.split(text))
                .isInstanceOfSatisfying(
                        StatementSyntaxException.class,
                        e -> assertThat(e.line()).isEqualTo(line))
                .hasMessageStartingWith("Line " + line + ": ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void tellsWhichLinesBeginOutsideQuotesAndComments() {
        IntPredicate plain = lexer.plainLines("""
                select 1; -- upgrade
                select '
                within'; /*
                within
                within */ select $$
                within
                within $$ -- not '
                , "x
                within" (
                1)""");
        List<Integer> lines = new ArrayList<>();
        IntStream.rangeClosed(1, 10).filter(plain).forEach(lines::add);
        assertThat(lines).containsExactly(1, 2, 8, 10);
    }
}
