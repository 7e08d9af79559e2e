package dev.aludel.hazard;

import dev.aludel.operation.Operation;
import java.util.List;

/**
 * What an operation does to those who use the database meanwhile, and to its rows.
 *
 * @param impacts on tables that were there before
 * @param hazards what of it one should know before it runs
 */
public record Forecast(Operation operation, List<Impact> impacts, List<Hazard> hazards) {

    public Forecast {
        impacts = List.copyOf(impacts);
        hazards = List.copyOf(hazards);
    }
}
