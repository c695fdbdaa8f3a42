package org.offereligibility.trial;

import java.util.Arrays;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Json;

/** Whether two pieces of a dossier say the same, wherever they stand. */
final class Same {
    private Same() {}

    static boolean are(Json one, Json other) {
        return one == other || Arrays.equals(CanonicalJson.bytes(one), CanonicalJson.bytes(other));
    }
}
