"""Writes problems of a reasoning-gym family as JSON lines for `task.file`.

Usage: python3 tools/export_reasoning_gym.py --family chain_sum --count 500 --seed 1 \\
           --set min_terms=2 --set max_terms=2 --output sums.jsonl

Needs reasoning-gym (made with 0.1.25): python3 -m pip install reasoning-gym==0.1.25

Each line has `question`, `answer`, `id`, `source` (package, version, family) and, if the family tells
a difficulty or `--level` gives one, `level`. Questions are distinct: repeated ones are left out and
others drawn. The same arguments give the same file. The file appears when it is complete; `-` is
standard output.
"""

import argparse
import difflib
import json
import os
import sys
import tempfile

# Problems drawn per problem wanted, before a family counts as used up.
DRAWS = 50


def fail(message, hint=None):
    sys.exit(f"error: {message}" + (f" ({hint})" if hint else ""))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--family", help="a family of reasoning-gym, such as chain_sum")
    parser.add_argument("--list", action="store_true", help="list the families and end")
    parser.add_argument("--count", type=int, default=500, help="problems to write (default: 500)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the draws (default: 1)")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE",
                        help="a setting of the family; may be repeated")
    parser.add_argument("--level", help="level of all these problems, instead of their difficulty")
    parser.add_argument("--output", help="the file to write; - for standard output")
    chosen = parser.parse_args()
    if not chosen.list:
        for name in ("family", "output"):
            if getattr(chosen, name) is None:
                parser.error(f"--{name} is missing")
        if chosen.count < 1:
            parser.error("--count must be at least 1")
    return chosen


def package():
    try:
        import reasoning_gym
        from reasoning_gym.factory import DATASETS
    except ImportError as problem:
        fail(f"{sys.executable} lacks the package {problem.name}",
             "python3 -m pip install reasoning-gym==0.1.25")
    return reasoning_gym, DATASETS


def settings(pairs):
    result = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.isidentifier():
            fail(f"--set {pair}: is not KEY=VALUE", "such as --set min_terms=2")
        try:
            result[key] = json.loads(value)
        except ValueError:
            result[key] = value
        # Families take tuples where JSON has lists.
        if isinstance(result[key], list):
            result[key] = tuple(result[key])
    return result


def dataset(gym, families, chosen):
    if chosen.family not in families:
        near = difflib.get_close_matches(chosen.family, families, 1)
        fail(f"--family {chosen.family}: reasoning-gym has no such family",
             f"did you mean {near[0]}?" if near else "see --list")
    values = settings(chosen.set)
    known = [name for name in families[chosen.family][1].__dataclass_fields__
             if name not in ("seed", "size")]
    for key in values:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            fail(f"--set {key}: {chosen.family} has no such setting",
                 f"did you mean {near[0]}?" if near else f"it has: {', '.join(known)}")
    try:
        return gym.create_dataset(
            chosen.family, seed=chosen.seed, size=chosen.count * DRAWS, **values)
    except (AssertionError, TypeError, ValueError) as problem:
        fail(f"{chosen.family} refuses these settings: {problem or type(problem).__name__}")


def plain(value):
    """A difficulty on one line: 2, min-max, or key=value pairs."""
    if isinstance(value, dict):
        return ",".join(f"{key}={plain(value[key])}" for key in sorted(value))
    if isinstance(value, (list, tuple)):
        return "-".join(plain(item) for item in value)
    return str(value)


def problems(data, chosen, source):
    seen = set()
    for index in range(chosen.count * DRAWS):
        entry = data[index]
        question, answer = entry["question"], entry["answer"]
        if question in seen:
            continue
        if not isinstance(answer, str) or not answer.strip() or not question.strip():
            fail(f"problem {index} of {chosen.family} has no answer of text",
                 "choose another family, one with a single right answer")
        seen.add(question)
        problem = {"question": question, "answer": answer,
                   "id": f"{chosen.family}-{chosen.seed}-{index}", "source": source}
        level = chosen.level
        if level is None and entry.get("metadata", {}).get("difficulty"):
            level = plain(entry["metadata"]["difficulty"])
        if level is not None:
            problem["level"] = level
        yield problem
        if len(seen) == chosen.count:
            return
    fail(f"{chosen.family} has only {len(seen)} distinct problems with these settings "
         f"in {chosen.count * DRAWS} draws", f"lower --count to {len(seen)}")


def write(path, text):
    """All or nothing."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".export-", suffix=".partial")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(temporary, 0o644)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as problem:
        fail(f"{path}: cannot be written: {problem.strerror}")


def main():
    chosen = arguments()
    gym, families = package()
    if chosen.list:
        print("\n".join(sorted(families)))
        return
    from importlib.metadata import version
    source = f"reasoning-gym {version('reasoning-gym')} {chosen.family}"
    data = dataset(gym, families, chosen)
    try:
        lines = [json.dumps(problem, ensure_ascii=False) + "\n"
                 for problem in problems(data, chosen, source)]
        text = "".join(lines)
        text.encode("utf-8")
    except UnicodeEncodeError:
        fail(f"{chosen.family} makes text that is not Unicode")
    if chosen.output == "-":
        sys.stdout.write(text)
    else:
        write(chosen.output, text)
        print(f"{len(lines)} problems in {chosen.output}", file=sys.stderr)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:  # The reader of standard output has enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
