import PortalModel

/// What a form has been told of the texts that only one thing may have.
struct Uniqueness: Hashable, Encodable, Sendable {
  /// The number of the newest question about each field.
  var asked: [FormField.ID: Int] = [:]
  var generation = 0
  /// What is wrong with a text that was asked about. It is said while the text is still that one.
  var taken: [UniqueText: String] = [:]
}

extension FormDialog {
  /// The text of a field that only one thing may have; `nil` where there is none, or none yet that
  /// could be given.
  private func uniqueText(of field: FormField) -> UniqueText? {
    switch (field.id, purpose) {
    case (.identifier, .application):
      (try? ApplicationIdentifier(field.text)).map(UniqueText.application)
    case (.name, .application):
      field.text.allSatisfy(\.isWhitespace) ? nil : .applicationName(field.text, of: nil)
    case (.roleIdentifier, .role(let application, editing: false)):
      (try? RoleIdentifier(field.text)).map { .role($0, of: application) }
    default: nil
    }
  }

  /// Asks whether what now stands in a field is free.
  mutating func question(about field: FormField) -> [Step] {
    guard let text = uniqueText(of: field) else { return [] }
    uniqueness.generation += 1
    uniqueness.asked[field.id] = uniqueness.generation
    return [.load(.collision(text, generation: uniqueness.generation))]
  }

  /// The questions again that were asked last: the portal has changed.
  var openQuestions: [Effect] {
    fields.compactMap { field in
      guard let generation = uniqueness.asked[field.id], let text = uniqueText(of: field) else {
        return nil
      }
      return .load(.collision(text, generation: generation))
    }
  }

  /// Takes the answer, unless the field has been asked about anew.
  mutating func loaded(_ text: UniqueText, _ refusal: Refusal?, generation: Int) {
    guard uniqueness.asked.values.contains(generation) else { return }
    uniqueness.taken[text] = refusal?.explanation.what
  }

  /// That the text is taken, in words.
  func collision(of field: FormField) -> String? {
    uniqueText(of: field).flatMap { uniqueness.taken[$0] }
  }
}
