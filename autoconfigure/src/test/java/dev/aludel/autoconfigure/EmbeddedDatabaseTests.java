package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autoconfigure.shop.Customer;
import dev.aludel.autoconfigure.shop.Customers;
import dev.aludel.autoconfigure.shop.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedDatabaseTests {

    @Test
    void isLeftToBootWithOneWarning(CapturedOutput output) {
        for (String phase : new String[] {"ready", "before-jpa"}) {
            try (var context = new SpringApplicationBuilder(Shop.Application.class)
                    .web(WebApplicationType.NONE)
                    .properties("aludel.phase=" + phase, "aludel.autogenerate=apply")
                    .run()) {
                Customers customers = context.getBean(Customers.class);
                customers.save(new Customer("first"));
                assertThat(customers.count()).isEqualTo(1);
            }
        }
        assertThat(output.getOut().split("'H2' database is left to Spring Boot", -1))
                .hasSize(3);
    }
}
