package dev.aludel.cli.application;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.annotation.Configuration;

/** Drops its arguments, insists on a banner and a server, and starts a second application. */
@Configuration(proxyBeanMethods = false)
public class ForgetfulApplication {

    public static void main(String[] args) {
        System.out.println("MAIN");
        new SpringApplicationBuilder(ForgetfulApplication.class, ShopApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.CONSOLE)
                .properties("spring.datasource.url=" + System.getenv("SHOP_URL"))
                .listeners(event -> {
                    if (event instanceof ApplicationPreparedEvent) {
                        System.out.println("PREPARED");
                    }
                })
                .run();
        System.out.println("STARTED");
    }
}
