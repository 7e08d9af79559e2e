package dev.aludel.autoconfigure;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.InitializingBean;

/** In phase before-jpa, brings the database to head before anything that Boot knows to need the schema is made. */
final class BeforeJpaUpgrade implements InitializingBean {

    private final Supplier<List<Start>> starts;

    BeforeJpaUpgrade(Supplier<List<Start>> starts) {
        this.starts = starts;
    }

    @Override
    public void afterPropertiesSet() {
        starts.get().forEach(start -> {
            var unused = start.upgrade().run();
        });
    }
}
