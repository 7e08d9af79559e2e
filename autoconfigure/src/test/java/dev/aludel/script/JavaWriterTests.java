package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.revision.Revision;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Table;
import dev.aludel.script.JavaWriter.Step;
import dev.aludel.script.JavaWriter.Way;
import dev.aludel.testing.SourceCompiler;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaWriterTests {

    private static final ObjectName USERS = ObjectName.of("users");
    private static final ObjectName ODD = ObjectName.of("audit", "odd.name");
    private static final Column EMAIL = Column.of("email", "varchar(255)", true);
    private static final Column NOTE = Column.of("note", "text", false)
            .withDefaultValue(Expression.of("'say \"hello\" to \\ everybody who reads this line'"))
            .withComment("a comment of some length, so that the line breaks");

    private static String write(Script script, Way upgrade, Way downgrade) {
        return new JavaWriter(new PostgresDialect().renderer()::render)
                .write(script, "com.shop.revisions", "AddEmail", upgrade, downgrade);
    }

    private static Script script(SchemaObject... creates) {
        return new Script(
                Revision.of("3f2a9c1b7d40", "add email", "1b9e0c44a2d1"),
                Instant.parse("2026-11-22T10:15:00Z"),
                List.of(creates),
                true,
                null,
                SqlBody.of("", ""),
                "");
    }

    @Test
    void writesAnEmptyClass() {
        assertThat(write(script(), Way.empty(), Way.empty())).isEqualTo("""
                package com.shop.revisions;

                import dev.aludel.JavaRevision;
                import dev.aludel.Operations;
                import dev.aludel.Revision;

                @Revision(
                        id = "3f2a9c1b7d40",
                        downRevision = "1b9e0c44a2d1",
                        message = "add email",
                        created = "2026-11-22T10:15:00Z")
                public class AddEmail implements JavaRevision {

                    @Override
                    public void upgrade(Operations op) {}

                    @Override
                    public void downgrade(Operations op) {}
                }
                """);
    }

    @Test
    void writesOperationsAsCallsAndChangesOfATableTogether() {
        Table logs = new Table(
                ODD,
                List.of(Column.of("id", "bigint", false).withIdentity(Identity.BY_DEFAULT), NOTE),
                List.of(new PrimaryKey(ConstraintName.of("odd_pkey"), List.of("id"))),
                List.of(),
                null);
        Way upgrade = new Way(
                List.of("hazard a: \\users may wait"),
                List.of(
                        new Step(new CreateTable(logs), "from Log"),
                        new Step(new AddColumn(USERS, EMAIL), "from User.email"),
                        new Step(
                                new CreateIndex(
                                        USERS,
                                        Index.of(
                                                ConstraintName.of("users_email_idx"),
                                                true,
                                                List.of(
                                                        IndexKey.column("email"),
                                                        IndexKey.expression(Expression.of("lower(name)"))))),
                                "from User.email"),
                        new Step(
                                new AddConstraint(
                                        USERS,
                                        ForeignKey.of(ConstraintName.unnamed(), List.of("log_id"), ODD, List.of("id"))),
                                "from User.log"),
                        new Step(new RenameNotNulls(List.of(new RenameNotNulls.Name(USERS, "a", "b"))), "from User")));
        Way downgrade = new Way(
                List.of(),
                List.of(new Step(new DropColumn(USERS, EMAIL), "from User.email"), new Step(new DropTable(logs), "")));

        String text = write(
                script(
                        new SchemaObject(Kind.TABLE, ODD),
                        new SchemaObject(Kind.INDEX, ObjectName.of("users_email_idx"))),
                upgrade,
                downgrade);

        assertThat(text).contains("""
                        created = "2026-11-22T10:15:00Z",
                        creates = {"table audit.\\"odd.name\\"", "index users_email_idx"})
                """).contains("""
                    public void upgrade(Operations op) {
                        // hazard a: \\ users may wait
                        // from Log
                        op.createTable("audit.\\"odd.name\\"", t -> {
                            t.column("id", "bigint").notNull().identity();
                            t.column("note", "text")
                                    .notNull()
                                    .defaultValue("'say \\"hello\\" to \\\\ everybody who reads this line'")
                                    .comment("a comment of some length, so that the line breaks");
                            t.primaryKey("id").named("odd_pkey");
                        });
                        // from User.email
                        op.alterTable("users", t -> {
                            t.addColumn("email", "varchar(255)");
                            t.createIndex("email").expression("lower(name)").named("users_email_idx").unique();
                            // from User.log
                            t.addForeignKey("log_id").references("audit.\\"odd.name\\"", "id");
                        });
                        // from User
                        op.execute(\"""
                                do $$
                """).contains("""
                    public void downgrade(Operations op) {
                        // from User.email
                        op.alterTable("users", t -> t.dropColumn("email"));
                        op.dropTable("audit.\\"odd.name\\"");
                    }
                """);
        assertThat(SourceCompiler.compile("com.shop.revisions.AddEmail", text)).isNotNull();
    }

    @Test
    void leavesToSqlWhatItPutsBackForOthers() {
        Step step = new Step(
                new CreateIndex(
                        USERS, Index.of(ConstraintName.of("by_hand"), false, List.of(IndexKey.column("email")))),
                "");

        assertThat(write(script(), new Way(List.of(), List.of(step)), Way.empty()))
                .contains("op.execute(\"create index by_hand on users (email)\");");
    }
}
