package org.offereligibility.cli;

/** How decisions are written down. */
enum Format {
    TEXT,
    JSON,
    MARKDOWN
}
