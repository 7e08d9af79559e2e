package dev.aludel.command;

import dev.aludel.AludelException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command names a unit that the application does not have, or names none where several are meant alike. */
public final class UnknownUnitException extends AludelException {

    private static final long serialVersionUID = 1L;

    UnknownUnitException(@Nullable String name, List<String> units) {
        super((name == null ? "The application has several units." : "There is no unit '" + name + "'.")
                + (units.isEmpty()
                        ? " No unit is configured: set 'aludel.units.<name>.data-source-bean'."
                        : " Name one of '" + String.join("', '", units) + "' with --unit."));
    }
}
