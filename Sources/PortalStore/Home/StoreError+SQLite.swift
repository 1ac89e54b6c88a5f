import GRDB

extension StoreError {
  /// What an SQLite result means to a person.
  init(_ code: ResultCode) {
    let number = Int(code.rawValue)
    switch code.primaryResultCode {
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_INTERRUPT: self = .cancelled
    case .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_NOTADB: self = .damaged
    case .SQLITE_CONSTRAINT: self = .constraint(code: number)
    case .SQLITE_IOERR: self = .inputOutput(code: number)
    default: self = .unexpected(code: number)
    }
  }

  /// Any error that came out of a piece of work on the database.
  init(_ error: any Error) {
    self =
      switch error {
      case let error as StoreError: error
      case let error as DatabaseError: StoreError(error.extendedResultCode)
      default: .unexpected(code: -1)
      }
  }

  /// Lets errors of the rules and of callers pass, and translates the database's.
  static func translated(_ error: any Error) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    return StoreError(error.extendedResultCode)
  }
}
