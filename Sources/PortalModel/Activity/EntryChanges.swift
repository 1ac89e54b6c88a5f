/// What one entry of the journal wrote, row by row, in words of the tables.
public struct EntryChanges: Hashable, Sendable {
  /// The first rows, in the order in which people speak of them.
  public var rows: [Row]
  /// How many rows there are in all.
  public var count: Int

  /// One row that was added, changed or removed.
  public struct Row: Hashable, Sendable {
    /// What became of it.
    public enum Operation: String, Hashable, Sendable { case added, changed, removed }

    /// What became of it.
    public var operation: Operation
    /// The kind of thing: `application`, `permission`.
    public var kind: String
    /// Which one, by its key: `front-end-app to back-end-api, round 1`.
    public var key: String
    /// The fields that were changed, with their texts before and after; `nil` for none.
    public var fields: [Field]

    /// Makes a row.
    public init(operation: Operation, kind: String, key: String, fields: [Field]) {
      self.operation = operation
      self.kind = kind
      self.key = key
      self.fields = fields
    }
  }

  /// One field of a changed row.
  public struct Field: Hashable, Sendable {
    /// The field's name.
    public var name: String
    /// What it held; `nil` for nothing.
    public var before: String?
    /// What it holds since; `nil` for nothing.
    public var after: String?

    /// Makes a field.
    public init(name: String, before: String?, after: String?) {
      self.name = name
      self.before = before
      self.after = after
    }
  }

  /// Makes the list.
  public init(rows: [Row], count: Int) {
    self.rows = rows
    self.count = count
  }
}

/// What a return to an entry would rewind.
public struct ReturnPreview: Hashable, Sendable {
  /// How many rows of the journal.
  public var rows: Int
  /// How many loaded scenarios among them.
  public var scenarios: Int

  /// Makes a preview.
  public init(rows: Int, scenarios: Int) {
    self.rows = rows
    self.scenarios = scenarios
  }
}
