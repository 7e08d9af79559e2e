package dev.aludel.autoconfigure;

import dev.aludel.actuate.AludelHealthIndicator;
import dev.aludel.command.Units;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Gives an application with health checks one of its database's revisions. */
@AutoConfiguration(after = AludelAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Units.class)
@ConditionalOnEnabledHealthIndicator("aludel")
public final class AludelHealthContributorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = {"aludelHealthIndicator", "aludelHealthContributor"})
    HealthContributor aludelHealthContributor(Units units) {
        return new AludelHealthIndicator(units);
    }
}
