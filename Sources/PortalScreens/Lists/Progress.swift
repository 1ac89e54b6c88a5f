/// How far something has come whose end is known, as people read it: `1,200 of 200,000 (0 %)`.
///
/// - Parameter more: What stands before the end, such as "at most", where it may come sooner.
public func progress(_ done: Int, of total: Int, _ more: String = "") -> String {
  let share = total > 0 ? min(100, done * 100 / total) : 100
  return "\(grouped(done)) of \(more.isEmpty ? "" : more + " ")\(grouped(total)) (\(share) %)"
}
