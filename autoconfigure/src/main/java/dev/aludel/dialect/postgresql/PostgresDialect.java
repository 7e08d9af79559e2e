package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Batches;
import dev.aludel.dialect.Canonicalizer;
import dev.aludel.dialect.CatalogReader;
import dev.aludel.dialect.Client;
import dev.aludel.dialect.Databases;
import dev.aludel.dialect.Definitions;
import dev.aludel.dialect.Dependants;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Examination;
import dev.aludel.dialect.HazardRules;
import dev.aludel.dialect.JdbcUrls;
import dev.aludel.dialect.Lock;
import dev.aludel.dialect.Outcomes;
import dev.aludel.dialect.OwnSql;
import dev.aludel.dialect.Refusals;
import dev.aludel.dialect.Renderer;
import dev.aludel.dialect.Sessions;
import dev.aludel.dialect.StatementLexer;
import dev.aludel.dialect.TableGuard;
import dev.aludel.dialect.TableStatistics;
import dev.aludel.dialect.Tracer;
import dev.aludel.dialect.TypeRules;
import dev.aludel.dialect.Versions;
import dev.aludel.dialect.Waits;
import dev.aludel.dialect.postgresql.canonical.PostgresCanonicalizer;
import dev.aludel.dialect.postgresql.canonical.PostgresTypeRules;
import dev.aludel.dialect.postgresql.catalog.PostgresCatalogReader;
import dev.aludel.dialect.postgresql.catalog.PostgresDatabases;
import dev.aludel.dialect.postgresql.catalog.PostgresDefinitions;
import dev.aludel.dialect.postgresql.catalog.PostgresTracer;
import dev.aludel.dialect.postgresql.forms.PostgresDependants;
import dev.aludel.dialect.postgresql.hazard.PostgresHazardRules;
import dev.aludel.dialect.postgresql.hazard.PostgresTableStatistics;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.script.PostgresBatches;
import dev.aludel.dialect.postgresql.script.PostgresOutcomes;
import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.dialect.postgresql.script.PsqlClient;
import dev.aludel.dialect.postgresql.session.PostgresExamination;
import dev.aludel.dialect.postgresql.session.PostgresLock;
import dev.aludel.dialect.postgresql.session.PostgresOwnSql;
import dev.aludel.dialect.postgresql.session.PostgresRefusals;
import dev.aludel.dialect.postgresql.session.PostgresSessions;
import dev.aludel.dialect.postgresql.session.PostgresTableGuard;
import dev.aludel.dialect.postgresql.session.PostgresUrls;
import dev.aludel.dialect.postgresql.session.PostgresWaits;

/** PostgreSQL 14 to 18. */
public final class PostgresDialect implements Dialect {

    private static final Versions VERSIONS = new Versions(14, 18);

    private final Batches batches = new PostgresBatches();
    private final Renderer renderer = new PostgresRenderer();
    private final CatalogReader reader = new PostgresCatalogReader();
    private final Canonicalizer canonicalizer = new PostgresCanonicalizer();
    private final StatementLexer lexer = new PostgresStatementLexer();
    private final HazardRules hazards = new PostgresHazardRules();
    private final TableStatistics gauge = new PostgresTableStatistics();
    private final Tracer tracer = new PostgresTracer();
    private final Dependants dependants = new PostgresDependants();
    private final Definitions definitions = new PostgresDefinitions();
    private final Sessions sessions = new PostgresSessions(renderer);
    private final Lock lock = new PostgresLock();
    private final Refusals refusals = new PostgresRefusals();
    private final OwnSql ownSql = new PostgresOwnSql(renderer);
    private final JdbcUrls urls = new PostgresUrls();
    private final TableGuard tableGuard = new PostgresTableGuard(renderer);
    private final Outcomes outcomes = new PostgresOutcomes();
    private final Client client = new PsqlClient(renderer);
    private final Waits waits = new PostgresWaits();
    private final Examination examination = new PostgresExamination(renderer, VERSIONS);
    private final Databases databases = new PostgresDatabases(renderer);
    private final TypeRules types = new PostgresTypeRules();

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Versions versions() {
        return VERSIONS;
    }

    @Override
    public CatalogReader reader() {
        return reader;
    }

    @Override
    public Canonicalizer canonicalizer() {
        return canonicalizer;
    }

    @Override
    public Renderer renderer() {
        return renderer;
    }

    @Override
    public StatementLexer lexer() {
        return lexer;
    }

    @Override
    public HazardRules hazards() {
        return hazards;
    }

    @Override
    public Tracer tracer() {
        return tracer;
    }

    @Override
    public TableStatistics gauge() {
        return gauge;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public Lock lock() {
        return lock;
    }

    @Override
    public Refusals refusals() {
        return refusals;
    }

    @Override
    public OwnSql ownSql() {
        return ownSql;
    }

    @Override
    public JdbcUrls urls() {
        return urls;
    }

    @Override
    public TableGuard tableGuard() {
        return tableGuard;
    }

    @Override
    public Outcomes outcomes() {
        return outcomes;
    }

    @Override
    public Batches batches() {
        return batches;
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public Waits waits() {
        return waits;
    }

    @Override
    public Examination examination() {
        return examination;
    }

    @Override
    public Dependants dependants() {
        return dependants;
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public Databases databases() {
        return databases;
    }

    @Override
    public TypeRules types() {
        return types;
    }
}
