import Diagnostics

/// The one document behind all addresses. It holds no data: its script asks for them and shows them
/// as text, and its policy lets nothing run or load but itself.
struct Page: Sendable {
  /// Where it is served; the script shows what the address names.
  static let paths: Set = ["/", "/run", "/questions", "/compare"]

  let html: String
  /// The value of Content-Security-Policy.
  let policy: String

  init() {
    let script = [Self.core, Self.charts, Self.runList, Self.runView, Self.questions, Self.start]
      .joined(separator: "\n")
    html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>soar</title>
      <link rel="icon" href="data:,">
      <style>\(Self.style)</style>
      </head>
      <body>
      <header><a class="home" href="/">soar</a> <span id="crumbs"></span>
      <span id="pulse" role="status"></span></header>
      <main id="main"><noscript>This page needs JavaScript.</noscript></main>
      <script>\(script)</script>
      </body>
      </html>

      """
    policy =
      "default-src 'none'; script-src '\(Self.hash(script))'; style-src '\(Self.hash(Self.style))'; "
      + "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
      + "frame-ancestors 'none'"
  }

  private static func hash(_ text: String) -> String {
    var hash = SHA256()
    hash.update(text)
    return "sha256-\(hash.base64Digest())"
  }
}
