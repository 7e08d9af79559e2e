package dev.aludel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.Commands;
import dev.aludel.command.Settings;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who in the mapping a difference comes from, and what else is its cause. */
class ProvenanceIT {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void namesEntitiesAttributesAndTheirRoles() {
        assertThat(comments("""
                @Embeddable class Address { String city; @ManyToOne Country country; }
                @Entity class Country { @Id @GeneratedValue(generator = "ids") Long id; }
                @Entity class Region { @Id @GeneratedValue(generator = "ids") Long id; @OneToMany @JoinColumn Set<Country> countries; }
                @Entity @Table(indexes = @Index(columnList = "email, createdAt"))
                @SecondaryTable(name = "photos")
                class User {
                    @Id @GeneratedValue Long id;
                    String email;
                    Instant createdAt;
                    Address address;
                    @Column(table = "photos") byte[] photo;
                    @ElementCollection Set<String> roles = new HashSet<>();
                    @ManyToMany @OrderColumn List<User> friends = new ArrayList<>();
                }
                @Entity @Inheritance(strategy = InheritanceType.JOINED) class Animal { @Id Long id; }
                @Entity class Cat extends Animal { @Column(unique = true) String name; }
                """))
                .containsExactly(
                        "-- from Country.id, Region.id",
                        "create sequence ids increment by 50",
                        "-- from User.id",
                        "create sequence user_seq increment by 50",
                        "-- from Animal",
                        "create table animal",
                        "-- from Cat",
                        "create table cat",
                        "-- from Country",
                        "create table country",
                        "-- from User (secondary table)",
                        "create table photos",
                        "-- from Region",
                        "create table region",
                        "-- from User",
                        "create table \"user\"",
                        "-- from User.friends",
                        "create table user_friends",
                        "-- from User.roles",
                        "create table user_roles",
                        "-- from User.email, User.createdAt",
                        "create index on \"user\" (email, created_at)",
                        "-- from Cat (joined to Animal)",
                        "alter table cat add constraint foreign key (id) references animal (id)",
                        "-- from Region.countries",
                        "alter table country add constraint foreign key (countries_id) references region (id)",
                        "-- from User (secondary table)",
                        "alter table photos add constraint foreign key (id) references \"user\" (id)",
                        "-- from User.address.country",
                        "alter table \"user\" add constraint foreign key (country_id) references country (id)",
                        "-- from User.friends (owner)",
                        "alter table user_friends add constraint foreign key (user_id) references \"user\" (id)",
                        "-- from User.friends (element)",
                        "alter table user_friends add constraint foreign key (friends_id) references \"user\" (id)",
                        "-- from User.roles (owner)",
                        "alter table user_roles add constraint foreign key (user_id) references \"user\" (id)");
    }

    @Test
    void namesTheAttributesOfATypeOfTheirOwn() {
        assertThat(compare("""
                enum Status { OPEN, CLOSED }
                @Embeddable @Struct(name = "place") class Place { String city; }
                @Entity class Account { @Id Long id; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Status status; Place home; }
                @Entity class Order { @Id Long id; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Status status; }
                """))
                .contains("create type status as enum ('CLOSED', 'OPEN'), from Account.status, Order.status");
    }

    @Test
    void saysWhereHibernateOrBootSaysMoreThanTheMapping() {
        String model = """
                enum Status { OPEN, CLOSED }
                @Entity class Account {
                    @Id Long id;
                    @Version Integer version;
                    @CreationTimestamp Instant openedAt;
                    @Enumerated(EnumType.STRING) Status status;
                    String address2Line;
                    boolean open;
                    @ElementCollection Set<String> tags = new HashSet<>();
                }
                @Entity class Payment { @Id Long id; }
                @Entity class CardPayment extends Payment { @Basic(optional = false) String card; }
                """;
        createAll(model);
        database.execute(
                "alter table account alter version drop not null, alter opened_at drop not null,"
                        + " drop constraint account_status_check",
                "alter table account rename address2_line to address2line",
                "alter table account_tags drop constraint account_tags_account_id_tags_key",
                "alter table payment drop constraint payment_check, drop constraint payment_dtype_check");

        assertThat(compare(model))
                .containsExactlyInAnyOrder(
                        "add column account.address2_line varchar(255), from Account.address2Line (Spring Boot 3 called it"
                                + " 'address2line')",
                        "alter column account.opened_at: nullable true -> false, from Account.openedAt (Hibernate 7.4 and"
                                + " later makes a generated timestamp not null)",
                        "alter column account.version: nullable true -> false, from Account.version (Hibernate 7.3 and"
                                + " later makes a version not null)",
                        "drop column account.address2line, not mapped (Spring Boot 4 calls it 'address2_line')",
                        "add constraint account.account_status_check: check (status in ('OPEN','CLOSED')), from"
                                + " Account.status (Hibernate 6.2 and later checks the values of an enum)",
                        "add constraint account_tags.account_tags_account_id_tags_key: unique (account_id, tags), from"
                                + " Account.tags (Hibernate 7.4 and later makes the elements of a set unique)",
                        "add constraint payment.payment_dtype_check: check (dtype in ('Payment','CardPayment')), from"
                                + " Payment (discriminator) (Hibernate 7.0 and later checks the values of a discriminator)",
                        "add constraint payment.payment_check: check (dtype <> 'CardPayment' or (card is not null)), from"
                                + " CardPayment.card (Hibernate 7.1 and later checks the required attributes of a subclass)");
    }

