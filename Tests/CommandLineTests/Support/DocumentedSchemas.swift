import Foundation
import PortalModel

/// The JSON Schemas of `Docs/json.md`, and as much of a validator as they need.
struct DocumentedSchemas {
  private var schemas: [String: JSONValue] = [:]

  /// Reads the fenced blocks of the page.
  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("Docs/json.md"), encoding: .utf8)
    for block in page.components(separatedBy: "```json\n").dropFirst() {
      let text = block.components(separatedBy: "\n```").first ?? ""
      let schema = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
      if let id = schema["$id"]?.string { schemas[id] = schema }
    }
  }

  /// The documented schemas, the shared parts left out.
  var names: Set<String> { Set(schemas.keys).subtracting(["portal.definitions/1"]) }

  /// What is wrong with an object by the schema that it names; empty for nothing.
  func problems(in object: JSONValue) -> [String] {
    guard let name = object["schema"]?.string, let schema = schemas[name] else {
      return ["no schema of this name: \(object["schema"]?.string ?? "none")"]
    }
    return problems(object, schema, at: name)
  }

  private func problems(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    if let reference = schema["$ref"]?.string {
      let parts = reference.components(separatedBy: "#/$defs/")
      guard parts.count == 2, let target = schemas[parts[0]]?["$defs"]?[parts[1]] else {
        return ["\(place): \(reference) leads nowhere"]
      }
      return problems(value, target, at: place)
    }
    if let choices = schema["anyOf"]?.elements {
      let all = choices.map { problems(value, $0, at: place) }
      return all.contains(where: \.isEmpty) ? [] : all.last ?? []
    }
    var found: [String] = []
    if let constant = schema["const"], constant != value { found.append("\(place): not const") }
    if let words = schema["enum"]?.elements, !words.contains(value) {
      found.append("\(place): \(value.encoded) is not in the enum")
    }
    if let types = schema["type"]?.strings, !types.contains(value.typeName) {
      found.append("\(place): \(value.typeName), not \(types.joined(separator: " or "))")
    }
    return found + members(value, schema, at: place) + items(value, schema, at: place)
  }

  private func members(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard case .object(let members) = value else { return [] }
    let missing = (schema["required"]?.strings ?? []).filter { value[$0] == nil }
      .map { "\(place).\($0): missing" }
    return missing
      + members.flatMap { member in
        if let schema = schema["properties"]?[member.name] {
          return problems(member.value, schema, at: "\(place).\(member.name)")
        }
        let isOpen = schema["additionalProperties"] != .bool(false)
        return isOpen ? [] : ["\(place).\(member.name): not documented"]
      }
  }

  private func items(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard let schema = schema["items"] else { return [] }
    return value.elements.enumerated().flatMap { problems($1, schema, at: "\(place)[\($0)]") }
  }
}

extension JSONValue {
  fileprivate var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
