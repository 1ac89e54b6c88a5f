import PortalModel

/// How the screens read who may exchange toward whom.
public struct MapClient: Sendable {
  /// A window of the matrix.
  public var matrix: @Sendable (MatrixQuery) throws -> MatrixPage
  /// Where tokens of an application can go, hop by hop.
  public var paths: @Sendable (ApplicationIdentifier) throws -> [PathHop]

  /// Makes a client.
  public init(
    matrix: @escaping @Sendable (MatrixQuery) throws -> MatrixPage,
    paths: @escaping @Sendable (ApplicationIdentifier) throws -> [PathHop]
  ) {
    self.matrix = matrix
    self.paths = paths
  }
}

/// Which part of the matrix: sources from one on, targets from one on.
public struct MatrixQuery: Hashable, Sendable {
  /// Where the rows lie; keys are application identifiers.
  public var sources: KeyPosition
  /// Where the columns lie.
  public var targets: KeyPosition
  /// How many rows at most.
  public var rows: Int
  /// How many columns at most.
  public var columns: Int

  /// Makes a query.
  public init(
    sources: KeyPosition = .first, targets: KeyPosition = .first, rows: Int, columns: Int
  ) {
    self.sources = sources
    self.targets = targets
    self.rows = rows
    self.columns = columns
  }
}

/// A part of the matrix: only applications that are source or target of something pending or granted
/// have a row or a column.
public struct MatrixPage: Hashable, Encodable, Sendable {
  /// The sources, down.
  public var sources: KeyedPage<ApplicationIdentifier>
  /// The targets, across.
  public var targets: KeyedPage<ApplicationIdentifier>
  /// The live permissions among them.
  public var cells: [ExchangeDirection: ExchangePermission]

  /// Makes a page.
  public init(
    sources: KeyedPage<ApplicationIdentifier>, targets: KeyedPage<ApplicationIdentifier>,
    cells: [ExchangeDirection: ExchangePermission]
  ) {
    self.sources = sources
    self.targets = targets
    self.cells = cells
  }
}

/// One step that a token can take, or could once it is granted.
public struct PathHop: Hashable, Encodable, Sendable {
  /// From which application toward which.
  public var direction: ExchangeDirection
  /// How many hops lie before it.
  public var depth: Int
  /// Granted, or pending.
  public var state: ExchangePermission.State
  /// What stands in the way beside a missing grant.
  public var obstacle: Obstacle?
  /// The target has stood above already: what follows it is not said again.
  public var isRepeated: Bool

  /// Why a granted hop cannot be taken.
  public enum Obstacle: Hashable, Encodable, Sendable {
    /// The source is a public client: it exchanges only tokens that were issued to itself, and a
    /// token that came by an exchange was issued to another.
    case publicSource
    /// The source or target is blocked.
    case blocked(ApplicationIdentifier)
    /// The target has no registration, or its client is disabled.
    case notRegistered(ApplicationIdentifier)
    /// The path goes no further than this is shown.
    case cut
  }

  /// Makes a hop.
  public init(
    direction: ExchangeDirection, depth: Int, state: ExchangePermission.State,
    obstacle: Obstacle? = nil, isRepeated: Bool = false
  ) {
    self.direction = direction
    self.depth = depth
    self.state = state
    self.obstacle = obstacle
    self.isRepeated = isRepeated
  }
}

/// What can be read of the map.
public enum MapLoad: Hashable, Sendable {
  /// A part of the matrix. Answers to older generations are dropped.
  case matrix(MatrixQuery, generation: Int)
  /// The paths from an application.
  case paths(ApplicationIdentifier)
}

/// What was read of the map.
public enum MapLoaded: Hashable, Sendable {
  /// A part of the matrix.
  case matrix(MatrixPage, MatrixQuery, generation: Int)
  /// The paths from an application.
  case paths(ApplicationIdentifier, [PathHop])
}

extension MapClient {
  func run(_ load: MapLoad) throws -> MapLoaded {
    switch load {
    case .matrix(let query, let generation):
      .matrix(try matrix(query), query, generation: generation)
    case .paths(let id): .paths(id, try paths(id))
    }
  }
}
