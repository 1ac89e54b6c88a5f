import PortalModel
import TerminalKit

/// The field that takes a service provider's metadata, pasted or from a file.
struct MetadataField: Hashable, Encodable, Sendable {
  enum Standing: Hashable, Encodable, Sendable {
    /// Nothing was given yet.
    case none
    /// It is being read.
    case reading
    /// It was read, from there; what it says stands in the fields below.
    case read(String)
    /// It could not be taken.
    case refused(Explanation)
    /// What is registered stands in the fields below.
    case registered
  }

  var standing = Standing.none
  /// Answers to older pastes are dropped.
  var generation = 0
  private var origin = ""

  init(_ standing: Standing = .none) { self.standing = standing }

  /// Whether the fields below hold something.
  var isFilled: Bool {
    switch standing {
    case .read, .registered: true
    case .none, .reading, .refused: false
    }
  }

  /// What stands in the field.
  var text: String {
    switch standing {
    case .none: "paste it here; \(keyName(.formPress)) loads a file"
    case .reading: "being read…"
    case .read(let origin): "read from \(origin)"
    case .refused: "not taken"
    case .registered: "as registered; paste to replace it"
    }
  }

  mutating func read(_ source: MetadataSource) -> Load {
    generation += 1
    standing = .reading
    switch source {
    case .text(let text):
      // Terminals send carriage returns for the ends of lines.
      let ends = text.count { $0.isNewline } + (text.last?.isNewline ?? true ? 0 : 1)
      origin = "the paste, \(counted(ends, "line"))"
    case .file(let path): origin = path
    }
    return .metadata(source, generation: generation)
  }

  mutating func loaded(_ reading: MetadataReading) {
    switch reading {
    case .read: standing = .read(origin)
    case .refused(let explanation): standing = .refused(explanation)
    }
  }
}

extension FormDialog {
  /// Has metadata read; what it says comes back to ``loaded(_:generation:)``.
  mutating func read(_ source: MetadataSource) -> [Step] {
    guard let index = fields.firstIndex(where: { $0.id == .metadata }),
      case .metadata(var field) = fields[index].kind
    else { return [] }
    let load = field.read(source)
    fields[index].kind = .metadata(field)
    refused[.metadata] = nil
    focus(on: .metadata)
    return [.load(load)]
  }

  /// Takes what was read, unless something else has been given since.
  mutating func loaded(_ reading: MetadataReading, generation: Int) {
    guard let index = fields.firstIndex(where: { $0.id == .metadata }),
      case .metadata(var field) = fields[index].kind, field.generation == generation
    else { return }
    field.loaded(reading)
    fields[index].kind = .metadata(field)
    touched.insert(.metadata)
    guard case .read(let form) = reading else { return }
    set(.entityID, text: form.entityID)
    set(.consumerURL, text: form.consumerURL)
    set(.certificate, text: form.certificate)
  }

  private mutating func set(_ id: FormField.ID, text: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }),
      case .text(let editor, let placeholder) = fields[index].kind
    else { return }
    fields[index].kind = .text(
      LineEditor(text: text, limit: editor.limit), placeholder: placeholder)
    refused[id] = nil
  }

  /// Whether a pasted text looks like metadata rather than like a line of a form.
  static func isMetadata(_ text: String) -> Bool {
    text.drop { $0.isWhitespace }.first == "<" && text.contains("\n")
  }

  /// What is wrong with a field of a SAML registration.
  func metadataProblem(of field: FormField) -> String? {
    switch (field.id, field.kind) {
    case (.metadata, .metadata(let metadata)):
      switch metadata.standing {
      case .none: return "The provider's metadata is required"
      case .reading: return "It is still being read"
      case .refused(let explanation): return explanation.sentences.joined(separator: " ")
      case .read, .registered: return nil
      }
    case (.entityID, _):
      if field.text.isEmpty { return "Required: the issuer of the provider's requests" }
      return FieldLimit.hasNoBlanks(field.text) ? limit(field) : "An entity ID has no blanks"
    case (.consumerURL, _): return PageAddress.baseURLProblem(in: field.text)?.hint
    case (.certificate, _):
      return field.text.isEmpty || FieldLimit.isBase64(field.text)
        ? limit(field) : "Base64 of a certificate, which begins with MI, or nothing"
    default: return nil
    }
  }

  /// What is to be known of a field of a SAML registration that is right.
  func metadataRemark(on field: FormField) -> String? {
    switch field.id {
    case .metadata: "The EntityDescriptor of your application's service provider, as XML"
    case .entityID:
      SAMLForm(entityID: field.text, consumerURL: "").warning
        ?? "Must equal the issuer of the provider's requests"
    case .consumerURL:
      SAMLForm(entityID: "", consumerURL: field.text).warning
        ?? "Where the answer to a sign-in is posted"
    case .certificate: "By which its signed requests are known; may be left empty"
    default: nil
    }
  }
}
