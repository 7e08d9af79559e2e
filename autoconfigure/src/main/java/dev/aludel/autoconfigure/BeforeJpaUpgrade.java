package dev.aludel.autoconfigure;

import org.springframework.beans.factory.InitializingBean;

/** In phase before-jpa, brings the database to head before anything that Boot knows to need the schema is made. */
final class BeforeJpaUpgrade implements InitializingBean {

    private final StartUpgrade upgrade;

    BeforeJpaUpgrade(StartUpgrade upgrade) {
        this.upgrade = upgrade;
    }

    @Override
    public void afterPropertiesSet() {
        var unused = upgrade.run();
    }
}
