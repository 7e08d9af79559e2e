package dev.aludel.metamodel;

import dev.aludel.schema.AuxiliaryObject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.jspecify.annotations.Nullable;

/** The auxiliary objects of a mapping, by the statements that Hibernate would run, but for those that are types. */
final class AuxiliaryObjectReader {

    private final Mapping mapping;
    private final NamedEnums enums;

    AuxiliaryObjectReader(Mapping mapping) {
        this.mapping = mapping;
        this.enums = new NamedEnums(mapping);
    }

    List<AuxiliaryObject> read() {
        return mapping.metadata().getDatabase().getAuxiliaryDatabaseObjects().stream()
                .filter(object -> object.appliesToDialect(mapping.dialect())
                        && enums.type(object).isEmpty())
                .map(this::read)
                .filter(object -> !object.create().isEmpty())
                .distinct()
                .toList();
    }

    private AuxiliaryObject read(AuxiliaryDatabaseObject object) {
        return new AuxiliaryObject(
                object.beforeTablesOnCreation(),
                statements(object.sqlCreateStrings(mapping.context())),
                statements(object.sqlDropStrings(mapping.context())));
    }

    /** Without the white space and the semicolon around a statement, which an hbm.xml has. */
    private static List<String> statements(String @Nullable [] texts) {
        return texts == null
                ? List.of()
                : Arrays.stream(texts)
                        .filter(Objects::nonNull)
                        .map(text -> text.strip().replaceFirst(";\\s*$", ""))
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
