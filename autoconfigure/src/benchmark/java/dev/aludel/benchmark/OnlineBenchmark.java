package dev.aludel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.Commands;
import dev.aludel.command.Defaults;
import dev.aludel.command.NewRevision;
import dev.aludel.command.Settings;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.script.ScriptFolder;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest that a write takes, and how many fail, while a large table changes by the plain plan and by the online one. */
class OnlineBenchmark {

    static final int CUSTOMERS = 1_000;

    private static final int ROWS = Integer.getInteger("benchmark.rows", 1_000_000);
    private static final Column STATE = Column.of("state", "varchar(20)", true);
    private static final PrimaryKey KEY = new PrimaryKey(ConstraintName.of("orders_pkey"), List.of("id"));
    private static final Table CUSTOMER = new Table(
            ObjectName.of("customers"),
            List.of(Column.of("id", "bigint", false), Column.of("greeted", "bigint", false)),
            List.of(new PrimaryKey(ConstraintName.of("customers_pkey"), List.of("id"))),
            List.of(),
            null);
    private static final Table ORDER = new Table(
            ObjectName.of("orders"),
            List.of(
                    Column.of("id", "bigint", false),
                    Column.of("customer_id", "bigint", true),
                    Column.of("number", "bigint", true),
                    Column.of("amount", "bigint", true),
                    STATE,
                    Column.of("note", "varchar(255)", true)),
            List.of(KEY),
            List.of(),
            null);

    private static final StringBuilder TABLE = new StringBuilder("""

            | change of %,12d rows          |     plain | failed |    in all |    online | failed |    in all | revisions |
            |---------------------------------|----------:|-------:|----------:|----------:|-------:|----------:|----------:|
            """.formatted(ROWS));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    private record Run(Duration longest, long failed, String outcome, int revisions) {

        String line() {
            return "%9s | %6d | %9s".formatted(seconds(longest), failed, outcome);
        }
    }

    @AfterAll
    static void print() {
        System.out.println(TABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @DisplayName("online")
    void online(String change, Table after, Map<String, String> defaults) throws Exception {
        Run plain = run(after, defaults, false);
        Run online = run(after, defaults, true);
        TABLE.append("| %-31s | %s | %s | %9d |%n".formatted(change, plain.line(), online.line(), online.revisions()));
    }

    static Stream<Arguments> changes() {
        ForeignKey customer = ForeignKey.of(
                ConstraintName.of("orders_customer_fk"), List.of("customer_id"), CUSTOMER.name(), List.of("id"));
        Index index = Index.of(ConstraintName.of("orders_note_idx"), false, List.of(IndexKey.column("note")));
        Column token = Column.of("token", "uuid", false).withDefaultValue(Expression.of("gen_random_uuid()"));
        return Stream.of(
                Arguments.of("index", ORDER.withIndexes(List.of(index)), Map.of()),
                Arguments.of("foreign key", with(customer), Map.of()),
                Arguments.of(
                        "check",
                        with(CheckConstraint.of(ConstraintName.of("orders_amount_check"), Expression.of("amount > 0"))),
                        Map.of()),
                Arguments.of(
                        "unique constraint",
                        with(UniqueConstraint.of(ConstraintName.of("orders_number_key"), List.of("number"))),
                        Map.of()),
                Arguments.of(
                        "not null, rows get a value", with(STATE.withNullable(false)), Map.of("orders.state", "'old'")),
                Arguments.of("column with gen_random_uuid()", with(token), Map.of()),
                Arguments.of("bigint becomes numeric(20,2)", with(Column.of("amount", "numeric(20,2)", true)), Map.of()),
                Arguments.of("primary key becomes integer", with(Column.of("id", "integer", false)), Map.of()));
    }

    private static Table with(Constraint constraint) {
        return ORDER.withConstraints(List.of(KEY, constraint));
    }

    private static Table with(Column column) {
        List<Column> columns = new ArrayList<>(ORDER.columns());
        columns.removeIf(found -> found.name().equals(column.name()));
        columns.add(column);
        return ORDER.withColumns(columns);
    }

    private Run run(Table after, Map<String, String> defaults, boolean online) throws Exception {
        prepare();
        Commands commands = commands(new Schema(List.of(), List.of(CUSTOMER, after), List.of()), online);
        int revisions = commands.autogenerate(
                        NewRevision.of("change", "r").withOnline(online), RenameAnswers.NONE, new Defaults(defaults))
                .steps()
                .size();
        try (Writers writers = Writers.start(DATABASE, ROWS)) {
            someWrites(writers);
            writers.reset();
            String outcome = upgrade(commands);
            someWrites(writers); // who still waited is done by now
            Run run = new Run(writers.longest(), writers.failed(), outcome, revisions);
            writers.stop();
            return run;
        }
    }

    /** How long it took, or that it fails: a plain plan may meet a deadlock with the writers as often as it is tried. */
    private static String upgrade(Commands commands) {
        long begin = System.nanoTime();
        try {
            commands.upgrade("head");
        } catch (RevisionFailedException e) {
            return "fails";
        }
        String whole = seconds(Duration.ofNanos(System.nanoTime() - begin));
        assertThat(commands.compare().operations()).isEmpty();
        return whole;
    }

    private static void prepare() {
        DATABASE.clear();
        DATABASE.execute(
                "create table customers (id bigint not null, greeted bigint not null, primary key (id))",
                "create table orders (id bigint not null, customer_id bigint, number bigint, amount bigint,"
                        + " state varchar(20), note varchar(255))",
                "insert into customers select n, 0 from generate_series(1, " + CUSTOMERS + ") n",
                "insert into orders select n, 1 + n % " + CUSTOMERS + ", n, 1 + n % 100, null,"
                        + " md5(n::text) || repeat('x', 100) from generate_series(1, " + ROWS + ") n",
                "alter table orders add primary key (id)",
                "vacuum analyze orders, customers",
                "checkpoint");
    }

    private static void someWrites(Writers writers) throws InterruptedException {
        long enough = writers.written() + 1_000;
        while (writers.written() < enough) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private Commands commands(Schema model, boolean online) throws Exception {
        Settings settings = Settings.writingTo(Files.createTempDirectory(folder, online ? "online" : "plain"));
        ScriptFolder scripts =
                new ScriptFolder(settings.writeLocation(), settings.fileTemplate(), settings.timezone());
        PostgresDialect dialect = new PostgresDialect();
        MigrationRunner runner = new MigrationRunner(
                dialect, DATABASE::open, scripts, () -> Model.of(model), RunnerSettings.defaults());
        return new Commands(runner, dialect, settings);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }
}
