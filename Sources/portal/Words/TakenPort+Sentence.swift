import PortalScreens

/// A port that another process listens on already.
struct TakenPort: Hashable, Sendable {
  /// The port, which is the one that tokens name.
  var port: Int
  /// Who listens; `nil` where that cannot be seen.
  var holder: PortHolder?
  /// Whether that is another portal on the same home.
  var isOurs: Bool

  /// What happened, what it means, and what can be done.
  var explanation: Explanation {
    Explanation(
      what: "Another program listens on port \(port) already: \(name).",
      why: isOurs ? "It is on this home too, and answers as this one would." : "",
      next: isOurs
        ? "Nothing needs to be started: point clients there. What they ask stands in Activity here "
          + "as well."
        : "Stop \(holder.map { "process \($0.process)" } ?? "that program") and start this endpoint "
          + "again, or choose another port.")
  }

  private var name: String {
    guard let holder else { return "one of another user, so its name cannot be seen" }
    let program = holder.name.isEmpty ? "unnamed" : holder.name
    return "\(program), process \(holder.process)" + (isOurs ? ", on this home" : "")
  }
}
