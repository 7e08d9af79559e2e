package dev.aludel.diff.adoption;

import dev.aludel.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a table of the model take from the database what its mapping does not speak of: the tablespace, and the parameters
 * that it does not name. What only a creation can say stays what it is.
 */
final class OptionsAdoption {

    private OptionsAdoption() {}

    static TableOptions adopt(TableOptions model, TableOptions existing) {
        List<String> parameters = new ArrayList<>(model.parameters());
        existing.parameters().stream()
                .filter(parameter ->
                        model.parameters().stream().noneMatch(own -> name(own).equals(name(parameter))))
                .forEach(parameters::add);
        return new TableOptions(
                parameters.stream().sorted().toList(),
                model.tablespace() == null ? existing.tablespace() : model.tablespace(),
                existing.creation());
    }

    private static String name(String parameter) {
        return parameter.substring(0, parameter.indexOf('='));
    }
}
