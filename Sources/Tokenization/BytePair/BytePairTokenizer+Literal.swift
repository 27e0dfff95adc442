extension BytePairTokenizer {
  public func encodeLiterally(_ text: String) -> [Int32]? {
    encode(text, addingSpecialTokens: false, readingSpecialTokens: false)
  }

  public func specialToken(_ text: String) -> Int32? {
    addedTokens.first { $0.isSpecial && $0.content.utf8.elementsEqual(text.utf8) }?.id
  }

  public func decodeText(_ tokens: [Int32]) -> String {
    decode(tokens, skippingSpecialTokens: true)
  }
}
