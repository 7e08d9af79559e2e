package dev.aludel.dialect;

import dev.aludel.hazard.Impact;
import dev.aludel.hazard.LockMode;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Renames.ColumnName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an open transaction holds and has done to the tables so far. Two of them, before and after a statement, tell what the statement
 * did.
 *
 * @param tables by the server's own number, which no rename changes
 */
public record LockSnapshot(Map<Long, Table> tables) {

    public LockSnapshot {
        tables = Map.copyOf(tables);
    }

    /**
     * A table as the transaction sees it.
     *
     * @param file where its rows are; another one when they were written anew
     * @param tablespace where the file is
     * @param scans how often it was read from end to end
     * @param reads how often at all, by its indexes too
     * @param indexes how many it has
     * @param locks that the transaction holds on it
     * @param columns by their place
     * @param unvalidated how many of its constraints are not validated
     * @param derived whether its rows are those of a query, as a materialized view's are
     */
    public record Table(
            ObjectName name,
            long file,
            long tablespace,
            long scans,
            long reads,
            long indexes,
            Set<LockMode> locks,
            Map<Integer, String> columns,
            long unvalidated,
            boolean derived) {

        public Table {
            locks = Set.copyOf(locks);
            columns = Map.copyOf(columns);
        }

        boolean blocksWriters() {
            return locks.stream().anyMatch(LockMode::blocksWriters);
        }
    }

    /**
     * What was done since. A table that is emptied has its empty indexes built again; one that is written anew is read once more than
     * that.
     */
    public ObservedEffects since(LockSnapshot before) {
        Map<ObjectName, Impact> impacts = new TreeMap<>();
        Set<ObjectName> truncated = new HashSet<>();
        Set<ObjectName> validated = new HashSet<>();
        Set<ObjectName> changed = new HashSet<>();
        Set<ObjectName> held = new HashSet<>();
        Set<ObjectName> derived = new HashSet<>();
        before.tables.forEach((number, old) -> {
            Table now = tables.get(number);
            if (old.blocksWriters()) {
                held.add(old.name());
            }
            if (now == null) {
                impacts.put(old.name(), new Impact(old.name(), LockMode.ACCESS_EXCLUSIVE, Impact.Work.NONE));
                return;
            }
            boolean scanned = now.scans() > old.scans();
            boolean written = now.file() != old.file();
            boolean moved = now.tablespace() != old.tablespace();
            boolean refreshed = now.derived() && (written || now.locks().contains(LockMode.EXCLUSIVE));
            boolean emptied = written && !moved && !refreshed && now.reads() - old.reads() <= now.indexes();
            if (refreshed) {
                derived.add(now.name());
            }
            if (emptied) {
                truncated.add(now.name());
            }
            if (now.unvalidated() < old.unvalidated()) {
                validated.add(now.name());
            }
            if (scanned && !written && !refreshed && now.locks().contains(LockMode.ROW_EXCLUSIVE)) {
                changed.add(now.name());
            }
            Impact.Work work = emptied
                    ? Impact.Work.NONE
                    : written ? Impact.Work.REWRITE : scanned ? Impact.Work.SCAN : Impact.Work.NONE;
            LockMode lock = now.locks().stream().max(LockMode::compareTo).orElse(LockMode.ACCESS_SHARE);
            if (work != Impact.Work.NONE || !old.locks().containsAll(now.locks())) {
                impacts.put(now.name(), new Impact(now.name(), lock, work));
            }
        });
        return new ObservedEffects(renames(before), impacts, truncated, validated, changed, held, derived);
    }

    private Renames renames(LockSnapshot before) {
        SortedMap<ObjectName, ObjectName> renamed = new TreeMap<>();
        SortedMap<ColumnName, String> columns = new TreeMap<>();
        before.tables.forEach((number, old) -> {
            Table now = tables.get(number);
            if (now == null) {
                return;
            }
            if (!now.name().equals(old.name())) {
                renamed.put(old.name(), now.name());
            }
            old.columns().forEach((place, name) -> {
                String after = now.columns().getOrDefault(place, name);
                if (!after.equals(name)) {
                    columns.put(new ColumnName(now.name(), name), after);
                }
            });
        });
        return new Renames(renamed, columns, new TreeMap<>());
    }

    /** The tables that are there in both, by the names that they have in the later of the two. */
    public Set<ObjectName> staying(LockSnapshot before) {
        Set<ObjectName> names = new HashSet<>();
        tables.forEach((number, table) -> {
            if (before.tables.containsKey(number)) {
                names.add(table.name());
            }
        });
        return names;
    }

    /** The names of the tables. */
    public Set<ObjectName> names() {
        Map<ObjectName, Long> names = new HashMap<>();
        tables.forEach((number, table) -> names.put(table.name(), number));
        return names.keySet();
    }
}
