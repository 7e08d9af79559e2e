package dev.aludel.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The test speaks of what an earlier major version of PostgreSQL does not have, such as virtual columns of 18. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SincePostgres.Condition.class)
public @interface SincePostgres {

    /** The major version. */
    int value();

    /** Skips what the server of this run is too old for. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            int since = AnnotationSupport.findAnnotation(context.getElement(), SincePostgres.class)
                    .map(SincePostgres::value)
                    .orElse(0);
            return TestDatabase.serverVersion() >= since
                    ? ConditionEvaluationResult.enabled("PostgreSQL " + TestDatabase.serverVersion())
                    : ConditionEvaluationResult.disabled("PostgreSQL " + since + " has it first");
        }
    }
}
