package dev.aludel.fuzz;

import java.util.List;
import java.util.Optional;

/** An attribute of an entity, wherever it will stand. */
@FunctionalInterface
interface Attribute {

    Member in(Place place);

    /**
     * The attribute as text.
     *
     * @param column the name of its single column in the entity's own table, as constraints refer to it
     * @param number the column's name in SQL, if it holds numbers
     * @param text the column's name in SQL, if it holds text
     * @param classes classes that belong to it
     */
    record Member(
            String declaration,
            Optional<String> column,
            Optional<String> number,
            Optional<String> text,
            List<String> classes) {

        static Member of(String declaration, String... classes) {
            return new Member(declaration, Optional.empty(), Optional.empty(), Optional.empty(), List.of(classes));
        }

        Member withColumn(String name) {
            return new Member(declaration, Optional.of(name), number, text, classes);
        }
    }
}
