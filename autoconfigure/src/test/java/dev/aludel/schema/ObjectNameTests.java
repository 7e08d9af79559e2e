package dev.aludel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNameTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    users,                '',      users
                    audit.users,          audit,   users
                    Users,                '',      Users
                    '"odd.name"',         '',      odd.name
                    'audit."odd.name"',   audit,   odd.name
                    '"a.b"."c.d"',        a.b,     c.d
                    """)
    void isSpelledAsItIsRead(String text, String schema, String name) {
        assertThat(ObjectName.parse(text)).isEqualTo(ObjectName.of(schema, name));
        assertThat(ObjectName.of(schema, name).spelled()).isEqualTo(text);
    }
}
