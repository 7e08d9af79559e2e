package dev.aludel.schema;

import java.util.List;

/**
 * A database object that only its own statements describe: Hibernate's auxiliary database object, such as a function. It is
 * compared as declared, since nothing in the catalogue tells what made it.
 *
 * @param beforeTables whether a creation makes it before the tables, which may use it, rather than after all else
 * @param create the statements that make it
 * @param drop the statements that take it away
 */
public record AuxiliaryObject(boolean beforeTables, List<String> create, List<String> drop) {

    private static final String STATEMENTS = "\u001e";
    private static final String SECTIONS = "\u001f";
    private static final String BEFORE_TABLES = "before tables";

    public AuxiliaryObject {
        create = List.copyOf(create);
        drop = List.copyOf(drop);
    }

    /** The object as the one text that a revision keeps of it: {@link #parse} reads it again. */
    public String text() {
        return String.join(
                SECTIONS,
                String.join(STATEMENTS, create),
                String.join(STATEMENTS, drop),
                beforeTables ? BEFORE_TABLES : "");
    }

    /** Reads {@link #text}. */
    public static AuxiliaryObject parse(String text) {
        String[] sections = text.split(SECTIONS, -1);
        return new AuxiliaryObject(
                sections.length > 2 && sections[2].equals(BEFORE_TABLES),
                statements(sections[0]),
                sections.length > 1 ? statements(sections[1]) : List.of());
    }

    private static List<String> statements(String section) {
        return section.isEmpty() ? List.of() : List.of(section.split(STATEMENTS, -1));
    }

    /** Whether the object's own statements speak of something by that name. */
    public boolean mentions(String name) {
        return create.stream().anyMatch(statement -> Expression.of(statement).mentions(name));
    }

    /** As people read it: the begin of its first statement. */
    @Override
    public String toString() {
        String first = create.isEmpty() ? "" : create.get(0).strip().replaceAll("\\s+", " ");
        return first.length() > 60 ? first.substring(0, 60) + "…" : first;
    }
}
