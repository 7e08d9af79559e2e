package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** That docs/guides/coming-from-alembic.md leaves nothing out, of theirs or of ours. */
class ComingFromAlembicTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|(.*)\\|$");
    private static final Set<String> EVERYWHERE = Set.of("--help", "--verbose", "--unit");

    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "guides", "coming-from-alembic.md"));
    }

    @Test
    void listsEveryCommandAndOptionOfOurs() {
        String list = page.substring(page.indexOf("## Our commands and options"));
        Map<String, Set<String>> listed = new TreeMap<>();
        ROW.matcher(list)
                .results()
                .forEach(row -> listed.put(
                        row.group(1),
                        Pattern.compile("`(--[a-z-]+)`")
                                .matcher(row.group(2))
                                .results()
                                .map(option -> option.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(listed).isEqualTo(ours());
    }

    private static Map<String, Set<String>> ours() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine commandLine = CommandLines.of(
                new CommandContext(
                        new Terminal(nowhere, nowhere, null),
                        () -> {
                            throw new IllegalStateException();
                        },
                        null),
                new String[0],
                failure -> {});
        Map<String, Set<String>> ours = new TreeMap<>();
        commandLine
                .getSubcommands()
                .forEach((name, command) -> ours.put(
                        name,
                        command.getCommandSpec().options().stream()
                                .map(OptionSpec::longestName)
                                .filter(option -> !EVERYWHERE.contains(option))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return ours;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // commands and options
                "init list_templates revision merge upgrade downgrade current history heads branches show stamp edit"
                        + " check ensure_version --template --package --autogenerate --sql --head --splice --branch-label"
                        + " --version-path --rev-id --depends-on --tag --purge --check-heads --resolve-dependencies -r -i"
                        + " --config --name -x --raiseerr --quiet --version",
                // configuration
                "script_location file_template prepend_sys_path timezone truncate_slug_length revision_environment"
                        + " sourceless version_locations path_separator version_path_separator"
                        + " recursive_version_locations output_encoding sqlalchemy.url post_write_hooks databases",
                "connection url dialect_name dialect_opts transactional_ddl transaction_per_migration output_buffer"
                        + " starting_rev tag template_args literal_binds version_table version_table_schema"
                        + " version_table_pk on_version_apply target_metadata compare_type compare_server_default"
                        + " include_name include_object include_schemas render_as_batch render_item upgrade_token"
                        + " downgrade_token alembic_module_prefix sqlalchemy_module_prefix user_module_prefix"
                        + " process_revision_directives autogenerate_plugins mssql_batch_separator oracle_batch_separator",
                // directives
                "op.add_column op.alter_column op.drop_column op.create_table op.drop_table op.rename_table"
                        + " op.create_table_comment op.drop_table_comment op.create_index op.drop_index"
                        + " op.create_primary_key op.create_unique_constraint op.create_foreign_key"
                        + " op.create_check_constraint op.create_exclude_constraint op.drop_constraint op.bulk_insert"
                        + " op.execute op.f op.inline_literal op.batch_alter_table op.get_bind op.get_context op.run_async"
                        + " op.invoke op.register_operation op.implementation_for"
            })
    void namesAllOfAlembics(String words) {
        Set<String> named = Pattern.compile("`([^`]+)`")
                .matcher(page.substring(0, page.indexOf("## Our commands and options")))
                .results()
                .flatMap(code -> Stream.of(code.group(1).split("[ /\\[\\](…]+")))
                .collect(Collectors.toSet());

        List<String> all = Arrays.asList(words.split(" "));
        assertThat(named).containsAll(all);
    }
}
