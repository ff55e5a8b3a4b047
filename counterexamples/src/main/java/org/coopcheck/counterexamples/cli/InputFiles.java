package org.coopcheck.counterexamples.cli;

import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that users name. */
final class InputFiles {
  /** The name that stands for standard input. */
  static final String STANDARD_INPUT = "-";

  private InputFiles() {}

  /** The name as complaints have it. */
  static String shown(String name) {
    return name.equals(STANDARD_INPUT) ? "standard input" : name;
  }

  /**
   * @param name the name of a file, or {@code -}
   * @param longest how many bytes it may have
   * @param standardInput what {@code -} stands for
   * @return what is in it, or what is wrong with it
   */
  static Either<String, byte[]> read(String name, int longest, InputStream standardInput) {
    try {
      return bounded(bytes(name, longest, standardInput), longest, name);
    } catch (NoSuchFileException | InvalidPathException e) {
      return Either.left(shown(name) + ": there is no such file");
    } catch (IOException e) {
      return Either.left(shown(name) + ": cannot be read: " + e.getMessage());
    }
  }

  private static byte[] bytes(String name, int longest, InputStream standardInput)
      throws IOException {
    if (name.equals(STANDARD_INPUT)) return standardInput.readNBytes(longest + 1);
    Path path = Path.of(name);
    if (Files.isDirectory(path)) throw new IOException("it is a directory");
    try (InputStream file = Files.newInputStream(path)) {
      return file.readNBytes(longest + 1);
    }
  }

  private static Either<String, byte[]> bounded(byte[] bytes, int longest, String name) {
    return bytes.length <= longest
        ? Either.right(bytes)
        : Either.left("%s: more than %d MiB".formatted(shown(name), longest >> 20));
  }

  /** The same as text. */
  static Either<String, String> readText(String name, int longest, InputStream standardInput) {
    return read(name, longest, standardInput).flatMap(bytes -> decoded(bytes, name));
  }

  private static Either<String, String> decoded(byte[] bytes, String name) {
    try {
      return Either.right(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Either.left(shown(name) + ": is not UTF-8");
    }
  }
}
