/// The word that a mistyped one was probably meant to be, or `nil` where none is near.
///
/// Near is at most a third of the letters put in, taken out, changed or swapped with the next,
/// and at least one.
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
  var before: [Int] = []
  var row = Array(0...right.count)
  for line in left.indices {
    var next = [line + 1]
    for column in right.indices {
      let changed = row[column] + (left[line] == right[column] ? 0 : 1)
      next.append(min(changed, row[column + 1] + 1, next[column] + 1))
      if line > 0, column > 0, left[line] == right[column - 1], left[line - 1] == right[column] {
        next[column + 1] = min(next[column + 1], before[column - 1] + 1)
      }
    }
    (before, row) = (row, next)
  }
  return row[right.count]
}
