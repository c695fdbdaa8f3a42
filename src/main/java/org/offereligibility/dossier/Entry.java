package org.offereligibility.dossier;

/**
 * One text that should be a dossier, and where it was found.
 *
 * @param file as the user named it; {@code -} for standard input
 * @param line of the file at which the text begins, counted from 1
 * @param text UTF-8, with or without a byte order mark; not to be changed once given
 */
@SuppressWarnings("ArrayRecordComponent") // an entry is handed on once and never compared
public record Entry(String file, int line, byte[] text) {}
