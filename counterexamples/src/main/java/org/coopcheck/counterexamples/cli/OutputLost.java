package org.coopcheck.counterexamples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Standard output takes no more: nothing that is still computed could be seen. */
final class OutputLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private OutputLost(IOException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }

  /** Whether whoever was reading has seen enough, as {@code head} does. */
  boolean isBrokenPipe() {
    String message = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe") || message.contains("pipe is being closed");
  }

  /** A stream that throws this, once, where print streams would go on in silence. */
  static OutputStream noticedBy(OutputStream out) {
    return new OutputStream() {
      private boolean isLost;

      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        if (isLost) return;
        try {
          out.write(bytes, offset, length);
        } catch (IOException e) {
          isLost = true;
          throw new OutputLost(e);
        }
      }
    };
  }
}
