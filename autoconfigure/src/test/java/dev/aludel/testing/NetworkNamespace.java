package dev.aludel.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Another machine, as far as a network can tell: a namespace of Linux, joined to this one by a cable that can be cut. Only root may make
 * one, and iproute2 is needed.
 */
public final class NetworkNamespace implements AutoCloseable {

    private static final long SECONDS = 10;

    private final String name;
    private final String here;

    private NetworkNamespace(String name, int net) {
        this.name = name;
        this.here = "10.213." + net + ".1";
    }

    /** A new one; empty where this machine lets nobody make one. */
    public static Optional<NetworkNamespace> make() {
        int net = (int) (ProcessHandle.current().pid() % 250);
        NetworkNamespace made = new NetworkNamespace("al" + net, net);
        if (!runs("ip", "netns", "add", made.name)) {
            return Optional.empty();
        }
        if (made.isJoined(net)) {
            return Optional.of(made);
        }
        made.close();
        return Optional.empty();
    }

    private boolean isJoined(int net) {
        String end = name + "b";
        return runs("ip", "link", "add", name + "a", "type", "veth", "peer", "name", end)
                && runs("ip", "link", "set", end, "netns", name)
                && runs("ip", "addr", "add", here + "/30", "dev", name + "a")
                && runs("ip", "link", "set", name + "a", "up")
                && runs(inside("ip", "addr", "add", "10.213." + net + ".2/30", "dev", end))
                && runs(inside("ip", "link", "set", end, "up"));
    }

    /** The address of this machine, as the other one reaches it. */
    public String here() {
        return here;
    }

    /** Starts a program on the other machine. */
    public Process start(List<String> command) throws IOException {
        return new ProcessBuilder(inside(command.toArray(String[]::new)))
                .redirectErrorStream(true)
                .start();
    }

    /** Cuts the cable: from now on neither end hears of the other, not even that it is gone. */
    public void cut() {
        if (!runs(inside("ip", "link", "set", name + "b", "down"))) {
            throw new IllegalStateException("the cable of " + name + " cannot be cut");
        }
    }

    @Override
    public void close() {
        runs("ip", "link", "del", name + "a");
        runs("ip", "netns", "del", name);
    }

    private String[] inside(String... command) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", name));
        all.addAll(List.of(command));
        return all.toArray(String[]::new);
    }

    private static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
