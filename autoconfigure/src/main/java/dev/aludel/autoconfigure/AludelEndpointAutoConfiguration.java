package dev.aludel.autoconfigure;

import dev.aludel.actuate.AludelEndpoint;
import dev.aludel.actuate.AludelEndpointWebExtension;
import dev.aludel.command.Units;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives an application with the actuator the endpoint {@code aludel}. */
@AutoConfiguration(after = AludelAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(AludelEndpoint.class)
@EnableConfigurationProperties(AludelEndpointProperties.class)
public final class AludelEndpointAutoConfiguration {

    @Bean
    @ConditionalOnBean(Units.class)
    @ConditionalOnMissingBean
    AludelEndpoint aludelEndpoint(Units units, AludelEndpointProperties properties) {
        return new AludelEndpoint(units, properties.showSql());
    }

    @Bean
    @ConditionalOnBean(AludelEndpoint.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
    AludelEndpointWebExtension aludelEndpointWebExtension(
            AludelEndpoint endpoint, AludelEndpointProperties properties) {
        return new AludelEndpointWebExtension(endpoint, properties.showSql(), properties.roles());
    }
}
