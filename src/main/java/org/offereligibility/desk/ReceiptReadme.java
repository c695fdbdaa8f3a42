package org.offereligibility.desk;

import java.util.Base64;
import java.util.SortedMap;
import org.offereligibility.dossier.Json;
import org.offereligibility.ledger.Part;

/** How to check a receipt by hand, with nothing of this program. */
final class ReceiptReadme {
    private static final String INTRODUCTION = """
            A receipt of one record: %s %s

            It proves that this record was written into the ledger and has not been changed since. With the program:

                offer-eligibility audit check FILE.zip --key KEY

            where KEY is a file with the ledger's public key as you got it from somebody you trust. The key in this
            receipt proves nothing by itself: whoever made the receipt could have made the key.

            What is in it
              leaf.json      the record as it stands in the ledger; what is sealed stands there as a commitment
              sealed/        what the commitments are over, as far as it was not erased
              salts.json     the 32 random bytes for each commitment, in base64
              inclusion.txt  the hashes that lead from the record to the root of the tree, in base64, nearest first
              checkpoint     how many records there were, the root over them, and the ledger's signature
              ledger.pub     the key that checks the signature: name, key id, key
              rules/         the rules that decided, file by file
              readings/      the decision for the committee, the auditor and the candidate


            By hand, in an unpacked folder, with bash, sha256sum, base64 and openssl (3.0 or later)

            1. The record's hash is SHA-256 over one byte 0 and the bytes of leaf.json.
            """;
    private static final String TREE = """

            3. The hash of two others is SHA-256 over one byte 1, the left and the right hash (RFC 9162, section 2.1).
               Both lines that this prints must be the same: the root as computed, and as signed.

            index=$(sed -n 's/^index //p' inclusion.txt)
            last=$(($(sed -n 's/^size //p' inclusion.txt) - 1))
            hash=$( (printf '\\000'; cat leaf.json) | openssl dgst -sha256 -binary | base64)
            for other in $(sed 1,3d inclusion.txt); do
              if [ $((index % 2)) = 1 ] || [ $index = $last ]; then
                pair="$other $hash"
                while [ $((index % 2)) = 0 ] && [ $index != 0 ]; do index=$((index / 2)); last=$((last / 2)); done
              else
                pair="$hash $other"
              fi
              hash=$( (printf '\\001'; for one in $pair; do echo $one | base64 -d; done) \\
                | openssl dgst -sha256 -binary | base64)
              index=$((index / 2)); last=$((last / 2))
            done
            echo $hash
            sed -n 3p checkpoint

            4. The signature is Ed25519 over the first three lines of the checkpoint, each with its line feed. In its
               line stand a key id of 4 bytes and the signature of 64, in base64; in ledger.pub one byte 1 and the key
               of 32. The key id is the beginning of SHA-256 over the key's name, a line feed, the byte 1 and the key.

            d=$(mktemp -d)
            (printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'
             cut -d+ -f3- ledger.pub | base64 -d | tail -c 32) > $d/key
            head -n 3 checkpoint > $d/text
            tail -n 1 checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > $d/signature
            openssl pkeyutl -verify -pubin -keyform DER -inkey $d/key -rawin -in $d/text -sigfile $d/signature
            """;
    private static final String RULES = """

            5. The rules' hash must be the one that leaf.json calls "rules".

            (cd rules; find . -type f | sed 's|^./||' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum)
            """;

    private ReceiptReadme() {}

    static byte[] of(Json.Obj leaf, SortedMap<String, Part> parts) {
        StringBuilder text = new StringBuilder(INTRODUCTION.formatted(
                Records.text(leaf, "kind").orElse(""), Records.text(leaf, "id").orElse("")));
        text.append("\n(printf '\\000'; cat leaf.json) | sha256sum\n\n");
        text.append(
                "2. A commitment is SHA-256 over the line \"offer-eligibility commitment v1\" with its line feed, the"
                        + " salt of\n   32 bytes, and the bytes that are sealed. Each must stand in leaf.json under \"sealed\".\n\n");
        if (parts.isEmpty()) {
            text.append("   Nothing that was sealed is enclosed.\n");
        }
        parts.values()
                .forEach(part -> text.append("(printf 'offer-eligibility commitment v1\\n'; echo ")
                        .append(Base64.getEncoder().encodeToString(part.salt()))
                        .append(" | base64 -d; cat sealed/")
                        .append(part.name())
                        .append(") | sha256sum\n"));
        text.append(TREE);
        if (Records.text(leaf, Records.RULES).isPresent()) {
            text.append(RULES);
        }
        return Records.bytes(text.toString());
    }
}
