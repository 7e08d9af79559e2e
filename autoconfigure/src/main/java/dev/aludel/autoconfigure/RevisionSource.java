package dev.aludel.autoconfigure;

import dev.aludel.script.RevisionClass;
import dev.aludel.script.ScriptSource;
import java.util.List;

/** All revisions of an application: its scripts and its beans. */
record RevisionSource(RevisionLocations locations, RevisionBeans beans) implements ScriptSource {

    @Override
    public List<ScriptFile> files() {
        return locations.files();
    }

    @Override
    public List<RevisionClass> classes() {
        return beans.classes();
    }
}
