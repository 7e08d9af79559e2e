package dev.aludel.dialect;

import dev.aludel.operation.Operation;
import java.util.List;

/** Tells what an operation blocks or loses. */
public interface HazardRules {

    List<Hazard> of(Operation operation);
}