    @Test
    void doesNotBlameHibernateForWhatTheMappingChanged() {
        createAll("""
                enum Status { OPEN }
                @Entity class Account { @Id Long id; @Enumerated(EnumType.STRING) Status status; String name; String nick; Integer level; }
                """);

        assertThat(compare("""
                enum Status { OPEN, CLOSED }
                enum Level { LOW, HIGH }
                @Entity class Account {
                    @Id Long id;
                    @Enumerated(EnumType.STRING) Status status;
                    String name;
                    @Enumerated(EnumType.STRING) Level level;
                    @Version int version;
                }
                """))
                .containsExactlyInAnyOrder(
                        "drop constraint account.account_status_check: check (status in ('OPEN')), from Account.status",
                        "add column account.version integer not null, from Account.version",
                        "alter column account.level: type integer -> varchar(255), from Account.level",
                        "drop column account.nick, not mapped",
                        "add constraint account.account_level_check: check (level in ('LOW','HIGH')), from Account.level",
                        "add constraint account.account_status_check: check (status in ('OPEN','CLOSED')), from"
                                + " Account.status");
    }

    @Test
    void tellsWhereTheColumnsOfASharedOrInheritedTableComeFrom() {
        createAll("");
        database.execute(
                "create table payment (dtype varchar(31) not null, id bigint primary key)",
                "create table car (id bigint primary key)");

        assertThat(compare("""
                @Entity class Payment { @Id Long id; }
                @Entity class Card extends Payment { @Column(name = "number") String cardNumber; }
                @Entity class Transfer extends Payment { @Column(name = "number") String account; }
                @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) abstract class Vehicle { @Id Long id; int wheels; }
                @Entity @SoftDelete class Car extends Vehicle { int doors; }
                """))
                .contains(
                        "add column payment.number varchar(255), from Card.cardNumber, Transfer.account",
                        "add column car.wheels integer not null, from Vehicle.wheels",
                        "add column car.doors integer not null, from Car.doors");
    }

    /** The comments and the beginnings of statements, without the names that nobody chose. */
    private List<String> comments(String model) {
        try (EntityModel.Open open = EntityModel.of(model).open(database)) {
            Commands commands = commands(open);
            return commands.statements(commands.compare())
                    .lines()
                    .filter(line -> line.matches("(--|create|alter).*"))
                    .map(line -> line.replaceAll(" (fk|idx)[0-9a-z]{18,}", "").replaceAll("( \\(|;)$", ""))
                    .toList();
        }
    }

    private void createAll(String model) {
        try (EntityModel.Open open = EntityModel.of(model).open(database)) {
            commands(open).createAll();
        }
    }

    private List<String> compare(String model) {
        try (EntityModel.Open open = EntityModel.of(model).open(database)) {
            return commands(open).compare().describe();
        }
    }

    private Commands commands(EntityModel.Open open) {
        SessionFactoryImplementor factory = (SessionFactoryImplementor) open.factory();
        PostgresDialect dialect = new PostgresDialect();
        MigrationRunner runner = new MigrationRunner(
                dialect,
                database::open,
                List::of,
                () -> MetamodelReader.model(open.metadata(), factory),
                RunnerSettings.defaults());
        return new Commands(runner, dialect, Settings.writingTo(folder));
    }
}
