package dev.aludel.diff;

import dev.aludel.operation.CreateAuxiliaryObject;
import dev.aludel.operation.DropAuxiliaryObject;
import dev.aludel.schema.AuxiliaryObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The auxiliary objects, by their texts. Those that tables may use come before them, and go after them, unless the text changed:
 * then what takes an object's place wants its name.
 */
final class ObjectPlan {

    private final Plan plan;

    ObjectPlan(Plan plan) {
        this.plan = plan;
    }

    void add(List<AuxiliaryObject> before, List<AuxiliaryObject> after) {
        List<AuxiliaryObject> gone = new ArrayList<>(before);
        gone.removeAll(after);
        Collections.reverse(gone);
        List<AuxiliaryObject> come = new ArrayList<>(after);
        come.removeAll(before);
        for (AuxiliaryObject object : gone) {
            boolean last = object.beforeTables() && come.stream().noneMatch(AuxiliaryObject::beforeTables);
            plan.add(last ? Phase.DROP_OBJECT_OF_TABLES : Phase.DROP_OBJECT, new DropAuxiliaryObject(object));
        }
        for (AuxiliaryObject object : come) {
            plan.add(
                    object.beforeTables() ? Phase.OBJECT_BEFORE_TABLES : Phase.CREATE_OBJECT,
                    new CreateAuxiliaryObject(object));
        }
    }
}
