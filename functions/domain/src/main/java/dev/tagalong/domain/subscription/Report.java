package dev.tagalong.domain.subscription;

import java.util.List;

/** What came of a request: whatever is not named here was applied. Both in the order of the entries. */
public record Report(List<Fault> faults, List<Warning> warnings) {
    public Report {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }
}
