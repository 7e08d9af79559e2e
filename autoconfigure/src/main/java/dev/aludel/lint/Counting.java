package dev.aludel.lint;

import dev.aludel.dialect.TableStatistics;
import dev.aludel.hazard.Hazard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Counts the rows that hazards are about. What takes too long is left uncounted. */
final class Counting {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Counting() {}

    static List<Hazard> of(Connection connection, String ownSchema, TableStatistics gauge, List<Hazard> hazards)
            throws SQLException {
        List<Hazard> counted = new ArrayList<>();
        for (Hazard hazard : hazards) {
            OptionalLong rows = hazard.question() == null
                    ? OptionalLong.empty()
                    : gauge.count(connection, ownSchema, hazard.question(), TIMEOUT);
            counted.add(rows.isPresent() ? hazard.counted(rows.getAsLong()) : hazard);
        }
        return counted;
    }
}
