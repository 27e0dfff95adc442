#!/usr/bin/env python3
"""Reads TensorBoard event files with TensorBoard's own reader and prints them as JSON.

    python3 -m venv .build/tensorboard
    .build/tensorboard/bin/pip install -r tools/tensorboard-requirements.txt
    .build/tensorboard/bin/python tools/check_tensorboard.py LOGDIR

Every record's checksums are verified on the way: the low-level reader raises on a bad one. The test
suite compares the output with the run's store (Tests/CommandLineTests/TensorBoardTests.swift).
"""

import json
import pathlib
import sys

from tensorboard.backend.event_processing import event_accumulator
from tensorboard.compat.tensorflow_stub.pywrap_tensorflow import PyRecordReader_New


def count_records(path):
    """Records of a file, each with both checksums verified."""
    reader = PyRecordReader_New(str(path))
    count = 0
    while True:
        try:
            reader.GetNext()
        except Exception as error:  # the stub has an error type of its own
            if type(error).__name__ == "OutOfRangeError":
                return count
            raise
        count += 1


def read(folder):
    """Scalars and texts of one TensorBoard run."""
    accumulator = event_accumulator.EventAccumulator(
        str(folder), size_guidance={event_accumulator.TENSORS: 0, event_accumulator.SCALARS: 0}
    )
    accumulator.Reload()
    tags = accumulator.Tags()
    scalars = {
        tag: [[event.step, event.wall_time, event.value] for event in accumulator.Scalars(tag)]
        for tag in tags["scalars"]
    }
    texts = {}
    for tag in tags["tensors"]:
        plugin = accumulator.SummaryMetadata(tag).plugin_data.plugin_name
        if plugin != "text":
            raise SystemExit(f"{folder}: {tag} is of the plugin {plugin!r}")
        texts[tag] = [
            [event.step, event.tensor_proto.string_val[0].decode()]
            for event in accumulator.Tensors(tag)
        ]
    return {"scalars": scalars, "texts": texts}


def main():
    root = pathlib.Path(sys.argv[1])
    files = sorted(root.rglob("*tfevents*"))
    if not files:
        raise SystemExit(f"{root}: no event file")
    result = {}
    for file in files:
        run = read(file.parent)
        run["records"] = count_records(file)
        result[str(file.parent.relative_to(root))] = run
    json.dump(result, sys.stdout, sort_keys=True)


if __name__ == "__main__":
    main()
