package dev.aludel.cli;

import org.springframework.context.LifecycleProcessor;

/** Runs the command where a refresh would start the lifecycle beans. */
final class CommandLifecycle implements LifecycleProcessor {

    private final Runnable command;

    CommandLifecycle(Runnable command) {
        this.command = command;
    }

    @Override
    public void onRefresh() {
        command.run();
    }

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }
}
