package dev.aludel.diff.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.diff.Diff;
import dev.aludel.diff.provenance.Difference;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableOptions;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which statements stand in which revision. */
class OnlinePlanTests {

    private static final Dialect DIALECT = new PostgresDialect();

    /** With what the plans ask of one. */
    private record OtherServer(boolean validatesNotNull) implements Server {

        @Override
        public String quote(String identifier) {
            return DIALECT.renderer().quote(identifier);
        }

        @Override
        public String nameFor(ObjectName table, String column, String kind) {
            return DIALECT.renderer().nameFor(table, column, kind);
        }

        @Override
        public boolean isWrittenPerRow(AddColumn added) {
            Expression value = added.column().defaultValue();
            return value != null && value.declared().contains("random");
        }

        @Override
        public boolean isConvertedPerRow(AlterColumn altered) {
            return altered.after().type().equals("bigint");
        }

        @Override
        public Optional<String> converted(Column from, Column to) {
            return DIALECT.renderer().converted(from, to);
        }
    }

    private static final Column ID = Column.of("id", "bigint", false);
    private static final Column EMAIL = Column.of("email", "text", true);
    private static final PrimaryKey KEY = new PrimaryKey(ConstraintName.of("users_pkey"), List.of("id"));
    private static final Table USERS = table("users", List.of(ID, EMAIL), KEY);
    private static final Index INDEX = index("users_email_idx", "email");

    private boolean validatesNotNull;

    @Test
    void newTablesAndColumnsWithAConstantStayInOneTransaction() {
        Table wider = USERS.withColumns(
                List.of(ID, EMAIL, Column.of("active", "boolean", false).withDefaultValue(Expression.of("true"))));
        Table orders = table("orders", List.of(ID, EMAIL), KEY.withName(ConstraintName.of("orders_pkey")))
                .withIndexes(List.of(index("orders_email_idx", "email")));
        assertThat(upgrade(USERS, List.of(wider, orders)))
                .containsExactly(
                        "1 in a transaction",
                        "create table orders (\n    id bigint not null,\n    email text,\n    constraint orders_pkey primary key (id)\n)",
                        "alter table users add column active boolean default true not null",
                        "create index orders_email_idx on orders (email)");
    }

    @Test
    void anIndexIsBuiltAndDroppedBeside() {
        assertThat(upgrade(USERS, USERS.withIndexes(List.of(INDEX))))
                .containsExactly("1 beside: indexes", "create index concurrently users_email_idx on users (email)");
        assertThat(downgrade(USERS, USERS.withIndexes(List.of(INDEX))))
                .containsExactly("drop index concurrently users_email_idx");
    }

    @Test
    void aChangedIndexServesUntilItsSuccessorIsThere() {
        Table before = USERS.withIndexes(List.of(INDEX));
        Table after = USERS.withIndexes(List.of(index("users_email_idx", "email", "id")));
        assertThat(upgrade(before, after))
                .containsExactly(
                        "1 beside: indexes",
                        "create index concurrently aludel_users_email_idx on users (email, id)",
                        "drop index concurrently users_email_idx",
                        "alter index aludel_users_email_idx rename to users_email_idx");
        assertThat(downgrade(before, after))
                .containsExactly(
                        "alter index users_email_idx rename to aludel_users_email_idx",
                        "create index concurrently users_email_idx on users (email)",
                        "drop index concurrently aludel_users_email_idx");
    }

    @Test
    void aUniqueConstraintTakesAnIndexThatWasBuiltBeside() {
        UniqueConstraint unique = new UniqueConstraint(
                ConstraintName.of("users_email_key"), List.of("email"), false, "deferrable initially deferred");
        assertThat(upgrade(USERS, USERS.withConstraints(List.of(KEY, unique))))
                .containsExactly(
                        "1 beside: indexes",
                        "create unique index concurrently users_email_key on users (email) nulls not distinct",
                        "alter table users add constraint users_email_key unique using index users_email_key deferrable initially deferred");
        assertThat(downgrade(USERS, USERS.withConstraints(List.of(KEY, unique))))
                .containsExactly("alter table users drop constraint users_email_key");
    }

    @Test
    void aForeignKeyAndACheckAreValidatedInAnotherTransaction() {
        Table orders = table("orders", List.of(ID, Column.of("user_id", "bigint", true)));
        ForeignKey foreignKey = ForeignKey.of(
                ConstraintName.of("orders_user_fk"), List.of("user_id"), ObjectName.of("users"), List.of("id"));
        CheckConstraint check = CheckConstraint.of(ConstraintName.of("orders_id_check"), Expression.of("id > 0"));
        List<Table> before = List.of(USERS, orders);
        List<Table> after = List.of(USERS, orders.withConstraints(List.of(foreignKey, check)));
        assertThat(upgrade(before, after))
                .containsExactly(
                        "1 in a transaction",
                        "alter table orders add constraint orders_id_check check (id > 0) not valid",
                        "alter table orders add constraint orders_user_fk foreign key (user_id) references users (id) not valid",
                        "2 beside: validate",
                        "alter table orders validate constraint orders_id_check",
                        "alter table orders validate constraint orders_user_fk");
    }

