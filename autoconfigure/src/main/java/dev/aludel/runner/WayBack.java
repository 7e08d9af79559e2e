package dev.aludel.runner;

import dev.aludel.revision.InvalidGraphException;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The scripts of this build, and beside them those that only another build has, as far as the version table knows them: enough to take
 * them back.
 */
final class WayBack {

    private final Scripts own;
    private final Scripts all;
    private final List<String> unknown;

    private WayBack(Scripts own, Scripts all, List<String> unknown) {
        this.own = own;
        this.all = all;
        this.unknown = List.copyOf(unknown);
    }

    /** @throws UnknownRevisionException where the rows of the others do not fit to the scripts */
    static WayBack of(Scripts own, Session session, VersionTable table) throws SQLException {
        List<String> unknown = own.graph()
                .unknown(VersionRow.ids(table.rows(session.connection()).orElse(List.of())));
        if (unknown.isEmpty()) {
            return new WayBack(own, own, unknown);
        }
        List<Script> scripts = new ArrayList<>(own.all());
        scripts.addAll(table.reads().stored(session.connection(), unknown));
        try {
            return new WayBack(own, Scripts.of(scripts), unknown);
        } catch (InvalidGraphException e) {
            UnknownRevisionException refusal = new UnknownRevisionException(unknown);
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    Scripts scripts() {
        return all;
    }

    /**
     * What is to be taken back. Before revisions of another build, {@code head} leads back to what this one has: all that it does not
     * know goes, on whichever branch it stands.
     */
    List<Revision> plan(List<VersionRow> rows, String target) {
        List<String> ids = VersionRow.ids(rows);
        if (unknown.isEmpty()) {
            return all.graph().downgrade(ids, target);
        }
        return RevisionGraph.isHead(target)
                ? all.graph().downgradeBefore(ids, target, unknown)
                : all.graph().downgrade(ids, seen(target));
    }

    private String seen(String target) {
        if (!RevisionGraph.isFromHead(target)) {
            return target;
        }
        List<Revision> heads = own.graph().resolve(target.replace("heads", "head"), List.of());
        return heads.isEmpty() ? "base" : heads.get(0).id();
    }
}
