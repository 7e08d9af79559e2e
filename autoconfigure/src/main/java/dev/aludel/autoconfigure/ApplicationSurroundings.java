package dev.aludel.autoconfigure;

import static dev.aludel.dialect.Diagnosis.note;
import static dev.aludel.dialect.Diagnosis.ok;
import static dev.aludel.dialect.Diagnosis.problem;

import dev.aludel.autoconfigure.AludelProperties.Mode;
import dev.aludel.autoconfigure.AludelProperties.Phase;
import dev.aludel.command.Surroundings;
import dev.aludel.dialect.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** A Spring Boot application: its properties, its DataSources, other tools in it, the encoding of its JVM and its class folders. */
final class ApplicationSurroundings implements Surroundings {

    /** The beans of other tools that migrate at start, and the property that switches each off. */
    private static final Map<String, String> TOOLS = Map.of(
            "org.flywaydb.core.Flyway", "spring.flyway.enabled",
            "liquibase.integration.spring.SpringLiquibase", "spring.liquibase.enabled");

    private final Environment environment;
    private final AludelProperties properties;
    private final ListableBeanFactory beans;
    private final MigratedDatabase database;
    private final RevisionLocations locations;

    ApplicationSurroundings(
            Environment environment,
            AludelProperties properties,
            ListableBeanFactory beans,
            MigratedDatabase database,
            RevisionLocations locations) {
        this.environment = environment;
        this.properties = properties;
        this.beans = beans;
        this.database = database;
        this.locations = locations;
    }

    @Override
    public List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        new UnknownKeys().in(environment).forEach(key -> found.add(problem("properties", key.message(), key.remedy())));
        hibernate(found);
        dataSources(found);
        otherTools(found);
        encoding(found, System.getProperty("file.encoding"), System.getProperty("sun.jnu.encoding"));
        uncompiled(found);
        locations.staleCopies().forEach(copy -> found.add(staleCopy(copy)));
        return found;
    }

    private void hibernate(List<Diagnosis> found) {
        HibernateSettings settings = HibernateSettings.of(environment);
        if (settings.changesSchema()) {
            found.add(problem(
                    "ddl-auto",
                    "Hibernate changes the schema beside Aludel, since its ddl-auto is '" + settings.ddlAuto() + "'.",
                    "Set spring.jpa.hibernate.ddl-auto=none, or validate."));
        } else if (settings.validatesSchema()
                && properties.phase() == Phase.READY
                && properties.mode() == Mode.UPGRADE) {
            found.add(note(
                    "ddl-auto",
                    "Hibernate validates the schema before the upgrade, so that a start with pending revisions fails.",
                    "Set aludel.phase=before-jpa."));
        }
    }

    private void dataSources(List<Diagnosis> found) {
        String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class);
        if (names.length < 2) {
            return;
        }
        String all = String.join("', '", names);
        try {
            found.add(ok("DataSource", "Of '" + all + "' it migrates '" + migrated(names) + "'."));
        } catch (AmbiguousDataSourceException e) {
            found.add(problem("DataSource", String.valueOf(e.getMessage()), ""));
        }
    }

    private String migrated(String... names) {
        DataSource chosen = database.dataSource();
        return Stream.of(names)
                .filter(name -> beans.getBean(name) == chosen)
                .findFirst()
                .orElse("aludel.datasource");
    }

    private void otherTools(List<Diagnosis> found) {
        TOOLS.forEach((name, property) -> {
            if (isBean(name)) {
                found.add(note(
                        "other tools",
                        "'" + name.substring(name.lastIndexOf('.') + 1)
                                + "' migrates at start, too: two tools change one database, in an order that nobody says.",
                        "Adopt what it made with 'aludel init --from-database', then set " + property + "=false."));
            }
        });
    }

    private boolean isBean(String name) {
        ClassLoader loader = getClass().getClassLoader();
        return ClassUtils.isPresent(name, loader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(name, loader), true, false).length > 0;
    }

    /** @param files that of file names and arguments, which {@code LC_ALL=C} makes ASCII */
    static void encoding(List<Diagnosis> found, String texts, String files) {
        String remedy = "Set the environment variable LC_ALL=C.UTF-8.";
        if (isAscii(files)) {
            found.add(note(
                    "encoding",
                    "The JVM takes file names and arguments for '" + files + "': other letters become question marks.",
                    remedy));
        } else if (!StandardCharsets.UTF_8.name().equalsIgnoreCase(texts)) {
            found.add(note(
                    "encoding",
                    "The JVM's encoding is '" + texts + "': other letters of what it prints become question marks.",
                    "Start it with -Dfile.encoding=UTF-8."));
        }
    }

    private static boolean isAscii(String encoding) {
        return Stream.of("ANSI_X3.4-1968", "US-ASCII", "646").anyMatch(name -> name.equalsIgnoreCase(encoding));
    }

    private void uncompiled(List<Diagnosis> found) {
        Project.of(beans)
                .flatMap(project -> Project.classes(beans)
                        .filter(project::isMainOutput)
                        .flatMap(classes -> Compilation.of(project, classes).uncompiled()))
                .ifPresent(source -> found.add(note(
                        "class folder",
                        "'" + RevisionFiles.name(source) + "' was changed after the classes that run were compiled.",
                        "Compile it, or use ./aludel, which does.")));
    }

    private static Diagnosis staleCopy(Path copy) {
        return note(
                "class folder",
                "'" + RevisionFiles.name(copy)
                        + "' is a copy of a revision that the sources no longer have; a jar would hold it.",
                "rm '" + RevisionFiles.name(copy) + "'");
    }
}
