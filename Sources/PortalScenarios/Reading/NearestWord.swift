/// The word that a mistyped one was probably meant to be, or `nil` where none is near.
///
/// Near is at most a third of the letters put in, taken out or changed, and at least one.
func nearestWord(to text: String, among words: some Sequence<String>) -> String? {
  let letters = Array(text.lowercased().prefix(80))
  let limit = max(1, letters.count / 3)
  var best: (word: String, distance: Int)?
  for word in words {
    let candidate = Array(word.lowercased())
    guard abs(candidate.count - letters.count) <= limit else { continue }
    let distance = editDistance(letters, candidate)
    if distance <= limit, distance < (best?.distance ?? .max) { best = (word, distance) }
  }
  return best?.word
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (line, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for (column, other) in right.enumerated() {
      let changed = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
    }
  }
  return row[right.count]
}
