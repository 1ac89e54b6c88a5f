import PortalModel

/// What a command comes to: the same for machines and for people.
struct Outcome: Sendable {
  /// How the program ends.
  var status: ExitStatus
  /// The one object for machines.
  var object: JSONValue
  /// The lines for people, on standard output.
  var lines: [String]
  /// Whether the lines are what was asked for, whatever the status: they go to standard output.
  var isReport = false
  /// What machines' owners read on standard error beside the object.
  var sentences: [String]
  /// Whether the object was printed already, by a command that goes on after it.
  var isSaid = false

  init(
    _ status: ExitStatus = .done, schema: String, _ members: [JSONValue.Member],
    lines: [String], sentences: [String] = []
  ) {
    self.status = status
    object = .object([.init("schema", .string(schema))] + members)
    self.lines = lines
    self.sentences = sentences
  }

  /// The end of a command that has said its object when it began.
  init(said lines: [String]) {
    self.init(schema: "", [], lines: lines)
    isSaid = true
  }
}
