import GRDB
import PortalModel

/// Which of all applications a query wants, as conditions that cost little however many there are, with
/// how many there are.
///
/// A filter and a category are each first looked up by index, up to ``RowTotal/limit``. What is few is
/// sorted, what is many is found quickly by walking along the order itself.
struct ApplicationSelection {
  var conditions: [String] = []
  var arguments = StatementArguments()
  var total: RowTotal

  /// How many matches of a filter are looked through for those of a category.
  private static let lookedThrough = 20_000

  init(_ query: ApplicationQuery, unfiltered: RowTotal, in database: Database) throws {
    let filter = Filter(query.filter)
    guard let category = query.category else {
      total = unfiltered
      guard let candidates = filter.candidates else { return }
      total = try Self.count(candidates, filter.candidateArguments, in: database)
      take(candidates, of: filter)
      return
    }
    let named: StatementArguments = ["category": category.rawValue]
    let inCategory = "SELECT rowid FROM applications WHERE category = :category"
    total = try Self.count(inCategory, named, in: database)
    if case .exactly = total {
      conditions = ["rowid IN (\(inCategory))", filter.condition]
      arguments = filter.conditionArguments + named
      if filter != .none {
        total = try Self.count(
          "SELECT 1 FROM applications WHERE \(conditions.joined(separator: " AND "))", arguments,
          in: database)
      }
      return
    }
    // With + no other index than the order's is taken: the category alone would have to be sorted.
    let residual = query.sort == .name || query.sort == .owner ? "+category" : "category"
    if let candidates = filter.candidates {
      total = try Self.count(candidates, filter.candidateArguments, in: database)
      take(candidates, of: filter)
      total = try Self.count(
        """
        SELECT 1 FROM applications WHERE +category = :category AND rowid IN (
          SELECT * FROM (\(candidates)) LIMIT \(Self.lookedThrough))
        """, filter.candidateArguments + named, in: database)
    }
    conditions.append("\(residual) = :category")
    arguments += named
  }

  /// Takes the matches of a filter one by one where they are few, else row by row.
  private mutating func take(_ candidates: String, of filter: Filter) {
    switch total {
    case .exactly:
      conditions = ["rowid IN (\(candidates))"]
      arguments = filter.candidateArguments
    case .atLeast:
      conditions = [filter.condition]
      arguments = filter.conditionArguments
    }
  }

  static func count(
    _ rows: String, _ arguments: StatementArguments, in database: Database
  ) throws -> RowTotal {
    let counted = try database.first(
      "SELECT count(*) FROM (\(rows) LIMIT \(RowTotal.limit + 1))", arguments
    ) { $0[0] as Int }
    return RowTotal(counted: counted ?? 0)
  }
}
