package dev.aludel.benchmark;

import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicReference;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.ext.hibernate.customfactory.CustomMetadataFactory;
import liquibase.ext.hibernate.database.HibernateDatabase;
import liquibase.ext.hibernate.database.connection.HibernateConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/** What {@code liquibase diff} does with a {@code hibernate:} reference, given the metadata that the others are given. */
final class LiquibaseDiff {

    private static final AtomicReference<@Nullable Metadata> METADATA = new AtomicReference<>();

    private LiquibaseDiff() {}

    static DiffResult of(Metadata metadata, TestDatabase database) throws Exception {
        METADATA.set(metadata);
        try (Connection connection = database.open()) {
            Database reference = DatabaseFactory.getInstance()
                    .openDatabase(
                            "hibernate:classic:" + Given.class.getName()
                                    + "?dialect=org.hibernate.dialect.PostgreSQLDialect",
                            null,
                            null,
                            null,
                            new ClassLoaderResourceAccessor());
            Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            return DiffGeneratorFactory.getInstance().compare(reference, target, CompareControl.STANDARD);
        }
    }

    /** How liquibase-hibernate lets an application bring its metadata. */
    public static final class Given implements CustomMetadataFactory {
        @Override
        public @Nullable Metadata getMetadata(HibernateDatabase database, HibernateConnection connection) {
            return METADATA.get();
        }
    }
}
