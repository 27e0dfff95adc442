"""Numbers and calculations with their values, by Python's own integers and fractions.

Usage: python3 tools/make_text_task_fixtures.py

Writes three files of JSON lines to Tests/TextTasksTests/Fixtures. Only the standard library is used,
and the same file comes out each time.
"""

import json
import random
from fractions import Fraction
from math import gcd
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "Tests" / "TextTasksTests" / "Fixtures"


def digits(stream, longest):
    count = stream.randint(1, longest)
    return int("".join(stream.choice("0123456789") for _ in range(count)))


def grouped(text, separator):
    head = len(text) % 3 or 3
    return separator.join([text[:head]] + [text[i:i + 3] for i in range(head, len(text), 3)])


def integer_text(stream, value):
    """One of the ways to write a natural number."""
    text = str(value)
    way = stream.randrange(4)
    if way == 0:
        return "0" * stream.randint(1, 3) + text
    if way == 1:
        return grouped(text, stream.choice([",", "\u202f", "\u00a0", "{,}", "\\,"]))
    return text


def sign(stream, text, is_negative):
    space = stream.choice(["", " ", "\n"])
    mark = stream.choice(["-", "\u2212"]) if is_negative else stream.choice(["", "", "+"])
    return space + mark + text + stream.choice(["", " "])


def rational(stream):
    """A text and its value."""
    way = stream.randrange(6)
    is_negative = stream.random() < 0.4
    top, bottom = digits(stream, 12), digits(stream, 12) + 1
    if way == 0:
        text, value = integer_text(stream, top), Fraction(top)
    elif way == 1:
        text = f"{top}{stream.choice(['/', ' / '])}{bottom}"
        value = Fraction(top, bottom)
    elif way == 2:
        command = stream.choice(["\\frac", "\\dfrac", "\\tfrac"])
        text, value = f"{command}{{{top}}}{{{bottom}}}", Fraction(top, bottom)
    elif way == 3:
        whole, part = digits(stream, 5), Fraction(top % bottom, bottom)
        fraction = stream.choice([f" {part.numerator}/{part.denominator}",
                                  f"\\frac{{{part.numerator}}}{{{part.denominator}}}"])
        text, value = f"{whole}{fraction}", whole + part
    elif way == 4:
        places = stream.randint(1, 12)
        tail = "".join(stream.choice("0123456789") for _ in range(places))
        text, value = f"{top}.{tail}", top + Fraction(int(tail), 10 ** places)
    else:
        exponent = stream.randint(-30, 30)
        text, value = f"{top}e{exponent}", top * Fraction(10) ** exponent
    if stream.random() < 0.1:
        return f"${'-' if is_negative else ''}{text}$", -value if is_negative else value
    return sign(stream, text, is_negative), -value if is_negative else value


def canonical(value):
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def calculation(stream, depth):
    """A text, its value as a fraction, and how tightly its outermost operation binds; None where a
    divisor is zero."""
    if depth == 0 or stream.random() < 0.2:
        value = digits(stream, 6)
        return str(value), Fraction(value), 3
    if stream.random() < 0.1:
        inner = calculation(stream, depth - 1)
        if inner is None:
            return None
        text, value, binding = inner
        return f"-{text if binding == 3 else f'({text})'}", -value, 2
    left, right = calculation(stream, depth - 1), calculation(stream, depth - 1)
    if left is None or right is None:
        return None
    operation = stream.choice("+-*/")
    own = 1 if operation in "+-" else 2
    first = left[0] if left[2] >= own else f"({left[0]})"
    # Of the same strength, the right side needs parentheses to be calculated first.
    second = right[0] if right[2] > own else f"({right[0]})"
    if operation == "/" and right[1] == 0:
        return None
    value = {"+": lambda: left[1] + right[1], "-": lambda: left[1] - right[1],
             "*": lambda: left[1] * right[1], "/": lambda: left[1] / right[1]}[operation]()
    mark = {"-": stream.choice(["-", "\u2212"]), "*": stream.choice(["*", "\u00d7"]),
            "/": stream.choice(["/", "\u00f7"])}.get(operation, operation)
    space = stream.choice(["", " "])
    return f"{first}{space}{mark}{space}{second}", value, own


def write(name, rows):
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (FOLDER / name).write_text(text, encoding="utf-8")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    stream = random.Random(1)
    rows = []
    for _ in range(1500):
        text, value = rational(stream)
        rows.append([text, canonical(value)])
    write("rationals.jsonl", rows)

    rows = []
    for _ in range(300):
        a, b = digits(stream, 90), digits(stream, 60) + 1
        rows.append([str(v) for v in (a, b, a + b, a - b, a * b, a // b, a % b, gcd(a, b))])
    # Quotient limbs whose first estimate is too high.
    for a, b in [(10 ** 27, 10 ** 18 + 1), (10 ** 45 - 1, 5 * 10 ** 17 + 1),
                 ((5 * 10 ** 8) * 10 ** 18, 5 * 10 ** 17 + 10 ** 9 - 1),
                 (10 ** 36, 999999999999999999), (10 ** 54 - 10 ** 27, 10 ** 27 - 1)]:
        rows.append([str(v) for v in (a, b, a + b, a - b, a * b, a // b, a % b, gcd(a, b))])
    write("integers.jsonl", rows)

    rows = []
    while len(rows) < 1200:
        made = calculation(stream, stream.randint(1, 4))
        # A number alone, negated or not, is no calculation.
        if made is not None and not made[0].strip("-()").isdigit():
            rows.append([made[0], canonical(made[1])])
    write("calculations.jsonl", rows)


if __name__ == "__main__":
    main()
