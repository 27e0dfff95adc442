/// The program of the helper process, in Python 3.9 or newer.
///
/// It speaks JSON lines. First it says `{"ready": "math-verify 0.9.0 (Python 3.11.7)"}`, or
/// `{"missing": "math_verify"}` and ends. For each line `{"id": 7, "seconds": 5.0, "pairs":
/// [["1/2", "0.5"]]}` it answers one line per pair in order, `{"id": 7, "index": 0, "result":
/// "equal"}`: `equal`, `different`, `unreadable`, `timedOut` or `failed`.
///
/// An answer has three limits. After `seconds` of CPU time an exception ends it; code that no
/// exception can enter, such as a power of large integers, is killed after half as much again, and
/// whatever waits without computing after four times as much by the clock. So the process outlives a
/// killed owner by no more than that, and an owner that ends closes its standard input.
enum HelperScript {
  static let text = #"""
    import sys
    sys.path = [folder for folder in sys.path if folder]  # No module of the current folder.
    import json, logging, os, platform, signal

    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # What a library prints must not stand between the answers.

    def say(**fields):
        out.write(json.dumps(fields) + "\n")
        out.flush()

    class TooSlow(BaseException):
        pass

    armed = False

    def on_time(number, frame):
        if armed:
            raise TooSlow

    def arm(seconds):
        global armed
        # Again and again: a bare `except` in a library may swallow one.
        signal.setitimer(signal.ITIMER_PROF, seconds, 0.25 if seconds else 0)
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds * 1.5)
        signal.setitimer(signal.ITIMER_REAL, seconds * 4 + 1 if seconds else 0)
        armed = seconds > 0

    def read(text):
        marked = any(mark in text for mark in ("$", "\\boxed", "\\(", "\\["))
        for form in (text,) if marked else ("$" + text + "$", text):
            found = parse(form, parsing_timeout=None)
            # What cannot be parsed comes back as mere text.
            if any(not isinstance(item, str) for item in found):
                return found
        return []

    def compare(reference, answer, seconds):
        global armed
        try:
            sympy.core.random.seed(0)
            arm(seconds)
            gold, found = read(reference), read(answer)
            if not gold or not found:
                return "unreadable"
            return "equal" if verify(gold, found, timeout_seconds=None) else "different"
        except TooSlow:
            return "timedOut"
        except Exception:
            return "failed"
        finally:
            armed = False

    def compared(reference, answer, seconds):
        try:
            return compare(reference, answer, seconds)
        except TooSlow:  # It came while another exception was handled.
            return "timedOut"
        finally:
            arm(0)

    try:
        import math_verify, sympy.core.random
        from importlib.metadata import version
        from math_verify import parse, verify
        logging.disable(logging.CRITICAL)
        release = version("math-verify")
        # The first call loads the grammar.
        verify(parse("$1$", parsing_timeout=None, raise_on_error=True),
               parse("$\\frac{1}{1}$", parsing_timeout=None, raise_on_error=True),
               timeout_seconds=None)
    except ImportError as problem:
        say(missing=problem.name or str(problem))
        sys.exit(1)
    try:
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (1 << 32, 1 << 32))
    except (ImportError, ValueError, OSError):
        pass
    signal.signal(signal.SIGPROF, on_time)
    for number in (signal.SIGVTALRM, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    say(ready=f"math-verify {release} (Python {platform.python_version()})")
    for line in sys.stdin:
        task = json.loads(line)
        for index, (reference, answer) in enumerate(task["pairs"]):
            result = compared(reference, answer, task["seconds"])
            say(id=task["id"], index=index, result=result)
    """#
}
