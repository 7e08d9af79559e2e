package dev.aludel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpringBootThreeNamesTests {

    private final SpringBootThreeNames boots = SpringBootThreeNames.of(new PhysicalNamingStrategySnakeCaseImpl());

    @ParameterizedTest
    @CsvSource({"address2_line, address2line", "line_a1, linea1", "a1_b2_c, a1b2_c", "userName, user_name", "User, user"
    })
    void knowsWhatSpringBootThreeCalledIt(String now, String former) {
        assertThat(boots.of(now)).contains(former);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "created_at", "address_2", "x_1", "_1a", "a_", "a1_b"})
    void staysSilentWhereBothSayTheSame(String name) {
        assertThat(boots.of(name)).isEmpty();
    }

    @Test
    void knowsNothingOfOtherStrategies() {
        assertThat(SpringBootThreeNames.of(new PhysicalNamingStrategyStandardImpl())
                        .of("address2_line"))
                .isEmpty();
    }
}
