"""Writes the messages that Tests/TinkerEngineTests compares with, by Google's protobuf for Python.

Usage: python tools/make_tinker_fixtures.py   (pip install grpcio-tools==1.85.1 protobuf numpy)
"""

import pathlib
import sys
import tempfile

import numpy as np
from grpc_tools import protoc

root = pathlib.Path(__file__).resolve().parent.parent
folder = root / "Tests/TinkerEngineTests/Fixtures"
build = tempfile.mkdtemp()
source = root / "Sources/TinkerEngine/Generated"
assert protoc.main(["", f"--proto_path={source}", f"--python_out={build}", "tinker.proto"]) == 0
sys.path.insert(0, build)
import tinker_pb2 as pb  # noqa: E402


def floats(*values):
    return np.array(values, "<f4").tobytes()


def datum(inputs, targets, advantages, logprobs):
    shape = [len(targets)]

    def tensor(data, dtype):
        return pb.Tensor(dense=data, dtype=dtype, shape=shape)

    return pb.Datum(
        model_input=[
            pb.Chunk(encoded_text=pb.EncodedTextChunk(tokens=np.array(inputs, "<i4").tobytes()))
        ],
        loss_fn_inputs={
            "target_tokens": tensor(np.array(targets, "<i8").tobytes(), pb.DTYPE_INT64),
            "advantages": tensor(floats(*advantages), pb.DTYPE_FLOAT32),
            "logprobs": tensor(floats(*logprobs), pb.DTYPE_FLOAT32),
        },
    )


messages = {
    "forward-backward-request": pb.ForwardBackwardRequest(
        model_id="model-é",
        seq_id=7,
        data=[
            datum([1, 2, 300_000], [2, 300_000, 4], [0, 0.5, -0.25], [0, -1.5, -0.125]),
            datum([0], [9], [1], [-3]),
        ],
        loss_fn="importance_sampling",
    ),
    "forward-backward-output": pb.ForwardBackwardOutput(
        loss_fn_output_type="scalar",
        loss_fn_outputs=[
            pb.ArrayRecord(
                num_datums=3,
                fields={
                    "elementwise_loss": pb.BatchedTensor(
                        data=floats(0.5, 1.25, 2, 3.5),
                        offsets=np.array([0, 12, 12, 16], "<i8").tobytes(),
                        dtype=pb.DTYPE_FLOAT32,
                    ),
                    "logprobs": pb.BatchedTensor(
                        data=floats(-0.5, -1.25, -2, -3.5),
                        offsets=np.array([0, 12, 12, 16], "<i8").tobytes(),
                        dtype=pb.DTYPE_FLOAT32,
                    ),
                },
            )
        ],
        metrics={"loss:sum": 2.5, "a": 1},
    ),
    "sample-response": pb.SampleResponse(
        sequences=[
            pb.SampledSequence(
                stop_reason=pb.STOP_REASON_LENGTH,
                tokens=np.array([5, 70_000], "<i4").tobytes(),
                logprobs=floats(-0.5, -0.75),
            ),
            pb.SampledSequence(tokens=np.array([1], "<i4").tobytes()),
        ],
        prompt_logprobs=floats(float("nan"), -1, -2),
    ),
}
for name, message in messages.items():
    (folder / f"{name}.bin").write_bytes(message.SerializeToString(deterministic=True))
