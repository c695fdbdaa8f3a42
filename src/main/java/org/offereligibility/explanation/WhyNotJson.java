package org.offereligibility.explanation;

import java.util.List;
import org.offereligibility.decision.WhyNot;
import tools.jackson.core.JsonGenerator;

final class WhyNotJson {
    private WhyNotJson() {}

    static void write(List<WhyNot> all, JsonGenerator json) {
        json.writeStartArray();
        json.writeEndArray();
    }
}
