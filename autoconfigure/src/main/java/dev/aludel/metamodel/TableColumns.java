package dev.aludel.metamodel;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/** The columns that a table really has, to resolve what its indexes and unique constraints name. */
record TableColumns(ObjectName table, List<String> names) {

    static TableColumns of(ObjectName table, List<Column> columns) {
        return new TableColumns(table, columns.stream().map(Column::name).toList());
    }

    /**
     * The column that a key of an index or a unique constraint names.
     *
     * @param key what names it, such as {@code index 'users_email_idx'}
     * @throws UnknownKeyColumnException if the table has none of that name
     */
    String resolve(org.hibernate.mapping.Column column, String key) {
        return find(column).orElseThrow(() -> new UnknownKeyColumnException(table, key, column.getName(), names));
    }

    /**
     * Requires the name that a key begins with to be a column's, where the key says more of it: {@code titel desc nulls last}.
     *
     * @throws UnknownKeyColumnException if the table has none of that name
     */
    void requireLeading(String text, String key) {
        int end = Texts.endOfWord(text);
        boolean call = text.substring(end).stripLeading().startsWith("(");
        String word = text.substring(0, end);
        if (Names.isName(word) && !call && find(Names.ofPrinted(word)).isEmpty()) {
            throw new UnknownKeyColumnException(table, key, word, names);
        }
    }

    /** Whether it is no column's name alone, as in {@code title varchar_pattern_ops} or {@code lower(title)}. */
    boolean isMoreThanName(org.hibernate.mapping.Column column) {
        return find(column).isEmpty()
                && column.getName().chars().anyMatch(letter -> " \t\r\n():|'".indexOf(letter) >= 0);
    }

    boolean has(org.hibernate.mapping.Column column) {
        return find(column).isPresent();
    }

    private Optional<String> find(org.hibernate.mapping.Column column) {
        return find(Names.of(column));
    }

    /** A column of that name, in any letter case where that leaves no choice. */
    Optional<String> find(String name) {
        if (names.contains(name)) {
            return Optional.of(name);
        }
        List<String> alike = names.stream().filter(name::equalsIgnoreCase).toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }
}
