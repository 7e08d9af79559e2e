package dev.aludel.autoconfigure;

import java.util.Set;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the actuator endpoint.
 *
 * @param showSql When to show the SQL of a revision.
 * @param roles Roles used to determine whether a user is authorized to be shown the SQL. When empty, all authenticated users
 * are authorized.
 */
@ConfigurationProperties("management.endpoint.aludel")
record AludelEndpointProperties(
        @DefaultValue("never") Show showSql, @DefaultValue Set<String> roles) {}
