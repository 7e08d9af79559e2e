package dev.aludel;

import dev.aludel.operation.Operation;
import java.util.List;

/**
 * Changes what autogenerate writes. A bean of the application.
 *
 * <pre>{@code
 * @Bean
 * OperationRewriter keepColumns() {
 *     return operation -> operation instanceof DropColumn ? List.of() : List.of(operation);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface OperationRewriter {

    /** What is written in place of an operation of the upgrade: itself, several, or none. The downgrade is made of their reverses. */
    List<Operation> rewrite(Operation operation);
}
