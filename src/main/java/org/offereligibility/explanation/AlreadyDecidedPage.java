package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Json;
import org.offereligibility.explanation.AlreadyDecided.Bearing;
import org.offereligibility.explanation.AlreadyDecided.Item;
import org.offereligibility.explanation.AlreadyDecided.Outlook;
import org.offereligibility.explanation.Leaflet.Block;

/** Whether what is open can still turn the verdict, for people and for programs. Safe for threads. */
public final class AlreadyDecidedPage {
    private static final String SUPPOSED =
            "It is supposed that an open round is held at its usual length, three days after the"
                    + " last thing that the dossier tells of, by interviewers of every function who are not on the hiring team;"
                    + " that each of its criteria gets one score; and that at most two signals are observed in it.";

    private AlreadyDecidedPage() {}

    /**
     * Plain text, whose lines end with a line feed.
     *
     * @throws IllegalArgumentException if the width is under 40
     */
    public static String text(Outlook outlook, int width, boolean colour) {
        return leaflet(outlook).text(width, colour);
    }

    public static String markdown(Outlook outlook) {
        return leaflet(outlook).markdown();
    }

    /** A whole page of HTML. */
    public static String html(Outlook outlook) {
        return leaflet(outlook).html();
    }

    /** One line of JSON, without a line feed at the end. */
    public static String json(Outlook outlook) {
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("candidateId", outlook.now().candidateId());
            AnswerJson.policy(outlook.now().policy(), json);
            json.writeStringProperty("asOf", outlook.now().asOf().toString());
            json.writeStringProperty("verdict", outlook.now().verdict().name());
            json.writeBooleanProperty("decided", outlook.isDecided());
            json.writeStringProperty("best", outlook.best().name());
            json.writeBooleanProperty("bestIsProved", outlook.bestIsProved());
            json.writeStringProperty("worst", outlook.worst().name());
            json.writeBooleanProperty("worstIsProved", outlook.worstIsProved());
            json.writeNumberProperty("tried", outlook.tried());
            json.writeBooleanProperty("all", outlook.all());
            json.writeArrayPropertyStart("open");
            for (Item item : outlook.items()) {
                json.writeStartObject();
                json.writeStringProperty("name", item.name());
                json.writeStringProperty("bearing", item.bearing().name());
                json.writeArrayPropertyStart("needs");
                item.needs().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            AnswerJson.findings("stillFound", outlook.stillFound(), json);
            AnswerJson.findings("wouldDecide", outlook.wouldDecide(), json);
            json.writeArrayPropertyStart("weakest");
            for (Edit.Set edit : outlook.weakest()) {
                json.writeStartObject();
                json.writeStringProperty("pointer", edit.pointer());
                json.writeName("to");
                DecisionJson.given(edit.value(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Leaflet leaflet(Outlook outlook) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                Page.of(outlook.now(), outlook.dossier().candidateName()).heading() + ", and what is still open"));
        blocks.add(Leaflet.said(outlook.now().verdict(), summary(outlook)));
        if (outlook.items().isEmpty()) {
            return new Leaflet(blocks);
        }
        items(Bearing.MATTERS, "What can still matter", outlook, blocks);
        items(Bearing.NOT_SEEN_TO_MATTER, "What was not seen to matter", outlook, blocks);
        items(Bearing.CANNOT_MATTER, "What can no longer turn the verdict", outlook, blocks);
        if (!outlook.stillFound().isEmpty()) {
            blocks.add(new Block.Title("What keeps it from being better than " + outlook.best(), ""));
            outlook.stillFound().forEach(finding -> blocks.add(Leaflet.item(finding)));
        }
        if (!outlook.isDecided()) {
            blocks.add(new Block.Title("The weakest outcome that leads to " + outlook.best(), ""));
            outlook.weakest().stream().map(AlreadyDecidedPage::said).forEach(words -> blocks.add(Leaflet.item(words)));
        }
        if (outlook.openRounds()) {
            blocks.add(new Block.Small(SUPPOSED));
        }
        blocks.add(new Block.Small(tried(outlook)));
        return new Leaflet(blocks);
    }

    private static String summary(Outlook outlook) {
        if (outlook.items().isEmpty()) {
            return "Nothing is open: every round was held, every criterion was scored, and no check is awaited.";
        }
        String things = Words.count(outlook.items().size(), "thing is", "things are") + " open. ";
        if (outlook.isDecided()) {
            return capital(things) + "The verdict will be " + outlook.best() + ", whatever comes of "
                    + (outlook.items().size() == 1 ? "it." : "them.");
        }
        return capital(things) + capital(best(outlook)) + ", and " + worst(outlook) + ".";
    }

    private static String best(Outlook outlook) {
        return outlook.bestIsProved()
                ? "the best verdict that can still come of it is " + outlook.best()
                : "no better verdict than " + outlook.best()
                        + " was found to come of it, though not everything was tried";
    }

    private static String worst(Outlook outlook) {
        return outlook.worstIsProved()
                ? "the worst is " + outlook.worst()
                : "no worse one than " + outlook.worst() + " was found, though not everything was tried";
    }

    private static void items(Bearing bearing, String title, Outlook outlook, List<Block> blocks) {
        List<Item> items = outlook.items().stream()
                .filter(item -> item.bearing() == bearing)
                .toList();
        if (!items.isEmpty()) {
            blocks.add(new Block.Title(title, ""));
            items.forEach(item -> blocks.add(Leaflet.item(said(item, outlook.best()))));
        }
    }

    private static String said(Item item, Verdict best) {
        String name = capital(Printable.of(item.name()));
        return switch (item.bearing()) {
            case MATTERS ->
                name
                        + (item.needs().isEmpty()
                                ? ": it must come out at all."
                                : ". For " + best + " it takes: " + String.join("; ", item.needs()) + ".");
            case NOT_SEEN_TO_MATTER -> name + ": no outcome that was tried turned the verdict.";
            case CANNOT_MATTER -> name + ".";
        };
    }

    private static String said(Edit.Set edit) {
        String pointer = edit.pointer().endsWith("/-")
                ? edit.pointer().substring(0, edit.pointer().length() - 1) + "0"
                : edit.pointer();
        if (!(edit.value() instanceof Json.Obj entry)) {
            return DossierWords.of(pointer, edit.value());
        }
        List<String> words = new ArrayList<>();
        for (String name : List.of("round", "criterion", "score", "signal", "outcome")) {
            entry.get(name).ifPresent(given -> words.add(DossierWords.read(name, given)));
        }
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + ": " + words.get(last);
    }

    private static String tried(Outlook outlook) {
        String count = Words.count(outlook.tried(), "outcome was", "outcomes were") + " tried";
        return outlook.all()
                ? capital(count) + ", which are all there are."
                : capital(count)
                        + ", of many more: one thing at a time and every two signals of a round, from the best guess"
                        + " up and down. What is told was decided in full."
                        + (outlook.bestIsProved() && outlook.worstIsProved()
                                ? " That no outcome goes beyond the best and the worst was proved from the rules."
                                : "");
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
