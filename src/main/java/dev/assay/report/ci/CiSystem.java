package dev.assay.report.ci;

import java.util.Map;

/** A build server, by what it can show. */
public enum CiSystem {
  /** Annotations, the summary of a job, comments of pull requests, code scanning. */
  GITHUB,
  /** Code quality. */
  GITLAB,
  /** JUnit's reports and pages. */
  JENKINS,
  /** No build server. */
  NONE;

  /** The one that the environment shows. */
  public static CiSystem in(Map<String, String> environment) {
    if (environment.getOrDefault("GITHUB_ACTIONS", "").equals("true")) {
      return GITHUB;
    }
    if (environment.getOrDefault("GITLAB_CI", "").equals("true")) {
      return GITLAB;
    }
    return environment.getOrDefault("JENKINS_URL", "").isEmpty() ? NONE : JENKINS;
  }
}
