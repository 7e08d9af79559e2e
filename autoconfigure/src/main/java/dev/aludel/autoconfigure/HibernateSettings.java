package dev.aludel.autoconfigure;

import dev.aludel.compare.CompareSettings;
import dev.aludel.runner.session.RunnerSettings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What the application says to Hibernate that is of concern to Aludel. It is read from the environment, since the
 * EntityManagerFactory may not be asked before the upgrade.
 *
 * @param defaultSchema {@code hibernate.default_schema}
 * @param ddlAuto what Hibernate is to do with the schema by itself, such as {@code update}
 */
record HibernateSettings(
        @Nullable String defaultSchema, @Nullable String ddlAuto) {

    private static final String DEFAULT_SCHEMA = "hibernate.default_schema";
    private static final String HBM2DDL_AUTO = "hibernate.hbm2ddl.auto";
    private static final String DATABASE_ACTION = "jakarta.persistence.schema-generation.database.action";

    static HibernateSettings of(Environment environment) {
        Binder binder = Binder.get(environment);
        Map<String, String> properties = binder.bind(
                        "spring.jpa.properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        String ddlAuto = Optional.ofNullable(properties.get(HBM2DDL_AUTO))
                .or(() -> Optional.ofNullable(binder.bind("spring.jpa.hibernate.ddl-auto", String.class)
                        .orElse(null)))
                .or(() -> Optional.ofNullable(properties.get(DATABASE_ACTION)))
                .orElse(null);
        return new HibernateSettings(properties.get(DEFAULT_SCHEMA), ddlAuto);
    }

    /** Whether Hibernate changes the schema beside Aludel. */
    boolean changesSchema() {
        return ddlAuto != null
                && switch (ddlAuto.toLowerCase(Locale.ROOT)) {
                    case "", "none", "validate" -> false;
                    default -> true;
                };
    }

    /** Returns whether Hibernate refuses to start with a schema that it would make otherwise. */
    boolean validatesSchema() {
        return "validate".equalsIgnoreCase(ddlAuto);
    }

    /** How the runner works, as both Hibernate's and Aludel's properties say. */
    RunnerSettings runner(AludelProperties properties) {
        AludelProperties.Compare compare = properties.compare();
        return new RunnerSettings(
                defaultSchema,
                properties.versionSchema(),
                properties.versionTable(),
                properties.lockTimeout(),
                properties.lockRetries(),
                properties.statementTimeout(),
                properties.waitTimeout(),
                properties.transaction(),
                new CompareSettings(
                        compare.schemas(),
                        compare.include(),
                        compare.exclude(),
                        compare.dropUnmanaged(),
                        compare.renameCandidates()));
    }
}