    @Test
    void aForeignKeyWaitsForTheKeyThatItRefersTo() {
        UniqueConstraint unique = UniqueConstraint.of(ConstraintName.of("users_email_key"), List.of("email"));
        ForeignKey foreignKey = ForeignKey.of(
                ConstraintName.of("logins_fk"), List.of("email"), ObjectName.of("users"), List.of("email"));
        Table logins = table("logins", List.of(EMAIL), foreignKey);
        assertThat(upgrade(USERS, List.of(USERS.withConstraints(List.of(KEY, unique)), logins)))
                .filteredOn(line -> Character.isDigit(line.charAt(0)) || line.contains("foreign key"))
                .containsExactly(
                        "1 in a transaction",
                        "2 beside: indexes",
                        "3 in a transaction",
                        "alter table logins add constraint logins_fk foreign key (email) references users (email)");
    }

    @Test
    void aColumnIsClosedByACheckThatWasValidatedBefore() {
        Table after = USERS.withColumns(List.of(ID, EMAIL.withNullable(false)));
        assertThat(upgrade(USERS, after))
                .containsExactly(
                        "1 in a transaction",
                        "alter table users add constraint aludel_email check (email is not null) not valid",
                        "2 beside: validate",
                        "alter table users validate constraint aludel_email",
                        "3 in a transaction: close",
                        "alter table users alter column email set not null",
                        "alter table users drop constraint aludel_email");
        assertThat(downgrade(USERS, after))
                .containsExactly(
                        "alter table users add constraint aludel_email check (email is not null) not valid",
                        "alter table users alter column email drop not null",
                        "alter table users drop constraint aludel_email");
    }

    @Test
    void aColumnWhoseValuesDifferFromRowToRowIsFilledInBatches() {
        Column token = Column.of("token", "uuid", false).withDefaultValue(Expression.of("gen_random_uuid()"));
        String fill =
                "-- batch: key id, size 1000, pause 100ms\nupdate users set token = gen_random_uuid() where token is null";
        assertThat(upgrade(USERS, USERS.withColumns(List.of(ID, EMAIL, token))))
                .containsExactly(
                        "1 in a transaction: expand",
                        "alter table users add column token uuid",
                        "alter table users alter column token set default gen_random_uuid()",
                        "2 beside: backfill",
                        fill,
                        "alter table users add constraint aludel_token check (token is not null) not valid",
                        fill,
                        "alter table users validate constraint aludel_token",
                        "3 in a transaction: close",
                        "alter table users alter column token set not null",
                        "alter table users drop constraint aludel_token");
    }

    @Test
    void nullIsForbiddenForNewRowsFirstWhereTheServerCanValidateItLater() {
        validatesNotNull = true;
        Table strict = USERS.withColumns(List.of(ID, EMAIL.withNullable(false)));
        assertThat(upgrade(USERS, strict))
                .containsExactly(
                        "1 in a transaction",
                        "alter table users add constraint users_email_not_null not null email not valid",
                        "2 beside: validate",
                        "alter table users validate constraint users_email_not_null");
        assertThat(downgrade(USERS, strict)).containsExactly("alter table users alter column email drop not null");

        Column token = Column.of("token", "uuid", false).withDefaultValue(Expression.of("gen_random_uuid()"));
        String filled =
                "-- batch: key id, size 1000, pause 100ms\nupdate users set token = gen_random_uuid() where token is null";
        assertThat(upgrade(USERS, USERS.withColumns(List.of(ID, EMAIL, token))))
                .containsExactly(
                        "1 in a transaction: expand",
                        "alter table users add column token uuid",
                        "alter table users alter column token set default gen_random_uuid()",
                        "2 beside: backfill",
                        filled,
                        "alter table users add constraint users_token_not_null not null token not valid",
                        filled,
                        "alter table users validate constraint users_token_not_null");
    }

