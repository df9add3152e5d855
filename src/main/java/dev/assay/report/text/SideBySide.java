package dev.assay.report.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two texts beside each other, cut where they differ: what was expected and what was met, or what
 * two services answered.
 *
 * @param left pieces that make up the one
 * @param right pieces that make up the other
 */
public record SideBySide(List<Piece> left, List<Piece> right) {

  private static final Pattern WORDS = Pattern.compile("(?<=\\s)|(?=\\s)");

  /** A part of a text; {@code marked} if the other text does not have it there. */
  record Piece(String text, boolean marked) {}

  /** The texts with what differs marked. */
  public static SideBySide marked(String one, String other) {
    List<Piece> left = new ArrayList<>();
    List<Piece> right = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(words(one), words(other), true).getDeltas()) {
      boolean differs = delta.getType() != DeltaType.EQUAL;
      add(left, delta.getSource().getLines(), differs);
      add(right, delta.getTarget().getLines(), differs);
    }
    return new SideBySide(left, right);
  }

  /** The texts as they are, where there is nothing wrong. */
  public static SideBySide plain(String one, String other) {
    return new SideBySide(List.of(new Piece(one, false)), List.of(new Piece(other, false)));
  }

  private static List<String> words(String text) {
    return List.of(WORDS.split(text));
  }

  private static void add(List<Piece> pieces, List<String> words, boolean marked) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(String.join("", words), marked));
    }
  }
}
