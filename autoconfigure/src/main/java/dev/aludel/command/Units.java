package dev.aludel.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The units of an application. */
public interface Units {

    /** Returns all units: that of the primary DataSource first, then the others in the order of their names. */
    List<Unit> all();

    /**
     * Returns a unit.
     *
     * @param name null for the only unit, or the one of the primary DataSource
     * @throws UnknownUnitException where there is none of that name, or where none is meant by default
     */
    default Unit named(@Nullable String name) {
        List<Unit> all = all();
        if (name == null && all.size() == 1) {
            return all.get(0);
        }
        String wanted = name == null ? Unit.DEFAULT : name;
        return all.stream()
                .filter(unit -> unit.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UnknownUnitException(
                        name, all.stream().map(Unit::name).toList()));
    }
}
