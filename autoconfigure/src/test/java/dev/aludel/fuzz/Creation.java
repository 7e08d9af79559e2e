package dev.aludel.fuzz;

import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;
import org.hibernate.tool.schema.spi.GenerationTarget;

/** What Hibernate's own schema creation would execute, asked of the metadata that is there already. */
final class Creation {

    private Creation() {}

    static List<String> of(EntityModel.Open model) {
        SessionFactoryImplementor factory = model.factory().unwrap(SessionFactoryImplementor.class);
        // as schema management does before it creates: the order of key columns is settled here
        ((MetadataImplementor) model.metadata()).orderColumns(true);
        List<String> statements = new ArrayList<>();
        new SchemaCreatorImpl(factory.getServiceRegistry())
                .doCreation(
                        model.metadata(),
                        factory.getServiceRegistry(),
                        factory.getProperties(),
                        true,
                        target(statements));
        // what Hibernate does not qualify stands in the unit's schema, where Aludel's sessions make it
        Object schema = factory.getProperties().get("hibernate.default_schema");
        if (schema != null) {
            statements.remove("create schema " + schema);
            statements.addAll(0, List.of("create schema " + schema, "set search_path to " + schema));
        }
        return statements;
    }

    private static GenerationTarget target(List<String> statements) {
        return new GenerationTarget() {
            @Override
            public void prepare() {}

            @Override
            public void accept(String statement) {
                statements.add(statement);
            }

            @Override
            public void release() {}
        };
    }

    private static String first(TestDatabase database, List<String> statements) {
        database.clear();
        for (String statement : statements) {
            try {
                database.execute(statement);
            } catch (RuntimeException e) {
                return Failures.summary(e) + ": " + statement;
            }
        }
        return "only together";
    }

    /** Why not all statements succeed, if so: then what was meant is not known. */
    static Optional<String> failureIn(TestDatabase database, EntityModel.Open model) {
        database.clear();
        List<String> statements = of(model);
        try {
            database.execute(String.join(";\n", statements));
            return Optional.empty();
        } catch (RuntimeException together) {
            return Optional.of(first(database, statements));
        }
    }
}
