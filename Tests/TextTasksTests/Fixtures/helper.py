#!/usr/bin/env python3
"""Speaks the protocol of the math-verify helper, and misbehaves as the answers tell it to.

It is started in Python's place, with the real helper's script as an argument that it ignores. An
answer `hang`, `crash`, `garbage`, `silent-end` or `wrong-place` is what happens to it, always; `once`
crashes a process that has compared others before. Everything else is equal to itself.
"""
import json
import os
import sys
import time

mode = os.environ.get("SOAR_TEST_HELPER", "")
if mode == "missing":
    print(json.dumps({"missing": "math_verify"}), flush=True)
    sys.exit(1)
if mode == "noise":
    print("Traceback: no such thing", flush=True)
    sys.exit(1)
print(json.dumps({"ready": f"fake helper {os.getpid()}"}), flush=True)
compared = 0
for line in sys.stdin:
    task = json.loads(line)
    for index, (reference, answer) in enumerate(task["pairs"]):
        if answer == "hang":
            time.sleep(1000)
        if answer == "crash" or (answer == "once" and compared > 0):
            os.abort()
        if answer == "silent-end":
            sys.exit(0)
        if answer == "garbage":
            print("]" * 100_000, flush=True)
            continue
        place = index + 1 if answer == "wrong-place" else index
        result = "equal" if reference == answer else "different"
        print(json.dumps({"id": task["id"], "index": place, "result": result}), flush=True)
        compared += 1
