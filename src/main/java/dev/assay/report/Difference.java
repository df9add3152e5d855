package dev.assay.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What was expected and what was met, cut where they differ.
 *
 * @param expected pieces that make up the one
 * @param actual pieces that make up the other
 */
record Difference(List<Piece> expected, List<Piece> actual) {

  private static final Pattern WORDS = Pattern.compile("(?<=\\s)|(?=\\s)");

  /** A part of a text; {@code marked} if the other text does not have it there. */
  record Piece(String text, boolean marked) {}

  /** The texts with what differs marked. */
  static Difference marked(String expected, String actual) {
    List<String> one = List.of(WORDS.split(expected));
    List<String> other = List.of(WORDS.split(actual));
    List<Piece> left = new ArrayList<>();
    List<Piece> right = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(one, other, true).getDeltas()) {
      boolean differs = delta.getType() != DeltaType.EQUAL;
      add(left, delta.getSource().getLines(), differs);
      add(right, delta.getTarget().getLines(), differs);
    }
    return new Difference(left, right);
  }

  /** The texts as they are, where there is nothing wrong. */
  static Difference plain(String expected, String actual) {
    return new Difference(List.of(new Piece(expected, false)), List.of(new Piece(actual, false)));
  }

  private static void add(List<Piece> pieces, List<String> words, boolean marked) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(String.join("", words), marked));
    }
  }
}
