import Diagnostics

/// Prints a value as JSON with sorted keys, on standard output. Numbers that may not be finite
/// belong in a ``Measured``.
func printJSON(_ value: some Encodable) throws { try Console.print(try jsonText(value)) }
