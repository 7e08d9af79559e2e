package dev.aludel.fuzz;

import java.util.List;

/** How an entity is identified; {@code {}} stands for the entity's name. */
enum Key {
    ASSIGNED("@Id Long id;"),
    SEQUENCE("@Id @GeneratedValue Long id;"),
    IDENTITY("@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;"),
    IDENTITY_INTEGER("@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;"),
    UUID("@Id @GeneratedValue(strategy = GenerationType.UUID) UUID id;"),
    TEXT("@Id @Column(length = 36) String id;"),
    NAMED_SEQUENCE(
            "@Id @GeneratedValue(generator = \"{}_gen\")"
                    + " @SequenceGenerator(name = \"{}_gen\", sequenceName = \"{}_numbers\", allocationSize = 1, initialValue = 100) Long id;"),
    SHARED_SEQUENCE(
            "@Id @GeneratedValue(generator = \"{}_gen\")"
                    + " @SequenceGenerator(name = \"{}_gen\", sequenceName = \"shared_numbers\", allocationSize = 20) Integer id;"),
    TABLE("@Id @GeneratedValue(strategy = GenerationType.TABLE) Long id;"),
    NAMED_TABLE("@Id @GeneratedValue(generator = \"{}_gen\")"
            + " @TableGenerator(name = \"{}_gen\", table = \"counters\", pkColumnValue = \"{}\") Long id;"),
    NAMED_COLUMN("@Id @Column(name = \"key_of_it\") Long id;"),
    ID_CLASS("@Id Long number; @Id @Column(length = 9) String part;", "record {}Key(Long number, String part) { }"),
    EMBEDDED(
            "@EmbeddedId {}Key id;",
            "@Embeddable record {}Key(Integer number, @Column(name = \"part_of_it\") UUID part) { }");

    private final String members;
    private final String classText;

    Key(String members) {
        this(members, "");
    }

    Key(String members, String classText) {
        this.members = members;
        this.classText = classText;
    }

    boolean composite() {
        return !classText.isEmpty();
    }

    /** Of a single column. */
    String javaType() {
        return switch (this) {
            case IDENTITY_INTEGER, SHARED_SEQUENCE -> "Integer";
            case UUID -> "UUID";
            case TEXT -> "String";
            default -> "Long";
        };
    }

    /** The name of a single column. */
    String column() {
        return this == NAMED_COLUMN ? "key_of_it" : "id";
    }

    String members(String entity) {
        return members.replace("{}", entity);
    }

    /** Annotations of the entity's class. */
    String annotation(String entity) {
        return this == ID_CLASS ? "@IdClass(" + entity + "Key.class) " : "";
    }

    List<String> classes(String entity) {
        return composite() ? List.of(classText.replace("{}", entity)) : List.of();
    }

    /** What suits a hierarchy of several tables, each with all columns: they share no identity. */
    Key acrossTables() {
        return this == IDENTITY || this == IDENTITY_INTEGER ? SEQUENCE : this;
    }
}
