package dev.aludel.fuzz;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Room for one entity: who stands there on either side, and with what attributes and constraints. */
record Slot(Varying<Head> head, List<Varying<Attribute>> attributes, List<Varying<Constraint>> constraints) {

    static Arbitrary<Slot> arbitrary() {
        return Combinators.combine(
                        Varying.of(Head.arbitrary(), Head.altered()),
                        Attributes.varying().list().ofMaxSize(7),
                        Varying.of(Constraint.arbitrary()).list().ofMaxSize(3))
                .as(Slot::new);
    }
}
