package dev.aludel.dialect;

import dev.aludel.hazard.Hazard;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps what is not Aludel's, such as a view that somebody made, where a plan changes what it stands on. */
public interface Dependants {

    /**
     * The plan with what is in its way taken down before and put back after. The database is asked only where the plan changes
     * something that others may stand on, in a number of statements that does not grow with their number.
     *
     * @param connection in auto-commit; it is given back so
     * @param ownSchema the unit's own schema
     * @param before what is managed of the database
     * @param after what the plan leads to
     */
    Kept keep(Connection connection, String ownSchema, List<Operation> plan, Schema before, Schema after)
            throws SQLException;

    /**
     * A plan that keeps what is not Aludel's.
     *
     * @param hazards what cannot be kept, since what it stands on goes: there the plan fails
     */
    record Kept(List<Operation> plan, List<Hazard> hazards) {

        public Kept {
            plan = List.copyOf(plan);
            hazards = List.copyOf(hazards);
        }
    }
}
