package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A file in which a search writes down how far it has come, so that another process can go on.
 *
 * <p>It begins with the question that the search answers. Then comes, for each wave, what was taken
 * note of: which actions led to new states, and what was hit. Every record has its length and a
 * checksum; the last one may be torn, if the process was killed while it wrote. A search that goes
 * on does those steps again, and asks again about the hits.
 */
public final class SearchLog implements AutoCloseable {
  private static final byte[] MAGIC = "coopcheck search 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 2 * Integer.BYTES;
  private static final int LONGEST = 1 << 28;

  private final Path file;
  private final FileChannel channel;

  private SearchLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Begins a new file.
   *
   * @param file where it is to be; its directory is there, the file is not
   * @param question what the search answers, line by line
   * @throws CheckpointProblem if there cannot be such a file
   */
  public static SearchLog begun(Path file, Vector<String> question) {
    var log =
        opened(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    log.begin(question);
    return log;
  }

  /**
   * Goes on with a file; with a new one if the process was killed before there was any.
   *
   * @param file where it is
   * @param question what the search answers, line by line
   * @throws CheckpointProblem if it is no such file, or one that belongs to another question
   */
  public static SearchLog resumed(Path file, Vector<String> question) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) return begun(file, question);
    var log =
        opened(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      log.goOn(question);
    } catch (CheckpointProblem problem) {
      log.close();
      throw problem;
    }
    return log;
  }

  private static SearchLog opened(Path file, OpenOption... options) {
    try {
      var channel = FileChannel.open(file, options);
      var log = new SearchLog(file, channel);
      if (log.isLocked()) return log;
      log.close();
      throw new CheckpointProblem(file + ": another process is searching with it");
    } catch (FileAlreadyExistsException e) {
      throw new CheckpointProblem(file + " is there already; --resume goes on with it");
    } catch (IOException e) {
      throw new CheckpointProblem(file + " cannot be opened: " + e.getMessage());
    }
  }

  private boolean isLocked() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  // The question.

  private void begin(Vector<String> question) {
    try {
      write(ByteBuffer.wrap(MAGIC));
      append(bytes(question));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void goOn(Vector<String> question) {
    try {
      byte[] magic = new byte[(int) Math.min(MAGIC.length, channel.size())];
      readFully(ByteBuffer.wrap(magic));
      boolean isTorn = Arrays.equals(magic, Arrays.copyOf(MAGIC, magic.length));
      if (!isTorn) {
        throw new CheckpointProblem(file + " is no checkpoint of this version of coopcheck");
      }
      var known = nextBytes();
      if (known.isEmpty()) {
        truncate(0);
        begin(question);
      } else if (!Arrays.equals(known.get(), bytes(question))) {
        throw new CheckpointProblem(differences(lines(known.get()), question));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static byte[] bytes(Vector<String> question) {
    return question.mkString("\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Vector<String> lines(byte[] question) {
    return Vector.of(new String(question, StandardCharsets.UTF_8).split("\n", -1));
  }

  private String differences(Vector<String> then, Vector<String> now) {
    return "%s answers another question; there: %s; here: %s"
        .formatted(file, shown(then.removeAll(now)), shown(now.removeAll(then)));
  }

  private static String shown(Vector<String> lines) {
    return lines.isEmpty()
        ? "nothing more"
        : lines.map(line -> line.replaceAll("\\p{Cntrl}", "?")).mkString("; ");
  }

  // Records.

  /**
   * The next wave that is written down. What is torn, and all behind it, is forgotten: the search
   * does it again.
   *
   * @return none if there are no more, after which new ones can be appended
   * @throws CheckpointProblem if it cannot be read
   */
  Option<WaveRecord> next() {
    try {
      long begin = channel.position();
      var record = nextBytes().flatMap(WaveRecord::readFrom);
      if (record.isEmpty()) truncate(begin);
      return record;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Writes down a wave; it is with the operating system when this returns. */
  void append(WaveRecord wave) {
    var encoding = new Encoding();
    wave.writeTo(encoding);
    try {
      append(encoding.toByteArray());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void append(byte[] bytes) throws IOException {
    var record = ByteBuffer.allocate(HEAD + bytes.length);
    write(record.putInt(bytes.length).putInt(checksum(bytes)).put(bytes).flip());
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) channel.write(bytes);
  }

  private void truncate(long size) throws IOException {
    channel.truncate(size);
    channel.position(size);
  }

  /** The bytes of the next record; none if it is not whole. */
  private Option<byte[]> nextBytes() throws IOException {
    var head = ByteBuffer.allocate(HEAD);
    if (!readFully(head)) return Option.none();
    int length = head.flip().getInt();
    if (length < 0 || length > Math.min(LONGEST, channel.size() - channel.position())) {
      return Option.none();
    }
    byte[] bytes = new byte[length];
    readFully(ByteBuffer.wrap(bytes));
    return Option.when(checksum(bytes) == head.getInt(), bytes);
  }

  private boolean readFully(ByteBuffer to) throws IOException {
    while (to.hasRemaining()) {
      if (channel.read(to) < 0) return false;
    }
    return true;
  }

  private static int checksum(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  /** Complains that a record, though whole, tells what cannot have been. */
  CheckpointProblem isWrong(String what) {
    return new CheckpointProblem(
        "%s does not replay: %s; was it changed by hand?".formatted(file, what));
  }

  private CheckpointProblem unreadable(IOException e) {
    return new CheckpointProblem(file + " cannot be read: " + e.getMessage());
  }

  private CheckpointProblem unwritable(IOException e) {
    return new CheckpointProblem(file + " cannot be written: " + e.getMessage());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
