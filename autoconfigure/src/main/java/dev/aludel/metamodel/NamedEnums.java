package dev.aludel.metamodel;

import dev.aludel.schema.EnumType;
import dev.aludel.schema.ObjectName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.NamedAuxiliaryDatabaseObject;

/**
 * The auxiliary objects by which Hibernate creates the types of named enumerations (PostgreSQLEnumJdbcType): a {@code create type
 * Color as enum ('BLUE','RED')} with its values in the order that the type shall have, and a cast each way.
 */
final class NamedEnums {

    private static final Pattern CREATE =
            Pattern.compile("create type (?<name>.+?) as enum \\((?:'(?<values>.*)')?\\)", Pattern.DOTALL);

    private final Mapping mapping;

    NamedEnums(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The type; empty for an object that the user made. */
    Optional<EnumType> type(AuxiliaryDatabaseObject object) {
        String[] statements = object.sqlCreateStrings(mapping.context());
        if (!(object instanceof NamedAuxiliaryDatabaseObject) || statements.length == 0) {
            return Optional.empty();
        }
        Matcher create = CREATE.matcher(statements[0]);
        if (!create.matches()) {
            return Optional.empty();
        }
        String name = create.group("name");
        String listed = create.group("values");
        String[] values = listed == null ? new String[0] : listed.split("','", -1);
        boolean hibernates = Arrays.equals(statements, mapping.dialect().getCreateEnumTypeCommand(name, values));
        return hibernates
                ? Optional.of(EnumType.of(ObjectName.of(Names.ofPrinted(name)), List.of(values)))
                : Optional.empty();
    }
}
