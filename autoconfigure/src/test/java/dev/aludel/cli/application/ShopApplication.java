package dev.aludel.cli.application;

import jakarta.annotation.PostConstruct;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Does all that a command must not do, and says so on standard output. */
@EnableScheduling
@SpringBootApplication
public class ShopApplication {

    public static void main(String[] args) {
        System.out.println("MAIN");
        SpringApplication.run(ShopApplication.class, args);
        System.out.println("STARTED");
    }

    @Bean
    ApplicationRunner runner(CustomerRepository customers) {
        return arguments -> System.out.println("RUNNER " + customers);
    }

    @Scheduled(fixedDelay = 1)
    void tick() {
        System.out.println("SCHEDULED");
    }

    @EventListener
    void refreshed(ContextRefreshedEvent event) {
        System.out.println("REFRESHED " + event);
    }

    @Bean
    SmartLifecycle lifecycle() {
        return new SmartLifecycle() {
            @Override
            public void start() {
                System.out.println("LIFECYCLE");
            }

            @Override
            public void stop() {}

            @Override
            public boolean isRunning() {
                return false;
            }
        };
    }

    @Bean
    Needy needy() {
        return new Needy();
    }

    /** Asks the database while it is made, as many applications do. */
    static class Needy {

        @PostConstruct
        void fail() {
            throw new IllegalStateException("NEEDY");
        }
    }
}
