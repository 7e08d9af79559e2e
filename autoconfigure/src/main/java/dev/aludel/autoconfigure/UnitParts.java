package dev.aludel.autoconfigure;

import dev.aludel.OperationRewriter;
import dev.aludel.RevisionListener;
import dev.aludel.SchemaFilter;
import dev.aludel.command.Commands;
import dev.aludel.command.Settings;
import dev.aludel.dialect.Dialect;
import dev.aludel.hazard.HazardPolicy;
import dev.aludel.runner.Extensions;
import dev.aludel.runner.MigrationRunner;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Makes the parts of a unit from its properties. */
final class UnitParts {

    private final ConfigurableListableBeanFactory beans;
    private final Environment environment;
    private final ResourceLoader resources;

    UnitParts(ConfigurableListableBeanFactory beans, Environment environment, ResourceLoader resources) {
        this.beans = beans;
        this.environment = environment;
        this.resources = resources;
    }

    RevisionLocations locations(AludelProperties properties) {
        Optional<Project> project = Project.of(beans);
        Path written = project.map(found -> found.resolve(properties.writeLocation()))
                .orElseGet(() -> Path.of(properties.writeLocation()));
        return new RevisionLocations(properties.locations(), project, written, resources);
    }

    MigrationRunner runner(
            Dialect dialect,
            MigratedDatabase database,
            RevisionSource source,
            JpaSessions sessions,
            Entities entities,
            HibernateSettings hibernate,
            AludelProperties properties) {
        return new MigrationRunner(
                dialect,
                database,
                source,
                entities::model,
                hibernate.runner(properties),
                new Extensions(
                        sessions,
                        beans.getBeanProvider(SchemaFilter.class)
                                .orderedStream()
                                .toList(),
                        beans.getBeanProvider(RevisionListener.class)
                                .orderedStream()
                                .toList(),
                        new HazardPolicy(properties.hazards())));
    }

    Commands commands(
            MigrationRunner runner,
            Dialect dialect,
            MigratedDatabase database,
            RevisionLocations locations,
            AludelProperties properties) {
        return new Commands(
                runner,
                dialect,
                new Settings(
                        properties.scriptFormat(),
                        locations.writeFolder(),
                        locations.sources(),
                        RevisionPackages.of(beans, properties.packages()).stream()
                                .findFirst()
                                .orElse(null),
                        properties.fileTemplate(),
                        properties.timezone(),
                        properties.postWrite(),
                        locations.folder(),
                        properties.online()),
                beans.getBeanProvider(OperationRewriter.class).orderedStream().toList(),
                new ApplicationSurroundings(environment, properties, beans, database, locations));
    }

    boolean isCommand() {
        return isCommand(environment);
    }

    /** Tells whether a command is what runs, rather than a start of the application. */
    static boolean isCommand(Environment environment) {
        return environment.getProperty("aludel.command-line", Boolean.class, false);
    }

    String applicationName() {
        return environment.getProperty("spring.application.name", "");
    }
}
