package dev.assay.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.compare.cutover.Cutover;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.gate.Gate;
import dev.assay.load.study.LoadReport;
import dev.assay.proof.Proof;
import dev.assay.proof.external.SuiteProof;
import dev.assay.report.ci.AllureFiles;
import dev.assay.report.ci.ContractJunitXml;
import dev.assay.report.ci.Ctrf;
import dev.assay.report.ci.CutoverJunitXml;
import dev.assay.report.ci.LoadJunitXml;
import dev.assay.report.ci.LoadMarkdown;
import dev.assay.report.json.ContractJson;
import dev.assay.report.json.CreatedJson;
import dev.assay.report.json.CutoverJson;
import dev.assay.report.json.GateJson;
import dev.assay.report.json.LoadJson;
import dev.assay.report.json.ProofJson;
import dev.assay.report.json.RequestFiles;
import dev.assay.report.json.SuiteProofJson;
import dev.assay.verdict.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a run leaves for programs.
 *
 * @param name of its files, without their ends
 * @param json all there is to say
 * @param texts other files, by the ends of their names
 * @param folders more files, by the folder in which they are written; empty for that of the report
 */
public record Report(
    String name,
    ObjectNode json,
    Map<String, Supplier<String>> texts,
    Map<String, FileWriter> folders) {

  /** Writes files into a folder. */
  @FunctionalInterface
  interface FileWriter {
    void write(Path folder) throws IOException;
  }

  /**
   * {@code contract.json}, {@code contract.xml}, {@code contract.ctrf.json}, request bodies and
   * Allure's files.
   */
  public static Report of(Run run) {
    return new Report(
        "contract",
        ContractJson.of(run),
        Map.of("xml", () -> ContractJunitXml.of(run), "ctrf.json", () -> Ctrf.of(run)),
        Map.of(
            "", folder -> RequestFiles.of(run).write(folder),
            "allure-results", folder -> new AllureFiles().write(run, folder)));
  }

  /** The same, with how much the run made and what became of it. */
  public static Report of(Run run, CreatedList created) {
    return of(run).counting(created);
  }

  /** {@code created.json}: what a run made. */
  public static Report of(CreatedList created) {
    return new Report("created", CreatedJson.of(created), Map.of(), Map.of());
  }

  /** {@code load-created.json}: what a load made, beside what the contract part of a gate did. */
  public static Report ofLoad(CreatedList created) {
    return new Report("load-created", CreatedJson.of(created), Map.of(), Map.of());
  }

  private Report counting(CreatedList created) {
    json.set("created", CreatedJson.counts(created));
    return this;
  }

  /** {@code prove.json}. */
  public static Report of(Proof proof) {
    return new Report("prove", ProofJson.of(proof), Map.of(), Map.of());
  }

  /** {@code cutover.json}, {@code cutover.xml}, {@code cutover.ctrf.json} and request bodies. */
  public static Report of(Cutover cutover) {
    return new Report(
        "cutover",
        CutoverJson.of(cutover),
        Map.of("xml", () -> CutoverJunitXml.of(cutover), "ctrf.json", () -> Ctrf.of(cutover)),
        Map.of("", folder -> RequestFiles.of(cutover).write(folder)));
  }

  /** The same, with how much was made on both sides and what became of it. */
  public static Report of(Cutover cutover, CreatedList created) {
    return of(cutover).counting(created);
  }

  /** {@code load.json}, {@code load.xml}, {@code load.ctrf.json} and {@code load.md}. */
  public static Report of(LoadReport load) {
    ObjectNode json = LoadJson.of(load);
    return new Report(
        "load",
        json,
        Map.of(
            "xml", () -> LoadJunitXml.of(load),
            "md", () -> LoadMarkdown.of(json),
            "ctrf.json", () -> Ctrf.of(load)),
        Map.of());
  }

  /** {@code prove-suite.json}. */
  public static Report of(SuiteProof proof) {
    return new Report("prove-suite", SuiteProofJson.of(proof), Map.of(), Map.of());
  }

  /** {@code gate.json}. */
  public static Report of(Gate gate) {
    return new Report("gate", GateJson.of(gate), Map.of(), Map.of());
  }
}
