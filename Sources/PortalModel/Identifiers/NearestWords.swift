/// The words that a mistyped text was probably meant to be, nearest first; those equally near in the
/// order they came.
///
/// Near is at most a third of the letters put in, taken out, changed or swapped with the next, and
/// at least one. Capitals count as small letters.
public func nearestWords(
  to text: String, among words: some Sequence<String>, limit: Int = 3
) -> [String] {
  let letters = Array(text.lowercased().prefix(80))
  let farthest = max(1, letters.count / 3)
  var found: [(distance: Int, place: Int, word: String)] = []
  for (place, word) in words.enumerated() {
    let candidate = Array(word.lowercased())
    guard abs(candidate.count - letters.count) <= farthest else { continue }
    let distance = editDistance(letters, candidate)
    if distance <= farthest { found.append((distance, place, word)) }
  }
  return found.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
    .prefix(limit).map(\.word)
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour (optimal
/// string alignment).
public func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for (line, letter) in left.enumerated() {
    var current = [line + 1]
    for (column, other) in right.enumerated() {
      var best = previous[column] + (letter == other ? 0 : 1)
      best = min(best, previous[column + 1] + 1, current[column] + 1)
      if line > 0, column > 0, letter == right[column - 1], left[line - 1] == other {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
