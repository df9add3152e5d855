package dev.assay.mock.mutation;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.RoomFeed;
import dev.assay.mock.service.Storage;
import java.util.List;
import java.util.Optional;

/** The deviations of one stand-in, each laid over the one before. */
public record Mutants(List<Mutant> all) {

  public Mutants {
    all = List.copyOf(all);
  }

  /** What answers every path, where the genuine one takes all calls. */
  public MockEndpoint around(MockEndpoint genuine, MockContext scene) {
    MockEndpoint answering = genuine;
    for (Mutant deviation : all) {
      answering = deviation.twist().serving(concerned(deviation, answering, scene), scene);
    }
    return answering;
  }

  private static MockEndpoint concerned(Mutant deviation, MockEndpoint genuine, MockContext scene) {
    MockEndpoint twisted = deviation.twist().answering(genuine, scene);
    return call -> (deviation.concerns(call.path()) ? twisted : genuine).answer(call);
  }

  public Storage around(Storage genuine, MockOperation operation) {
    Storage storage = genuine;
    for (Mutant deviation : all) {
      storage = deviation.concerns(operation) ? deviation.twist().storing(storage) : storage;
    }
    return storage;
  }

  public RoomFeed around(RoomFeed genuine, MockContext scene) {
    RoomFeed board = genuine;
    for (Mutant deviation : all) {
      board = deviation.twist().posting(board, scene);
    }
    return board;
  }

  /** The reply to a call whose body is not read. */
  public Optional<MockResponse> early(MockRequest head) {
    return all.stream()
        .filter(deviation -> deviation.concerns(head.path()))
        .flatMap(deviation -> deviation.twist().early(head).stream())
        .findFirst();
  }
}
