package dev.aludel.autoconfigure;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** Keeps the revision scripts of the default location in a native image, and the connection that revisions in Java get. */
final class RevisionHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("db/revisions/**");
        hints.reflection()
                .registerType(
                        TypeReference.of("dev.aludel.dialect.postgresql.session.KeepAliveSocketFactory"),
                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
        hints.proxies().registerJdkProxy(Connection.class);
    }
}
