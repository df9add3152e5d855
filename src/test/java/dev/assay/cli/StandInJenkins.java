package dev.assay.cli;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a declarative Jenkinsfile: knows every section and step, runs their blocks, skips stages
 * whose condition does not hold, and writes down the steps.
 */
final class StandInJenkins extends GroovyObjectSupport {

  /** A step that was asked for, with its last argument. */
  record Step(String name, Object argument) {}

  private final Map<String, Object> parameters;
  private final Map<String, String> environment;
  private final List<Step> steps = new ArrayList<>();
  private boolean applies = true;

  private StandInJenkins(Map<String, Object> parameters, Map<String, String> environment) {
    this.parameters = parameters;
    this.environment = new HashMap<>(environment);
  }

  /** The steps of a build with these parameters and environment variables. */
  static List<Step> build(
      Path jenkinsfile, Map<String, Object> parameters, Map<String, String> environment)
      throws IOException {
    StandInJenkins jenkins = new StandInJenkins(parameters, environment);
    Binding binding = new Binding(Map.of("pipeline", new Pipeline(jenkins)));
    new GroovyShell(binding).parse(jenkinsfile.toFile()).run();
    return jenkins.steps;
  }

  /** What the word pipeline stands for. */
  static final class Pipeline extends Closure<Object> {

    private static final long serialVersionUID = 1;

    Pipeline(StandInJenkins jenkins) {
      super(jenkins);
    }

    public Object doCall(Closure<?> block) {
      return ((StandInJenkins) getOwner()).play("pipeline", block);
    }
  }

  @Override
  public Object invokeMethod(String name, Object arguments) {
    Object[] all = (Object[]) arguments;
    Object last = all.length == 0 ? "" : all[all.length - 1];
    if (last instanceof Closure<?> block) {
      return play(name, block);
    }
    steps.add(new Step(name, last));
    return "from the store";
  }

  private Object play(String section, Closure<?> block) {
    if (section.equals("stage")) {
      applies = true;
    }
    if (section.equals("steps") && !applies) {
      return null;
    }
    block.setDelegate(this);
    block.setResolveStrategy(Closure.DELEGATE_FIRST);
    Object result = block.call();
    if (section.equals("expression")) {
      applies = !(result == null || result.equals(false) || result.equals(""));
    }
    return result;
  }

  @Override
  public Object getProperty(String name) {
    return switch (name) {
      case "params" -> parameters;
      case "env" -> environment;
      default -> name;
    };
  }

  @Override
  public void setProperty(String name, Object value) {
    environment.put(name, (String) value);
  }
}
