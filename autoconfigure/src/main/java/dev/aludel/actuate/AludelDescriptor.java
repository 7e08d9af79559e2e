package dev.aludel.actuate;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The answer of {@code /actuator/aludel}.
 *
 * @param status the worst of the units'
 * @param units by name; one unit is an EntityManagerFactory with its DataSource
 */
public record AludelDescriptor(String status, Map<String, UnitDescriptor> units) implements OperationResponseBody {}
