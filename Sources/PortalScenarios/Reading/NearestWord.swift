import PortalModel

/// The word that a mistyped one was probably meant to be, or `nil` where none is near.
func nearestWord(to text: String, among words: some Sequence<String>) -> String? {
  nearestWords(to: text, among: words, limit: 1).first
}
