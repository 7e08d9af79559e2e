package dev.aludel.autoconfigure;

import dev.aludel.command.Commands;
import dev.aludel.command.Unit;
import dev.aludel.runner.MigrationRunner;

/** One database of the application with all that works on it. */
record MigratedUnit(
        String name,
        AludelProperties properties,
        MigratedDatabase database,
        RevisionLocations locations,
        MigrationRunner runner,
        Commands commands,
        Entities entities,
        HibernateSettings hibernate) {

    /** Returns what commands, the endpoint and the health know of it. */
    Unit unit() {
        return new Unit(name, commands, database::isLeftToBoot);
    }

    /** Returns the work of the application's start. */
    Start start() {
        StartAutogenerate autogenerate = new StartAutogenerate(runner, commands, locations, properties);
        return new Start(
                name,
                new StartUpgrade(runner, database, properties, hibernate),
                new StartComparison(runner, database, entities, properties, autogenerate));
    }
}
