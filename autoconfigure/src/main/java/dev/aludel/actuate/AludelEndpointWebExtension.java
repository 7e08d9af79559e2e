package dev.aludel.actuate;

import dev.aludel.revision.AmbiguousRevisionException;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/** The endpoint over HTTP: SQL is shown to whom it may be shown, and what does not exist is not found. */
@EndpointWebExtension(endpoint = AludelEndpoint.class)
public class AludelEndpointWebExtension {

    private final AludelEndpoint delegate;
    private final Show showSql;
    private final Set<String> roles;

    public AludelEndpointWebExtension(AludelEndpoint delegate, Show showSql, Set<String> roles) {
        this.delegate = delegate;
        this.showSql = showSql;
        this.roles = roles;
    }

    /** One revision with its SQL. */
    @ReadOperation
    public WebEndpointResponse<Object> revision(SecurityContext securityContext, @Selector String revision) {
        try {
            Object found = delegate.revision(revision, showSql.isShown(securityContext, roles));
            return found == null
                    ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND)
                    : new WebEndpointResponse<>(found);
        } catch (AmbiguousRevisionException e) {
            return new WebEndpointResponse<>(
                    Map.of("message", String.valueOf(e.getMessage())), WebEndpointResponse.STATUS_BAD_REQUEST);
        }
    }
}
