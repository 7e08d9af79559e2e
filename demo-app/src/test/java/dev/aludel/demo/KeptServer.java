package dev.aludel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Keeps the embedded server while a class has its tests, so that not every process starts and stops it. */
final class KeptServer implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(KeptServer.class);

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        context.getStore(NAMESPACE).put(Connection.class, TestServer.connect());
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        context.getStore(NAMESPACE).remove(Connection.class, Connection.class).close();
    }
}
