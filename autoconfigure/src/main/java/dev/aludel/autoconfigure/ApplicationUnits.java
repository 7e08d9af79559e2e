package dev.aludel.autoconfigure;

import dev.aludel.command.Commands;
import dev.aludel.command.Unit;
import dev.aludel.command.Units;
import dev.aludel.dialect.Dialect;
import dev.aludel.runner.MigrationRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * The units of the application: that of its primary DataSource, and those below {@code aludel.units}. Where a unit names the primary
 * DataSource, or there are units and no DataSource is primary, nothing else is migrated. A unit is made when it is first asked for.
 */
final class ApplicationUnits implements Units {

    private final ConfigurableListableBeanFactory beans;
    private final Environment environment;
    private final UnitParts parts;
    private final Metamodels metamodels;
    private final Supplier<MigratedUnit> primary;
    private final ObjectProvider<DataSource> dataSources;
    private final BooleanSupplier isChosen;
    private final List<String> names;
    private final Map<String, MigratedUnit> made = new LinkedHashMap<>();

    /**
     * Knows the units of an application.
     *
     * @param primary the unit of the primary DataSource
     * @param isChosen tells whether the application says which DataSource that is
     */
    ApplicationUnits(
            ConfigurableListableBeanFactory beans,
            Environment environment,
            UnitParts parts,
            Metamodels metamodels,
            Supplier<MigratedUnit> primary,
            ObjectProvider<DataSource> dataSources,
            BooleanSupplier isChosen) {
        this.beans = beans;
        this.environment = environment;
        this.parts = parts;
        this.metamodels = metamodels;
        this.primary = primary;
        this.dataSources = dataSources;
        this.isChosen = isChosen;
        this.names = UnitProperties.names(environment);
    }

    @Override
    public List<Unit> all() {
        return migrated().stream().map(MigratedUnit::unit).toList();
    }

    /** Returns all units, the primary DataSource's first. */
    List<MigratedUnit> migrated() {
        List<MigratedUnit> units = new ArrayList<>();
        if (hasPrimary()) {
            units.add(primary.get());
        }
        names.forEach(name -> {
            MigratedUnit unit = unit(name);
            if (unit.properties().enabled()) {
                units.add(unit);
            }
        });
        return units;
    }

    private boolean hasPrimary() {
        if (names.isEmpty() || isChosen.getAsBoolean()) {
            return true;
        }
        DataSource unique = dataSources.getIfUnique();
        return unique != null
                && names.stream().noneMatch(name -> {
                    String bean = UnitProperties.beans(environment, name).dataSourceBean();
                    return bean != null && beans.getBean(bean, DataSource.class) == unique;
                });
    }

    /** Returns the DataSources that the units below {@code aludel.units} name, by their beans. */
    List<DataSource> dataSources() {
        List<DataSource> named = new ArrayList<>();
        for (String name : names) {
            String bean = UnitProperties.beans(environment, name).dataSourceBean();
            if (bean != null) {
                named.add(beans.getBean(bean, DataSource.class));
            }
        }
        return named;
    }

    /** Returns a unit below {@code aludel.units}. */
    synchronized MigratedUnit unit(String name) {
        MigratedUnit known = made.get(name);
        if (known != null) {
            return known;
        }
        MigratedUnit unit = make(name, UnitProperties.of(environment, name));
        made.put(name, unit);
        return unit;
    }

    private MigratedUnit make(String name, AludelProperties properties) {
        AludelProperties.Unit unit = UnitProperties.beans(environment, name);
        MigratedDatabase database = new MigratedDatabase(
                new MigrationDataSource(() -> null, () -> dataSource(unit, properties), properties.datasource(), beans),
                parts.applicationName());
        Dialect dialect = new ChosenDialect(database::dialect);
        Entities entities = metamodels.of(unit.entityManagerFactoryBean(), database);
        HibernateSettings hibernate = HibernateSettings.of(environment);
        JpaSessions sessions = new JpaSessions(beans, entities::factory, properties.phase(), parts.isCommand());
        List<String> packages = RevisionPackages.of(beans, properties.packages());
        RevisionLocations locations = parts.locations(properties);
        MigrationRunner runner = parts.runner(
                dialect,
                database,
                new RevisionSource(
                        locations,
                        new RevisionBeans(beans, sessions, type -> RevisionPackages.contain(packages, type))),
                sessions,
                entities,
                hibernate,
                properties);
        Commands commands = parts.commands(runner, dialect, database, locations, properties);
        return new MigratedUnit(name, properties, database, locations, runner, commands, entities, hibernate);
    }

    /** A unit without a DataSource and a URL of its own shares the primary's. */
    private @Nullable DataSource dataSource(AludelProperties.Unit unit, AludelProperties properties) {
        if (unit.dataSourceBean() != null) {
            return beans.getBean(unit.dataSourceBean(), DataSource.class);
        }
        return properties.datasource().url() == null ? dataSources.getIfUnique() : null;
    }
}
