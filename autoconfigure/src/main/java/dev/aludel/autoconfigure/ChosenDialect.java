package dev.aludel.autoconfigure;

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
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** The dialect of the migrated database, chosen when it is first asked: the DataSource is not needed before. */
final class ChosenDialect implements Dialect {

    private final Supplier<Dialect> choice;

    ChosenDialect(Supplier<Dialect> choice) {
        this.choice = SingletonSupplier.of(choice);
    }

    private Dialect chosen() {
        return choice.get();
    }

    @Override
    public String name() {
        return chosen().name();
    }

    @Override
    public Versions versions() {
        return chosen().versions();
    }

    @Override
    public CatalogReader reader() {
        return chosen().reader();
    }

    @Override
    public Canonicalizer canonicalizer() {
        return chosen().canonicalizer();
    }

    @Override
    public Renderer renderer() {
        return chosen().renderer();
    }

    @Override
    public StatementLexer lexer() {
        return chosen().lexer();
    }

    @Override
    public HazardRules hazards() {
        return chosen().hazards();
    }

    @Override
    public TableStatistics gauge() {
        return chosen().gauge();
    }

    @Override
    public Tracer tracer() {
        return chosen().tracer();
    }

    @Override
    public Sessions sessions() {
        return chosen().sessions();
    }

    @Override
    public Lock lock() {
        return chosen().lock();
    }

    @Override
    public Refusals refusals() {
        return chosen().refusals();
    }

    @Override
    public OwnSql ownSql() {
        return chosen().ownSql();
    }

    @Override
    public JdbcUrls urls() {
        return chosen().urls();
    }

    @Override
    public TableGuard tableGuard() {
        return chosen().tableGuard();
    }

    @Override
    public Waits waits() {
        return chosen().waits();
    }

    @Override
    public Outcomes outcomes() {
        return chosen().outcomes();
    }

    @Override
    public Batches batches() {
        return chosen().batches();
    }

    @Override
    public Client client() {
        return chosen().client();
    }

    @Override
    public Examination examination() {
        return chosen().examination();
    }

    @Override
    public Dependants dependants() {
        return chosen().dependants();
    }

    @Override
    public Definitions definitions() {
        return chosen().definitions();
    }

    @Override
    public Databases databases() {
        return chosen().databases();
    }

    @Override
    public TypeRules types() {
        return chosen().types();
    }
}
