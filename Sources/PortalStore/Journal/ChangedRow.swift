import CSQLiteSession
import Foundation
import GRDB

/// One row of a changeset: which, and what became of it.
struct ChangedRow {
  enum Operation { case insert, update, delete }

  var table: String
  var operation: Operation
  /// The numbers of the columns of the primary key, from 0.
  var keyColumns: [Int]
  /// The values before; `nil` where the changeset holds none: of an inserted row none, of an updated
  /// one only its key and what is changed.
  var before: [ChangedValue?]
  /// The values after; of a deleted row none, of an updated one only what is changed.
  var after: [ChangedValue?]

  /// The values of the primary key.
  var key: [String] {
    let values = operation == .insert ? after : before
    return keyColumns.map { values[$0]?.text ?? "" }
  }

  /// A text column after the change; `nil` where it is null, not changed, or newer than the row.
  func text(_ column: Int) -> String? {
    after.indices.contains(column) ? after[column].flatMap(\.optionalText) : nil
  }
}

/// A value in a changeset.
enum ChangedValue: Hashable {
  case integer(Int64)
  case text(String)
  case bytes(Data)
  case null

  var text: String { optionalText ?? "" }

  var optionalText: String? {
    switch self {
    case .integer(let number): String(number)
    case .text(let text): text
    case .bytes(let data): data.base64EncodedString()
    case .null: nil
    }
  }
}

extension Changeset {
  /// Goes through the changed rows, in no order that matters.
  func forEachRow(_ body: (ChangedRow) throws -> Void) throws {
    guard !bytes.isEmpty else { return }
    try bytes.withUnsafeBytes { buffer in
      var changes: OpaquePointer?
      try Self.check(portal_changes_start(Int32(buffer.count), buffer.baseAddress, &changes))
      defer { portal_changes_end(changes) }
      var table: UnsafePointer<CChar>?
      var keys: UnsafePointer<UInt8>?
      var columns: Int32 = 0
      var operation: CChar = 0
      while true {
        let code = portal_changes_next(changes, &table, &columns, &keys, &operation)
        if code == 0 { return }
        guard code < 0, let table, let keys else {
          throw StoreError(ResultCode(rawValue: max(1, code)))
        }
        let indices = 0..<Int(columns)
        let isInsert = operation == CChar(UInt8(ascii: "I"))
        let isDelete = operation == CChar(UInt8(ascii: "D"))
        try body(
          ChangedRow(
            table: String(cString: table),
            operation: isInsert ? .insert : isDelete ? .delete : .update,
            keyColumns: indices.filter { keys[$0] != 0 },
            before: indices.map { isInsert ? nil : Self.value(changes, $0, after: false) },
            after: indices.map { isDelete ? nil : Self.value(changes, $0, after: true) }))
      }
    }
  }

  private static func value(
    _ changes: OpaquePointer?, _ column: Int, after: Bool
  ) -> ChangedValue? {
    var number: Int64 = 0
    var start: UnsafePointer<UInt8>?
    var size: Int32 = 0
    switch portal_changes_value(changes, Int32(column), after, &number, &start, &size) {
    case 0: return nil
    case 1: return .integer(number)
    case 3:
      let text = UnsafeBufferPointer(start: start, count: Int(size))
      return .text(String(decoding: text, as: UTF8.self))
    case 5: return .null
    default: return .bytes(start.map { Data(bytes: $0, count: Int(size)) } ?? Data())
    }
  }
}
