package dev.aludel.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.SchemaFilter;
import dev.aludel.dialect.Catalog;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompareFilterTests {

    private static final Table BOOK = new Table(
            ObjectName.of("book"),
            List.of(Column.of("id", "bigint", false), Column.of("search", "tsvector", true)),
            List.of(
                    new PrimaryKey(ConstraintName.of("book_pkey"), List.of("id")),
                    CheckConstraint.of(ConstraintName.of("filled"), Expression.of("search is not null")),
                    CheckConstraint.of(ConstraintName.of("legacy_positive"), Expression.of("id > 0"))),
            List.of(
                    Index.of(ConstraintName.of("by_search"), false, List.of(IndexKey.column("search"))),
                    Index.of(ConstraintName.of("by_id"), false, List.of(IndexKey.column("id")))),
            null);

    @Test
    void leavesOutAColumnWithAllThatStandsOnIt() {
        Table left = filtered(new Everything() {
            @Override
            public boolean isCompared(ObjectName table, Column column) {
                return !column.type().equals("tsvector");
            }
        });

        assertThat(left.columns()).extracting(Column::name).containsExactly("id");
        assertThat(left.constraints())
                .extracting(constraint -> constraint.name().text())
                .containsExactly("book_pkey", "legacy_positive");
        assertThat(left.indexes()).extracting(index -> index.name().text()).containsExactly("by_id");
    }

    @Test
    void leavesOutConstraintsAndIndexes() {
        Table left = filtered(new Everything() {
            @Override
            public boolean isCompared(ObjectName table, Constraint constraint) {
                return !constraint.name().text().startsWith("legacy_");
            }

            @Override
            public boolean isCompared(ObjectName table, Index index) {
                return index.keys().stream().noneMatch(key -> key.concerns("search"));
            }
        });

        assertThat(left.constraints())
                .extracting(constraint -> constraint.name().text())
                .containsExactly("book_pkey", "filled");
        assertThat(left.indexes()).extracting(index -> index.name().text()).containsExactly("by_id");
    }

    @Test
    void putsTablesOfKnownToolsAsideUnlessTheModelOrARevisionHasThem() {
        Schema database = Schema.empty()
                .withTables(List.of(
                        BOOK, named("qrtz_locks"), named("shedlock"), named("batch_job_instance"), named("revinfo")));
        Schema model = Schema.empty().withTables(List.of(BOOK, named("shedlock")));

        Catalog left = CompareFilter.withoutTools(
                new Catalog(database, List.of(), 18),
                model,
                Set.of(new SchemaObject(Kind.TABLE, ObjectName.of("batch_job_instance"))));

        assertThat(left.schema().tables())
                .extracting(table -> table.name().name())
                .containsExactlyInAnyOrder("book", "shedlock", "batch_job_instance", "revinfo");
        assertThat(left.others()).containsExactly(new SchemaObject(Kind.TABLE, ObjectName.of("qrtz_locks")));
    }

    private static Table named(String name) {
        return BOOK.withName(ObjectName.of(name));
    }

    private static Table filtered(SchemaFilter filter) {
        return new CompareFilter(
                        CompareSettings.defaults(), List.of(filter), ObjectName.of("aludel_revision"), "public")
                .filter(Schema.empty().withTables(List.of(BOOK)))
                .tables()
                .get(0);
    }

    /** Leaves out no object. */
    private static class Everything implements SchemaFilter {

        @Override
        public boolean isCompared(SchemaObject object) {
            return true;
        }
    }
}