    @Test
    void aColumnOfAnotherTypeIsFilledBesideAndTakesTheOldOnesPlace() {
        Column old = Column.of("score", "integer", false).withDefaultValue(Expression.of("0"));
        Index index = index("users_score_idx", "score");
        Table before = USERS.withColumns(List.of(ID, old)).withIndexes(List.of(index));
        assertThat(upgrade(before, before.withColumns(List.of(ID, old.withType("bigint")))))
                .filteredOn(line -> !line.startsWith("create function") && !line.startsWith("drop function"))
                .containsExactly(
                        "1 beside: expand",
                        "alter table users add column aludel_score bigint",
                        "create trigger zz_aludel_score before insert or update on users for each row execute function aludel_users_score()",
                        "-- batch: key id, size 1000, pause 100ms\nupdate users set aludel_score = score where aludel_score is null and score is not null",
                        "alter table users add constraint aludel_score check (aludel_score is not null) not valid",
                        "alter table users validate constraint aludel_score",
                        "create index concurrently aludel_users_score_idx on users (aludel_score)",
                        "2 beside: swap",
                        "begin",
                        "drop trigger zz_aludel_score on users",
                        "alter table users add constraint aludel_old_score check (score is not null) not valid",
                        "alter table users alter column score drop default",
                        "alter table users alter column score drop not null",
                        "alter index users_score_idx rename to aludel_old_users_score_idx",
                        "alter table users rename column score to aludel_old_score",
                        "alter table users rename column aludel_score to score",
                        "alter index aludel_users_score_idx rename to users_score_idx",
                        "alter table users alter column score set not null",
                        "alter table users alter column score set default 0",
                        "alter table users drop constraint aludel_score",
                        "create trigger zz_aludel_score before insert or update on users for each row execute function aludel_users_score()",
                        "commit",
                        "alter table users validate constraint aludel_old_score",
                        "3 beside: contract",
                        "drop index concurrently aludel_old_users_score_idx",
                        "alter table users drop constraint aludel_old_score",
                        "drop trigger zz_aludel_score on users",
                        "alter table users drop column aludel_old_score");
    }

    @Test
    void aTableWithoutAKeyIsFilledAtOnce() {
        Table bare = table("logs", List.of(EMAIL));
        Column token = Column.of("token", "uuid", false).withDefaultValue(Expression.of("gen_random_uuid()"));
        assertThat(upgrade(bare, bare.withColumns(List.of(EMAIL, token))))
                .containsExactly(
                        "1 in a transaction",
                        "alter table logs add column token uuid default gen_random_uuid() not null");
    }

    @Test
    void aPartitionedTableStaysWithThePlainForms() {
        Table partitioned = USERS.withOptions(TableOptions.ofText("partition by range (id)"));
        assertThat(upgrade(partitioned, partitioned.withIndexes(List.of(INDEX))))
                .containsExactly("1 in a transaction", "create index users_email_idx on users (email)");
    }

    @Test
    void whatIsOnlyTakenDownForAChangeOfTypeComesBackInTheSameTransaction() {
        Index lower = Index.of(
                ConstraintName.of("users_lower_idx"),
                false,
                List.of(IndexKey.expression(Expression.of("lower(email)"))));
        Table before = USERS.withIndexes(List.of(lower));
        Table after = before.withColumns(List.of(ID, EMAIL.withType("varchar(80)")));
        assertThat(upgrade(before, after))
                .containsExactly(
                        "1 in a transaction",
                        "drop index users_lower_idx",
                        "alter table users alter column email type varchar(80)",
                        "create index users_lower_idx on users ((lower(email)))");
    }

    private static Table table(String name, List<Column> columns, Constraint... constraints) {
        return new Table(ObjectName.of(name), columns, List.of(constraints), List.of(), null);
    }

    private static Index index(String name, String... columns) {
        return Index.of(
                ConstraintName.of(name),
                false,
                Stream.of(columns).map(IndexKey::column).toList());
    }

    private List<String> upgrade(Table before, Table after) {
        return upgrade(before, List.of(after));
    }

    private List<String> upgrade(Table before, List<Table> after) {
        return upgrade(List.of(before), after);
    }

    private List<String> upgrade(List<Table> before, List<Table> after) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (OnlineStep step : steps(before, after)) {
            lines.add(number++
                    + (step.transactional() ? " in a transaction" : " beside")
                    + (step.label().isEmpty() ? "" : ": " + step.label()));
            step.differences()
                    .forEach(difference -> lines.addAll(DIALECT.renderer().render(difference.operation())));
        }
        return lines;
    }

    private List<String> downgrade(Table before, Table after) {
        List<Difference> differences = new ArrayList<>();
        steps(List.of(before), List.of(after)).forEach(step -> differences.addAll(step.differences()));
        Collections.reverse(differences);
        return differences.stream()
                .flatMap(difference ->
                        DIALECT.renderer().render(difference.reverse().operation()).stream())
                .toList();
    }

    private List<OnlineStep> steps(List<Table> before, List<Table> after) {
        Schema database = new Schema(List.of(), before, List.of());
        List<Difference> plan = Diff.between(database, new Schema(List.of(), after, List.of())).stream()
                .map(operation -> new Difference(operation, "", ""))
                .toList();
        return OnlinePlan.of(plan, database, new OtherServer(validatesNotNull));
    }
}
