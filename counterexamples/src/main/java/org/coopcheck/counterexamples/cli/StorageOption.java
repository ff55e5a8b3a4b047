package org.coopcheck.counterexamples.cli;

import org.coopcheck.counterexamples.engine.Storage;
import picocli.CommandLine;

/** The option of commands that can do with less memory for less certainty. */
final class StorageOption {
  @CommandLine.Option(
      names = "--hash-compaction",
      description = {
        "Keep only 64 bits of each world. The verdict then says how likely it is that one was"
            + " missed."
      })
  private boolean isCompact;

  Storage storage() {
    return isCompact ? Storage.FINGERPRINTS : Storage.ENCODINGS;
  }
}
