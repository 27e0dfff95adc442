import Diagnostics

/// Prints a value as JSON with sorted keys on standard output. Wrap possibly non-finite numbers in
/// ``Measured``.
func printJSON(_ value: some Encodable) throws { try Console.print(try jsonText(value)) }
