package dev.aludel.demo;

import java.util.List;

/** How a command ended, and what it said on standard output and standard error. */
record Answer(int exitCode, String output, String errors) {

    List<String> lines() {
        return output.lines().toList();
    }
}
