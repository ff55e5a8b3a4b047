package org.coopcheck.counterexamples.cli;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;

/** Which build of coopcheck this is: another one may mean something else by the same words. */
final class Build {
  private Build() {}

  /** Tells builds apart whose code differs. */
  static String digest() {
    var hasher = Hashing.sha256().newHasher();
    var code = Vector.of(World.class, Bound.class, Build.class).map(Build::whereItIs).distinct();
    for (Path place : code) {
      try (var walked = Files.walk(place)) {
        for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
          hasher.putUnencodedChars(place.relativize(file).toString());
          hasher.putBytes(MoreFiles.asByteSource(file).hash(Hashing.sha256()).asBytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return hasher.hash().toString().substring(0, 16);
  }

  private static Path whereItIs(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new EngineDefect("nobody knows where the code is: " + e.getMessage());
    }
  }
}
