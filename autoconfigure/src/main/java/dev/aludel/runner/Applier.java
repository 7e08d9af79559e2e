package dev.aludel.runner;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who applies a revision, as the version table keeps it: {@code shop at web-1, pid 4711}. */
final class Applier {

    private Applier() {}

    static String of(String role) {
        return role + " at " + host() + ", pid " + ProcessHandle.current().pid();
    }

    @SuppressWarnings("AddressSelection") // a name for people to read; no connection is made to it
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }
}
