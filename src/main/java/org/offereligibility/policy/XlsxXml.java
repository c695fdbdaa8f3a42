package org.offereligibility.policy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.offereligibility.policy.XlsxParts.Unreadable;

/** One part of a workbook, element by element; a document type, with which a text may reach for other files, is refused. */
final class XlsxXml {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XMLStreamReader xml;

    XlsxXml(byte[] part) throws Unreadable {
        refuseOtherEncodings(part);
        try {
            xml = factory().createXMLStreamReader(new ByteArrayInputStream(part));
        } catch (XMLStreamException | RuntimeException damaged) {
            throw Unreadable.damaged();
        }
    }

    /** ECMA-376 allows UTF-8 and UTF-16; the parser would tell of a wrong byte on standard error. */
    private static void refuseOtherEncodings(byte[] part) throws Unreadable {
        boolean isUtf16 = part.length > 1 && (part[0] & 0xFF) >= 0xFE && (part[1] & 0xFF) >= 0xFE;
        try {
            (isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(part));
        } catch (CharacterCodingException damaged) {
            throw Unreadable.damaged();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter((message, type, related, place) -> {});
        return factory;
    }

    /** The next place where an element begins or ends, or text stands. */
    boolean next() throws Unreadable {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Unreadable("has a document type in it, which no spreadsheet program writes;"
                                + " open it in one and save it anew");
                    case XMLStreamConstants.START_ELEMENT,
                            XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException damaged) { // the parser throws both of a text that is no XML
            throw Unreadable.damaged();
        }
    }

    boolean begins(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** The attribute as a whole number of at most nine digits. */
    Optional<Integer> number(String name) throws Unreadable {
        Optional<String> written = attribute(name);
        if (written.isPresent() && !written.get().matches("[0-9]{1,9}")) {
            throw Unreadable.damaged();
        }
        return written.map(Integer::valueOf);
    }

    /** The text of the element that has just begun, which holds nothing else. */
    String text(String element) throws Unreadable {
        StringBuilder text = new StringBuilder();
        while (next()) {
            if (ends(element)) {
                return text.toString();
            }
            if (xml.hasText()) {
                text.append(xml.getText());
            }
        }
        throw Unreadable.damaged();
    }

    /** What a cell shows, however it is lettered, without how an East Asian word is pronounced. */
    String lettered(String element) throws Unreadable {
        StringBuilder text = new StringBuilder();
        boolean isPronunciation = false;
        while (next()) {
            if (ends(element)) {
                return text.toString();
            }
            if (begins("rPh") || ends("rPh")) {
                isPronunciation = xml.isStartElement();
            } else if (begins("t")) {
                String run = unescaped(text("t"));
                text.append(isPronunciation ? "" : run);
            }
        }
        throw Unreadable.damaged();
    }

    /** {@code _x000D_} stands for a character that XML cannot hold; half a character is none. */
    static String unescaped(String text) {
        StringBuilder whole = new StringBuilder();
        ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(read -> Character.getType(read) == Character.SURROGATE ? VisibleText.LOST_LETTER : read)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
