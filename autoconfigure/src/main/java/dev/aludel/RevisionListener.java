package dev.aludel;

/**
 * Hears of revisions that were applied or taken back. A bean of the application.
 *
 * <pre>{@code
 * @Bean
 * RevisionListener tellTheTeam(Chat chat) {
 *     return event -> chat.say("Revision " + event.id() + " " + event.kind() + ": " + event.message());
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RevisionListener {

    /** Called once it is committed, for each revision in turn. What it throws is logged, and changes nothing. */
    void onRevision(RevisionEvent event);
}
