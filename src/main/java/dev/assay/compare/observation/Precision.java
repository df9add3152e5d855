package dev.assay.compare.observation;

/** How exactly something seen is described; each is coarser than the one before. */
public enum Precision {
  /** To the letter, save what is known to be another each time. */
  EXACT,
  /** Without what looks like an id, a number or a name of its own. */
  FORM,
  /** Only what kind of value it is. */
  TYPE
}
