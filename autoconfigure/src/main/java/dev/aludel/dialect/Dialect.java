package dev.aludel.dialect;

/** What a database needs to be migrated: one implementation per kind of database. */
public interface Dialect {

    /** The database's own name, such as {@code PostgreSQL}. */
    String name();

    /** The versions that this build was tested with. */
    Versions versions();

    CatalogReader reader();

    Canonicalizer canonicalizer();

    Renderer renderer();

    StatementLexer lexer();

    HazardRules hazards();

    TableStatistics gauge();

    Tracer tracer();

    Sessions sessions();

    Lock lock();

    Refusals refusals();

    OwnSql ownSql();

    JdbcUrls urls();

    TableGuard tableGuard();

    Waits waits();

    Outcomes outcomes();

    Batches batches();

    Client client();

    Examination examination();

    Dependants dependants();

    Definitions definitions();

    Databases databases();

    TypeRules types();
}
