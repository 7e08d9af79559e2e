package dev.aludel.cli.application;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Runs another application, with the same arguments, before its environment is prepared: as Spring Cloud's bootstrap does. */
public class TwofoldApplication {

    public static void main(String[] args) {
        System.out.println("MAIN");
        SpringApplication application = new SpringApplication(ShopApplication.class);
        application.addListeners(event -> {
            if (event instanceof ApplicationEnvironmentPreparedEvent prepared
                    && prepared.getSpringApplication() == application) {
                try (ConfigurableApplicationContext first = new SpringApplicationBuilder(First.class)
                        .web(WebApplicationType.NONE)
                        .run(args)) {
                    System.err.println("FIRST " + first.isActive());
                }
            }
        });
        application.run(args);
    }

    @Configuration(proxyBeanMethods = false)
    static class First {}
}
