package org.offereligibility.explanation;

import java.util.Optional;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.policy.RuleSet;

/** A dossier that differs from another, read as strictly as any. */
final class Variant {
    private Variant() {}

    /** The dossier with another value at the pointer, or nothing if that is no dossier. */
    static Optional<Dossier> of(RuleSet rules, Dossier dossier, Moment asOf, String pointer, Json value) {
        return JsonEdit.set(dossier.json(), pointer, value).flatMap(changed -> read(rules, changed, asOf));
    }

    /** The dossier that the JSON is, or nothing if it is none. */
    static Optional<Dossier> read(RuleSet rules, Json json, Moment asOf) {
        return DossierReader.read(Edits.FILE, json, WhatIf.samePolicy(rules), asOf) instanceof Reading.Accepted accepted
                ? Optional.of(accepted.dossier())
                : Optional.empty();
    }
}
