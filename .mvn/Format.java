import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Formats the Java files below the folders that it is given, or says which ones it would change. */
final class Format {
  private static final List<String> STYLE =
      List.of("--skip-javadoc-formatting", "--skip-reflowing-long-strings");

  public static void main(String[] args) throws Exception {
    List<String> mode =
        switch (args[0]) {
          case "check" -> List.of("--dry-run", "--set-exit-if-changed");
          case "apply" -> List.of("--replace");
          default -> throw new IllegalArgumentException("-Dformat=" + args[0] + "?");
        };
    List<String> files = Stream.of(args).skip(1).flatMap(Format::javaFilesBelow).toList();
    if (files.isEmpty()) throw new IllegalStateException("no Java file below " + List.of(args));
    PrintWriter out = new PrintWriter(System.err, true);
    int status =
        new Main(out, out, System.in)
            .format(Stream.of(STYLE, mode, files).flatMap(List::stream).toArray(String[]::new));
    if (status != 0) {
      System.err.println("The files above are not formatted: ./mvnw -q -N verify -Dformat=apply");
    }
    System.exit(status);
  }

  private static Stream<String> javaFilesBelow(String folder) {
    try (Stream<Path> paths = Files.walk(Path.of(folder))) {
      return paths
          .map(Path::toString)
          .filter(path -> path.endsWith(".java"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
