package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import java.util.List;

/** Several DataSources, none of which is the one to migrate. */
public final class AmbiguousDataSourceException extends AludelException {

    private static final long serialVersionUID = 1L;

    AmbiguousDataSourceException(List<String> beans) {
        super(
                "Several DataSources, and none is primary: %s. Mark the one whose database is to be migrated with @Primary or @AludelDataSource, or set aludel.datasource.url."
                        .formatted(Beans.quoted(beans)));
    }
}
