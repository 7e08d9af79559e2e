package dev.aludel.script;

import dev.aludel.script.InvalidScriptException.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in one file. */
final class Findings {

    private final String location;
    private final List<Finding> findings = new ArrayList<>();

    Findings(String location) {
        this.location = location;
    }

    void add(int line, String problem) {
        findings.add(new Finding(location, line, problem));
    }

    void refuse() {
        if (!findings.isEmpty()) {
            findings.sort(Comparator.comparingInt(Finding::line));
            throw new InvalidScriptException(findings);
        }
    }
}
