package dev.aludel.autoconfigure;

import dev.aludel.autoconfigure.AludelProperties.Phase;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether {@code aludel.phase} is before-jpa, in any spelling that Boot accepts. */
final class OnBeforeJpa extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Phase phase = Binder.get(context.getEnvironment())
                .bind("aludel.phase", Phase.class)
                .orElse(Phase.READY);
        return new ConditionOutcome(
                phase == Phase.BEFORE_JPA,
                ConditionMessage.forCondition("Aludel phase").because(phase.toString()));
    }
}
