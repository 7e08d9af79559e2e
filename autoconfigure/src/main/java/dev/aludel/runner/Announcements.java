package dev.aludel.runner;

import dev.aludel.RevisionEvent;
import dev.aludel.RevisionListener;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What listeners are to be told once it is committed. */
final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");

    private final List<RevisionListener> listeners;
    private final List<RevisionEvent> events = new ArrayList<>();

    Announcements(List<RevisionListener> listeners) {
        this.listeners = listeners;
    }

    void add(RevisionEvent event) {
        events.add(event);
    }

    /** It did not come to it. */
    void withdraw() {
        events.clear();
    }

    /** The revision stays whatever a listener makes of it. */
    void tell() {
        for (RevisionEvent event : events) {
            for (RevisionListener listener : listeners) {
                try {
                    listener.onRevision(event);
                } catch (RuntimeException e) {
                    LOG.warn(
                            "The listener '{}' failed when it was told of revision {}, which stays as it is",
                            listener.getClass().getName(),
                            event.id(),
                            e);
                }
            }
        }
        events.clear();
    }
}
