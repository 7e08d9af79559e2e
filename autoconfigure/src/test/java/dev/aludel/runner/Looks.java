package dev.aludel.runner;

import dev.aludel.lint.Review;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All that a runner does with a version table, by the names of the commands. */
final class Looks {

    private Looks() {}

    /** What only looks. */
    static Map<String, Consumer<MigrationRunner>> looking() {
        Map<String, Consumer<MigrationRunner>> commands = new LinkedHashMap<>();
        commands.put("status", MigrationRunner::status);
        commands.put("current", MigrationRunner::current);
        commands.put("check", MigrationRunner::compare);
        commands.put("verify", MigrationRunner::verify);
        commands.put("resolve", MigrationRunner::interruptions);
        commands.put("lint", runner -> Review.of(runner).plan("heads"));
        return commands;
    }

    /** What writes, or prints what is to be written. */
    static Map<String, Consumer<MigrationRunner>> writing() {
        Map<String, Consumer<MigrationRunner>> commands = new LinkedHashMap<>();
        commands.put("upgrade", runner -> runner.upgrade("heads"));
        commands.put("downgrade", runner -> runner.downgrade("base"));
        commands.put("stamp", runner -> runner.stamp("heads"));
        commands.put("stamp --purge", runner -> runner.stamp(List.of("heads"), true));
        commands.put("resolve --applied", runner -> runner.resolve(null, Resolution.APPLIED));
        commands.put("resolve --checksum", runner -> runner.acceptChanges(null));
        commands.put("ensure-version", MigrationRunner::ensureVersionTable);
        commands.put("upgrade --sql", runner -> runner.upgradeSql("heads"));
        commands.put("downgrade --sql", runner -> runner.downgradeSql("base"));
        commands.put("stamp --sql", runner -> runner.stampSql(List.of("heads"), false, false));
        return commands;
    }

    static Map<String, Consumer<MigrationRunner>> all() {
        Map<String, Consumer<MigrationRunner>> commands = looking();
        commands.putAll(writing());
        return commands;
    }
}
