package org.offereligibility.trial;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Runs of scenarios as JUnit XML, which continuous integration shows. It takes no time, so that the same run gives the same
 * bytes; a refused dossier or engines that disagree are errors, any other expectation that does not hold is a failure.
 */
public final class JUnitXml {
    private final XMLStreamWriter xml;
    private final ScenarioText text = new ScenarioText(100, false);

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document; it ends with a line feed. */
    public static String of(List<ScenarioRun> runs) {
        StringWriter target = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target);
            new JUnitXml(xml).write(runs);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text can always be written", impossible);
        }
        return target.append("\n").toString();
    }

    private void write(List<ScenarioRun> runs) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "scenarios");
        counts(runs.stream().flatMap(run -> run.results().stream()).toList());
        for (ScenarioRun run : runs) {
            line(1);
            xml.writeStartElement("testsuite");
            attribute(
                    "name",
                    run.evaluator().rules().role() + "/"
                            + run.evaluator().rules().version());
            counts(run.results());
            for (ScenarioResult result : run.results()) {
                testcase(run, result);
            }
            line(1);
            xml.writeEndElement();
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void counts(List<ScenarioResult> results) throws XMLStreamException {
        attribute("tests", String.valueOf(results.size()));
        attribute(
                "failures",
                String.valueOf(results.stream()
                        .filter(result -> !result.passes() && !isError(result))
                        .count()));
        attribute(
                "errors",
                String.valueOf(results.stream().filter(JUnitXml::isError).count()));
        attribute("skipped", "0");
        attribute("time", "0");
    }

    /** Whether nothing was decided, so that there is nothing to hold expectations against. */
    private static boolean isError(ScenarioResult result) {
        return result.decision().isEmpty();
    }

    private void testcase(ScenarioRun run, ScenarioResult result) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("classname", result.scenario().file());
        attribute("name", result.scenario().name());
        attribute(
                "file", run.evaluator().rules().folder().named(result.scenario().file()));
        attribute("line", String.valueOf(result.scenario().line()));
        attribute("time", "0");
        if (!result.passes()) {
            line(3);
            xml.writeStartElement(isError(result) ? "error" : "failure");
            attribute("message", result.failures().get(0).said());
            attribute("type", result.failures().get(0).kind().name());
            xml.writeCharacters(allowed("\n" + text.failure(run, result)));
            xml.writeEndElement();
            line(2);
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value).replaceAll("\\s+", " "));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** The text without what XML 1.0 does not allow (section 2.2), in whose place something visible stands. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder();
        text.codePoints()
                .map(c ->
                        c == '\t' || c == '\n' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000
                                ? c
                                : 0xfffd)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
