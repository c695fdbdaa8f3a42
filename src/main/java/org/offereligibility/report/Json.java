package org.offereligibility.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The pieces that all reports write alike. */
final class Json {
    private Json() {}

    /** {@code not-under}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** To one decimal, or nothing. */
    static String percent(Rate rate) {
        return rate.exact()
                .map(exact -> exact.times(org.offereligibility.dossier.Exact.of(100))
                        .rounded(1)
                        .toPlainString())
                .orElse("");
    }

    static void rate(Rate rate, JsonGenerator json) {
        if (rate.of() > 0) {
            json.writeObjectPropertyStart("rate");
            json.writeStringProperty("exact", rate.fraction());
            json.writeStringProperty("percent", percent(rate));
            json.writeEndObject();
        }
    }

    static void interval(Rate rate, JsonGenerator json) {
        rate.wilson().ifPresent(interval -> {
            json.writeObjectPropertyStart("intervalPercent");
            json.writeStringProperty("from", Told.decimal(interval.low()));
            json.writeStringProperty("to", Told.decimal(interval.high()));
            json.writeEndObject();
        });
    }

    static void texts(String property, List<String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    static void counts(String property, Map<String, Long> counts, JsonGenerator json) {
        json.writeObjectPropertyStart(property);
        counts.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }
}
