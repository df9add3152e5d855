package dev.assay.mock;

import java.util.List;
import java.util.Optional;

/** The deviations of one stand-in, each laid over the one before. */
record Deviations(List<Deviation> all) {

  Deviations {
    all = List.copyOf(all);
  }

  /** What answers every path, where the genuine one takes all calls. */
  Endpoint around(Endpoint genuine, Scene scene) {
    Endpoint answering = genuine;
    for (Deviation deviation : all) {
      answering = deviation.twist().serving(concerned(deviation, answering, scene), scene);
    }
    return answering;
  }

  private static Endpoint concerned(Deviation deviation, Endpoint genuine, Scene scene) {
    Endpoint twisted = deviation.twist().answering(genuine, scene);
    return call -> (deviation.concerns(call.path()) ? twisted : genuine).answer(call);
  }

  Storage around(Storage genuine, Operation operation) {
    Storage storage = genuine;
    for (Deviation deviation : all) {
      storage = deviation.concerns(operation) ? deviation.twist().storing(storage) : storage;
    }
    return storage;
  }

  Board around(Board genuine, Scene scene) {
    Board board = genuine;
    for (Deviation deviation : all) {
      board = deviation.twist().posting(board, scene);
    }
    return board;
  }

  /** The reply to a call whose body is not read. */
  Optional<Reply> early(Call head) {
    return all.stream()
        .filter(deviation -> deviation.concerns(head.path()))
        .flatMap(deviation -> deviation.twist().early(head).stream())
        .findFirst();
  }
}
