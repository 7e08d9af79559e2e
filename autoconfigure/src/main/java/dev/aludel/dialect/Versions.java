package dev.aludel.dialect;

/**
 * The versions of a database that this build was tested with. One that is later is taken for the newest of them.
 *
 * @param oldest the major version below which none is migrated
 * @param newest the latest major version
 */
public record Versions(int oldest, int newest) {

    public boolean isTooOld(int major) {
        return major < oldest;
    }

    public boolean isNewer(int major) {
        return major > newest;
    }
}
