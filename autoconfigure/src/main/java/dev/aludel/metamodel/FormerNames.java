package dev.aludel.metamodel;

import dev.aludel.RenamedFrom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/**
 * What the names in {@link RenamedFrom} mean in the database: as they stand, and as the application's naming strategy makes them of
 * the names of attributes ({@code firstName}: {@code first_name}).
 */
final class FormerNames {

    private final PhysicalNamingStrategy strategy;
    private final JdbcEnvironment environment;

    FormerNames(Mapping mapping) {
        this.strategy = mapping.metadata().getMetadataBuildingOptions().getPhysicalNamingStrategy();
        this.environment = mapping.metadata().getDatabase().getJdbcEnvironment();
    }

    /** Of an entity's table: {@code users}, {@code audit.users}, or the entity's old name. */
    List<String> ofEntity(RenamedFrom renamed) {
        Set<String> names = new LinkedHashSet<>();
        for (String former : renamed.value()) {
            names.add(former);
            names.add(table(former));
        }
        return List.copyOf(names);
    }

    /** Of the table of a collection: the old table's name, or the new one with the attribute's old name in it. */
    List<String> ofTable(RenamedFrom renamed, String attribute, String name) {
        return former(renamed, table(attribute), name, true, this::table);
    }

    /**
     * Of a column: the old column's name, or the new one with the attribute's old name in it, as in {@code owner_id}.
     *
     * @param alone whether it is the attribute's only column, so that the old name may be meant as it stands
     */
    List<String> ofColumn(RenamedFrom renamed, String attribute, String name, boolean alone) {
        return former(renamed, column(attribute), name, alone, this::column);
    }

    private static List<String> former(
            RenamedFrom renamed, String attribute, String name, boolean alone, UnaryOperator<String> physical) {
        Set<String> names = new LinkedHashSet<>();
        for (String former : renamed.value()) {
            if (name.startsWith(attribute)) {
                names.add(physical.apply(former) + name.substring(attribute.length()));
            } else if (name.endsWith("_" + attribute)) {
                names.add(name.substring(0, name.length() - attribute.length()) + physical.apply(former));
            }
            if (alone) {
                names.add(former);
                names.add(physical.apply(former));
            }
        }
        names.remove(name);
        return List.copyOf(names);
    }

    private String table(String name) {
        Identifier identifier = Identifier.toIdentifier(name);
        return Names.of(strategy.toPhysicalTableName(identifier, environment));
    }

    private String column(String name) {
        Identifier identifier = Identifier.toIdentifier(name);
        return Names.of(strategy.toPhysicalColumnName(identifier, environment));
    }
}
