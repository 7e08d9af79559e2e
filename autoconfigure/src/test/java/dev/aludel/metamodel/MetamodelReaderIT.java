package dev.aludel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a comparison with Hibernate's own creation cannot show: whose names they are, and what Hibernate cannot create. */
class MetamodelReaderIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void tellsNamesThatUsersChoseFromThoseThatNobodyChose() {
        Table table = table("books", """
                @Entity @Table(name = "books",
                    indexes = {@Index(name = "Books_Title", columnList = "title"), @Index(columnList = "pages")},
                    uniqueConstraints = {@UniqueConstraint(name = "Isbn_Once", columnNames = "isbn"),
                        @UniqueConstraint(columnNames = {"title", "pages"})})
                class Book { @Id Long id; String title; int pages; String isbn; @Column(unique = true) String code;
                    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "Fk_Next")) Book next; @ManyToOne Book previous; }
                """);

        assertThat(table.constraints(UniqueConstraint.class))
                .containsExactly(
                        UniqueConstraint.of(ConstraintName.unnamed(), List.of("code")),
                        UniqueConstraint.of(ConstraintName.of("isbn_once"), List.of("isbn")),
                        UniqueConstraint.of(ConstraintName.unnamed(), List.of("title", "pages")));
        assertThat(table.indexes()).extracting(index -> index.name().implicit()).containsExactly(false, true);
        assertThat(table.indexes().get(0).name()).isEqualTo(ConstraintName.of("books_title"));
        assertThat(table.indexes().get(1).name().text()).startsWith("idx");
        assertThat(table.foreignKeys())
                .extracting(
                        key -> key.name().implicit() ? "generated" : key.name().text())
                .containsExactlyInAnyOrder("fk_next", "generated");
        assertThat(table.primaryKey().map(PrimaryKey::name)).contains(ConstraintName.unnamed());
    }

    @Test
    void takesNamesAsTheDatabaseStoresThem() {
        Table table = table("Order", """
                @Entity @Table(name = "`Order`") class Order { @Id Long id; @Column(name = "`userName`") String userName;
                    @Column(name = "`select`") int select; String GROUP; String größeÜber;
                    @Column(name = "`the \\"\\"best\\"\\"`") boolean best; }
                """);

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactlyInAnyOrder(
                        "select", "the \"best\"", "id", "group", "größeÜber".replace("Ü", "_ü"), "userName");
    }

    @Test
    void knowsIdentityGeneratedColumnsAndDefaults() {
        Table table = table("item", """
                @Entity class Item { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @ColumnDefault("'new'") @Comment("where it stands") String state; @GeneratedColumn("upper(state)") String shout; }
                """);

        assertThat(table.column("id")).contains(Column.of("id", "bigint", false).withIdentity(Identity.BY_DEFAULT));
        Column state = table.column("state").orElseThrow();
        assertThat(state.defaultValue()).hasToString("'new'");
        assertThat(state.comment()).isEqualTo("where it stands");
        assertThat(table.column("shout").orElseThrow().generated())
                .isNotNull()
                .matches(
                        generated -> generated.stored() == (TestDatabase.serverVersion() < 18),
                        "virtual, as Hibernate creates it since PostgreSQL 18")
                .matches(generated -> generated.expression().declared().equals("upper(state)"));
    }

    @Test
    void leavesAColumnDefinitionThatCountsItselfAsItIs() {
        Table table = table("item", """
                @Entity class Item { @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
                    @Column(columnDefinition = "bigint generated always as identity") Long id; }
                """);

        assertThat(table.columns()).containsExactly(Column.of("id", "bigint generated always as identity", false));
    }

    @Test
    void appliesBeanValidation() {
        Table table = table(
                "item", "@Entity class Item { @Id Long id; @NotBlank @Size(max = 9) String code; @Min(2) int n; }");

        assertThat(table.column("code")).contains(Column.of("code", "varchar(9)", false));
        assertThat(table.constraints(CheckConstraint.class))
                .extracting(check -> check.expression().declared())
                .containsExactly("n>=2");
    }

    @Test
    void takesTheDefaultSchemaForTheUnitsOwnSpelledOutOrNot() {
        EntityModel model = EntityModel.of("""
                @Entity class Plain { @Id @GeneratedValue Long id; }
                @Entity @Table(schema = "Shop") class Spelled { @Id @GeneratedValue(generator = "g")
                    @SequenceGenerator(name = "g", schema = "shop", sequenceName = "plain_seq") Long id; @ManyToOne Plain plain; }
                @Entity @Table(schema = "audit") class Audit { @Id Long id; @ManyToOne Spelled spelled; }
                """).withSettings(Map.of("hibernate.default_schema", "shop"));
        Schema schema = read(model);

        assertThat(schema.namespaces()).containsExactly("audit");
        assertThat(schema.tables())
                .extracting(Table::name)
                .containsExactlyInAnyOrder(
                        ObjectName.of("plain"), ObjectName.of("spelled"), ObjectName.of("audit", "audit"));
        assertThat(schema.sequences()).containsExactly(Sequence.of(ObjectName.of("plain_seq"), 1, 50));
        assertThat(schema.table(ObjectName.of("audit", "audit")).orElseThrow().foreignKeys())
                .extracting(ForeignKey::target)
                .containsExactly(ObjectName.of("spelled"));
    }

    @Test
    void makesNamesDistinctThatHibernateCreatesOnlyOnce() {
        Schema schema = read(EntityModel.of("""
                @Entity @Table(indexes = @Index(name = "by_name", columnList = "name"),
                    uniqueConstraints = @UniqueConstraint(name = "code_once", columnNames = "code"))
                class Circle { @Id Long id; String name; String code; }
                @Entity @Table(indexes = @Index(name = "by_name", columnList = "name"),
                    uniqueConstraints = @UniqueConstraint(name = "code_once", columnNames = "code"))
                class Square { @Id Long id; String name; String code; @Embedded Price net;
                    @Embedded @AttributeOverride(name = "amount", column = @Column(name = "gross")) Price gross; }
                @Embeddable class Price { @Check(name = "positive", constraints = "id > 0") int amount; }
                """));

        assertThat(schema.tables())
                .extracting(
                        table -> table.indexes().get(0).name(),
                        table ->
                                table.constraints(UniqueConstraint.class).get(0).name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ConstraintName.of("by_name"), ConstraintName.of("code_once")),
                        org.assertj.core.groups.Tuple.tuple(ConstraintName.unnamed(), ConstraintName.unnamed()));
        assertThat(schema.tables().get(1).constraints(CheckConstraint.class))
                .extracting(Constraint::name)
                .as("the same check by the same name is one")
                .containsExactly(ConstraintName.of("positive"));
    }

    @Test
    void readsIndexExpressionsAlsoWhereHibernateSplitsThemAtTheComma() {
        Table table = table("item", """
                @Entity @Table(indexes = {@Index(name = "a", columnList = "(coalesce(code, name)) desc, id"),
                    @Index(name = "b", columnList = "(code)"), @Index(name = "c", columnList = "(lower(code))", unique = true),
                    @Index(name = "d", columnList = "id, code desc", unique = true)})
                class Item { @Id Long id; String code; String name; }
                """);

        assertThat(table.indexes())
                .extracting(
                        index -> index.name().text(),
                        Index::unique,
                        index -> index.keys().stream()
                                .map(key -> key.expression()
                                        + (key.isColumn() ? "" : " expression")
                                        + (key.descending() ? " desc" : ""))
                                .toList())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "a", false, List.of("coalesce(code, name) expression desc", "id")),
                        org.assertj.core.groups.Tuple.tuple("b", false, List.of("code")),
                        org.assertj.core.groups.Tuple.tuple("c", true, List.of("lower(code) expression")),
                        org.assertj.core.groups.Tuple.tuple("d", true, List.of("id", "code desc")));
        assertThat(table.indexes().get(table.indexes().size() - 1).keys())
                .containsExactly(IndexKey.column("id"), IndexKey.descending("code"));
    }

    @Test
    void leavesTheOptionsOfAUniqueConstraintToTheNormalForm() {
        Table table = table("item", """
                @Entity @Table(uniqueConstraints = @UniqueConstraint(name = "u", columnNames = "code", options = "nulls not distinct"))
                class Item { @Id Long id; String code; }
                """);

        assertThat(table.constraints(UniqueConstraint.class))
                .containsExactly(
                        new UniqueConstraint(ConstraintName.of("u"), List.of("code"), true, "nulls not distinct"));
    }

    @Test
    void makesNamesDistinctThatPostgresCutsToTheSame() {
        String name = "this_name_is_longer_than_the_sixty_three_bytes_that_postgres_keeps";
        Schema schema = read(EntityModel.of("""
                @Entity @Table(indexes = {@Index(name = "%1$s_a", columnList = "code"), @Index(name = "%1$s_b", columnList = "code, id")})
                class Item { @Id Long id; String code; }
                """.formatted(name)));

        assertThat(schema.tables().get(0).indexes())
                .extracting(Index::name)
                .containsExactly(ConstraintName.of(name + "_a"), ConstraintName.unnamed());
    }

    @Test
    void refusesAnIndexOnAColumnThatIsNotThere() {
        assertThatThrownBy(() -> table("item", """
                        @Entity @Table(indexes = @Index(name = "by_mail", columnList = "maill varchar_pattern_ops desc"))
                        class Item { @Id Long id; String mail; }
                        """))
                .isInstanceOf(UnknownKeyColumnException.class)
                .hasMessageContaining("The index 'by_mail' of table 'item' names the column 'maill'");
        assertThatThrownBy(() -> table("item", """
                        @Entity @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"id", "missing"}))
                        class Item { @Id Long id; String mail; }
                        """))
                .isInstanceOf(UnknownKeyColumnException.class)
                .hasMessageContaining("'item'")
                .hasMessageContaining("'missing'")
                .hasMessageContaining("'id', 'mail'");
    }

    @Test
    void refusesAReferenceToColumnsThatAreNoKey() {
        assertThatThrownBy(() -> table("b", """
                        class Key implements java.io.Serializable { Long x; Long y; }
                        @Entity @IdClass(Key.class) class A { @Id Long x; @Id Long y; }
                        @Entity class B { @Id Long id;
                            @ManyToOne @JoinColumn(name = "ax", referencedColumnName = "x",
                                foreignKey = @ForeignKey(name = "fk_ax")) A a; }
                        """))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("The foreign key 'fk_ax' of table 'b' refers to 'x' of table 'a'")
                .hasMessageContaining("no unique constraint")
                .hasMessageContaining("NO_CONSTRAINT");
    }

    @Test
    void refusesSqlTextThatItCannotRead() {
        assertThatThrownBy(() -> table("item", """
                        @Entity class Item { @Id Long id;
                            @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "fk", foreignKeyDefinition = "check me")) Item next; }
                        """))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("'fk'")
                .hasMessageContaining("'check me'");
        assertThatThrownBy(() -> table("item", """
                        @Entity class Item { @Id @GeneratedValue(generator = "g")
                            @SequenceGenerator(name = "g", sequenceName = "s", options = "owned by none") Long id; }
                        """))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("'s'")
                .hasMessageContaining("'owned by none'");
    }

    @Test
    void leavesOutViewsAndWhatTheSchemaFilterLeavesOut() {
        Schema schema = read(EntityModel.of("""
                @Entity class Item { @Id Long id; @ManyToOne Summary summary; }
                @Entity @View(query = "select 1 as id") class Summary { @Id Long id; }
                @Entity @Table(name = "legacy_item") class Legacy { @Id Long id; }
                """)
                .withSettings(Map.of("hibernate.hbm2ddl.schema_filter_provider", NoLegacy.class.getName())));

        assertThat(schema.tables()).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo(ObjectName.of("item"));
            assertThat(table.foreignKeys()).isEmpty();
        });
    }

    private static Table table(String name, String text) {
        return read(EntityModel.of(text)).table(ObjectName.of(name)).orElseThrow();
    }

    private static Schema read(EntityModel model) {
        try (EntityModel.Open open = model.open(DATABASE)) {
            return MetamodelReader.read(open.metadata(), open.factory().unwrap(SessionFactoryImplementor.class));
        }
    }
}
