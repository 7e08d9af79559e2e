package dev.aludel.dialect.postgresql.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.hazard.Forecast;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.Impact;
import dev.aludel.hazard.LockMode;
import dev.aludel.hazard.Situation;
import dev.aludel.hazard.TableSize;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameValue;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresHazardRulesTests {

    private static final ObjectName USERS = ObjectName.of("users");
    private static final Column EMAIL = Column.of("email", "text", false);

    private final PostgresHazardRules rules = new PostgresHazardRules();

    @Test
    void saysWhatIsLost() {
        assertThat(of(new DropTable(new Table(USERS, List.of(), List.of(), List.of(), null))))
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.code()).isEqualTo("drop-table"))
                .satisfies(hazard -> assertThat(hazard.losesRows()).isTrue())
                .satisfies(hazard ->
                        assertThat(hazard.text()).contains("'users'", "create table users_kept as table users;"));
        assertThat(of(new DropColumn(USERS, EMAIL)))
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.code()).isEqualTo("drop-column"))
                .satisfies(
                        hazard -> assertThat(hazard.text()).contains("'users.email'", "only while the table is empty"));
        assertThat(of(new DropSequence(Sequence.of(USERS, 1, 50))))
                .extracting(Hazard::code, Hazard::losesRows)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("drop-sequence", true));
    }

    @Test
    void saysWhoWaitsAndWhatToDoInstead() {
        Index index = Index.of(ConstraintName.of("users_email_idx"), false, List.of(IndexKey.column("email")));
        Situation large = new Situation(17, Map.of(USERS, new TableSize(1_234_567, 150_000_000)), Set.of());

        assertThat(rules.forecast(List.of(new CreateIndex(USERS, index)), Set.of(), large))
                .flatExtracting(Forecast::hazards)
                .extracting(Hazard::text)
                .containsExactly(
                        "Creating index 'users_email_idx' blocks writes to 'users' (about 1,200,000 rows, 140 MB)"
                                + " while it is built. Build it beside them, in a revision of its own with the header"
                                + " 'transactional: false': create index concurrently users_email_idx on users (email);");
    }

    @Test
    void knowsTheShorterWayToNotNullOfPostgres18() {
        AlterColumn tightened = new AlterColumn(USERS, EMAIL.withNullable(true), EMAIL);
        Situation old = new Situation(17, Map.of(), Set.of());
        Situation now = new Situation(18, Map.of(), Set.of());

        assertThat(rules.forecast(List.of(tightened), Set.of(), old).get(0).hazards())
                .extracting(Hazard::safe)
                .singleElement()
                .asString()
                .contains(
                        "check (email is not null) not valid;", "set not null, drop constraint users_email_not_null;");
        assertThat(rules.forecast(List.of(tightened), Set.of(), now).get(0).hazards())
                .extracting(Hazard::safe)
                .singleElement()
                .asString()
                .contains("add constraint users_email_not_null not null email not valid;");
    }

    @Test
    void asksForRowsWithoutAValueWhereNullIsForbiddenLater() {
        ValidateNotNull validated = new ValidateNotNull(USERS, EMAIL);
        Backfill filled = new Backfill(USERS, Map.of("email", "''"), "email is null", Backfill.Pace.by(List.of("id")));

        assertThat(messages(validated))
                .singleElement()
                .asString()
                .startsWith("Forbidding null in column 'users.email' fails when a row has none.");
        assertThat(rules.forecast(List.of(filled, validated), Set.of(), Situation.unknown()))
                .flatExtracting(Forecast::hazards)
                .isEmpty();
    }

    @Test
    void findsNobodyWhoWaitsForANewTableButForTheOneThatItRefersTo() {
        ObjectName orders = ObjectName.of("orders");
        Table made = new Table(orders, List.of(Column.of("user_id", "bigint", true)), List.of(), List.of(), null);
        ForeignKey key = ForeignKey.of(ConstraintName.of("fk"), List.of("user_id"), USERS, List.of("id"));

        List<Forecast> forecasts = rules.forecast(
                List.of(new CreateTable(made), new AddConstraint(orders, key)), Set.of(), Situation.unknown());

        assertThat(forecasts).flatExtracting(Forecast::hazards).isEmpty();
        assertThat(forecasts)
                .flatExtracting(Forecast::impacts)
                .containsExactly(new Impact(USERS, LockMode.SHARE_ROW_EXCLUSIVE, Impact.Work.NONE));
    }

    @Test
    void tellsOnceOfLocksThatAreHeldWhileAnotherTableIsWorkedOn() {
        ObjectName orders = ObjectName.of("orders");
        Index index = Index.of(ConstraintName.of("i"), false, List.of(IndexKey.column("email")));

        assertThat(rules.forecast(
                        List.of(
                                new AddColumn(USERS, EMAIL.withNullable(true)),
                                new CreateIndex(orders, index),
                                new CreateIndex(ObjectName.of("lines"), index)),
                        Set.of(),
                        Situation.unknown()))
                .flatExtracting(Forecast::hazards)
                .filteredOn(hazard -> hazard.kind() == HazardCode.LOCK_HELD)
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.text())
                        .contains("lock 'users'", "works on 'orders'", "into a revision of its own"));
    }

    @Test
    void saysWhatFailsOnRows() {
        assertThat(of(new AddColumn(USERS, EMAIL)))
                .extracting(Hazard::code, Hazard::losesRows)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("add-not-null-column", false));
        assertThat(of(new AlterColumn(USERS, EMAIL.withNullable(true), EMAIL)))
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.code()).isEqualTo("set-not-null"))
                .satisfies(hazard ->
                        assertThat(hazard.text()).contains("update users set email = ... where email is null;"));
    }

    @Test
    void isSilentAboutWhatIsSafe() {
        GeneratedValue generated = new GeneratedValue(Expression.of("1"), true);
        assertThat(of(new AddColumn(USERS, EMAIL.withNullable(true)))).isEmpty();
        assertThat(of(new AddColumn(USERS, EMAIL.withDefaultValue(Expression.of("''")))))
                .isEmpty();
        assertThat(of(new AddColumn(USERS, EMAIL.withIdentity(Identity.ALWAYS))))
                .isEmpty();
        assertThat(of(new DropColumn(USERS, EMAIL.withGenerated(generated)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            varchar(9)       | varchar(255)     | -
            varchar(255)     | text             | -
            integer          | bigint           | -
            integer          | numeric(19,2)    | -
            numeric(10,2)    | numeric(12,2)    | -
            real             | double precision | -
            timestamp(3)     | timestamp(6)     | -
            integer          | varchar(11)      | -
            numeric(12,2)    | double precision | -
            time(6)          | interval         | -
            date             | timestamp(6)     | narrow-type, false
            varchar(255)     | varchar(9)       | narrow-type, false
            text             | varchar(9)       | narrow-type, false
            text             | name             | narrow-type, true
            varchar(3)       | char(3)          | narrow-type, true
            bigint           | integer          | narrow-type, false
            bigint           | varchar(9)       | narrow-type, false
            numeric(12,2)    | numeric(10,2)    | narrow-type, false
            numeric(12,4)    | numeric(12,2)    | narrow-type, true
            numeric(10,0)    | bigint           | narrow-type, false
            double precision | integer          | narrow-type, true
            numeric(12,2)    | real             | narrow-type, true
            timestamp(6)     | date             | narrow-type, true
            timestamp(6)     | timestamp(3)     | narrow-type, true
            integer          | boolean          | assume-truth, true
            boolean          | integer          | assume-truth, false
            time(6)          | timestamp(6)     | assume-day, false
            numeric(21,0)    | interval         | assume-unit, true
            timestamp(6)     | timestamptz      | assume-zone, false
            bytea            | uuid             | convert-type, false
            bigint           | uuid             | convert-type, false
            text             | json             | convert-type, false
            text             | integer          | convert-type, false; respell-value, true
            json             | jsonb            | convert-type, false; respell-value, true
            oid              | bytea            | convert-type, false; leave-large-objects, false
            interval_kind    | interval         | convert-type, false; respell-value, true
            """)
    void tellsTypesThatKeepValuesFromThoseThatDoNot(String before, String after, String hazard) {
        List<Hazard> hazards = of(new AlterColumn(USERS, EMAIL.withType(before), EMAIL.withType(after)));

        assertThat(hazards)
                .extracting(found -> found.code() + ", " + found.losesRows())
                .isEqualTo(hazard == null ? List.of() : List.of(hazard.split("; ")));
    }

    @Test
    void findsTheRowsThatAConstraintFailsOn() {
        assertThat(messages(new AddConstraint(
                        USERS, UniqueConstraint.of(ConstraintName.of("uk"), List.of("email", "kind")))))
                .containsExactly(
                        "Unique constraint 'uk' on 'users' fails when rows have the same values, which are: select"
                                + " email, kind, count(*) from users where email is not null and kind is not null group by"
                                + " email, kind having count(*) > 1;");
        assertThat(messages(new AddConstraint(
                        USERS,
                        ForeignKey.of(ConstraintName.of("fk"), List.of("team"), ObjectName.of("team"), List.of("id")))))
                .containsExactly(
                        "Foreign key 'fk' of 'users' fails when rows refer to none of 'team', which are: select * from"
                                + " users source where source.team is not null and not exists (select from team target"
                                + " where target.id = source.team);");
        assertThat(messages(new AddConstraint(
                        USERS, CheckConstraint.of(ConstraintName.of("ck"), Expression.of("age > 0")))))
                .containsExactly(
                        "Check 'ck' of 'users' fails when rows do not hold it, which are: select * from users where"
                                + " not (age > 0);");
        assertThat(messages(new AddConstraint(USERS, new PrimaryKey(ConstraintName.of("pk"), List.of("email")))))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("group by email having count(*) > 1;"));
    }

    @Test
    void holdsTheStatementForRowsOfAClassThatIsCalledOtherwise() {
        CheckConstraint before =
                CheckConstraint.of(ConstraintName.of("kinds"), Expression.of("dtype in ('Animal','Cat','Dog')"));
        CheckConstraint after =
                CheckConstraint.of(ConstraintName.of("kinds"), Expression.of("dtype in ('Animal','Feline','Dog')"));
        DropConstraint drop = new DropConstraint(USERS, before);
        AddConstraint add = new AddConstraint(USERS, after);

        assertThat(of(drop, add))
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.text())
                        .contains("no longer allows 'Cat', but allows 'Feline'", "--rename users.dtype.Cat=Feline,")
                        .endsWith("carry its rows over between the two checks:"
                                + " update users set dtype = 'Feline' where dtype = 'Cat';"));
        assertThat(of(drop, new RenameValue(USERS, "dtype", "Cat", "Feline"), add))
                .extracting(Hazard::code)
                .containsExactly("rename-value");
    }

    @Test
    void asksNothingOfRowsThatAreNotThereOrHoldIt() {
        UniqueConstraint unique = UniqueConstraint.of(ConstraintName.of("uk"), List.of("email"));
        AddConstraint added = new AddConstraint(USERS, unique);
        Table users = new Table(USERS, List.of(EMAIL), List.of(), List.of(), null);

        assertThat(messages(new CreateTable(users), added)).isEmpty();
        assertThat(messages(new AddColumn(USERS, EMAIL.withNullable(true)), added))
                .isEmpty();
        assertThat(messages(new DropConstraint(USERS, unique.withName(ConstraintName.of("old"))), added))
                .isEmpty();
        assertThat(messages(
                        new DropConstraint(USERS, check("kind in ('A', 'B')")),
                        new AddConstraint(USERS, check("kind in ('A', 'B', 'C')"))))
                .isEmpty();
        assertThat(messages(
                        new DropConstraint(USERS, check("kind in ('A', 'B')")),
                        new AddConstraint(USERS, check("kind in ('A', 'C')"))))
                .hasSize(1);
    }

    @Test
    void saysNothingOfASequenceWhoseNumbersGoOn() {
        Numbers numbers = new Numbers.OfSequence(ObjectName.of("users_seq"), 1, 50, Numbers.Blocks.SINGLE);

        assertThat(messages(
                        new ContinueNumbers(USERS, "id", List.of(numbers), List.of()),
                        new DropSequence(Sequence.of(ObjectName.of("users_seq"), 1, 50))))
                .isEmpty();
    }

    @Test
    void offersADefaultOfTheColumnsType() {
        assertThat(messages(new AddColumn(USERS, Column.of("active", "boolean", false))))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("--default users.active=false,"));
        assertThat(messages(new AlterColumn(USERS, EMAIL.withNullable(true), EMAIL)))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("--default users.email=\"''\","));
    }

    @Test
    void namesTheZoneAndTheOrderThatAConversionTakesForGranted() {
        Column at = Column.of("at", "timestamp(6)", true).withValues(Values.NONE.withZone("Asia/Tokyo"));
        Column state = Column.of("state", "smallint", true);
        Column named = state.withType("varchar(9)").withValues(Values.NONE.withConstants(List.of("NEW", "DONE")));

        assertThat(messages(new AlterColumn(USERS, at, at.withType("timestamp(6) with time zone"))))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("taken for times of 'Asia/Tokyo'"));
        assertThat(messages(new AlterColumn(USERS, state, named)))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("NEW = 0, DONE = 1"));
    }

    /** The hazards on small tables, which keep nobody waiting. */
    private List<Hazard> of(Operation... plan) {
        return of(Set.of(), plan);
    }

    private List<Hazard> of(Set<SchemaObject> unmanaged, Operation... plan) {
        Situation small = new Situation(18, Map.of(USERS, new TableSize(5, 8192)), Set.of());
        return rules.forecast(List.of(plan), unmanaged, small).stream()
                .flatMap(forecast -> forecast.hazards().stream())
                .toList();
    }

    private List<String> messages(Operation... plan) {
        return of(plan).stream().map(Hazard::text).toList();
    }

    private static CheckConstraint check(String expression) {
        return CheckConstraint.of(ConstraintName.of("ck"), Expression.of(expression));
    }

    @Test
    void namesAnUnmanagedIndexThatIsDroppedAndNotMadeAgain() {
        Index index = Index.of(ConstraintName.of("by_hand"), false, List.of(IndexKey.column("email")));
        DropIndex drop = new DropIndex(USERS, index);
        Set<SchemaObject> unmanaged = Set.of(new SchemaObject(SchemaObject.Kind.INDEX, ObjectName.of("by_hand")));

        assertThat(of(unmanaged, drop)).extracting(Hazard::code).containsExactly("drop-unmanaged-index");
        assertThat(of(unmanaged, drop, new CreateIndex(USERS, index))).isEmpty();
        assertThat(of(drop)).extracting(Hazard::code).containsExactly("drop-index");
    }
}
