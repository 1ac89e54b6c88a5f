import CExpat
import PortalModel

/// What takes the tags and texts of a document.
protocol XMLTaking: AnyObject {
  /// A tag opens; a problem ends the reading.
  func opened(_ name: XMLName, _ attributes: [String: String], line: Int) -> MetadataProblem.Reason?
  /// A tag closes.
  func closed(_ name: XMLName)
  /// Text between tags, in pieces.
  func told(_ bytes: UnsafeRawBufferPointer)
}

/// The name of a tag, its namespace resolved.
struct XMLName: Hashable {
  var namespace: String
  var local: String

  /// Cuts what expat gives: the namespace and a line break before the local name.
  init(_ text: UnsafePointer<CChar>?) {
    let whole = text.map { String(cString: $0) } ?? ""
    let parts = whole.split(separator: "\n", maxSplits: 1)
    namespace = parts.count == 2 ? String(parts[0]) : ""
    local = parts.last.map(String.init) ?? ""
  }
}

/// One reading of one document.
final class XMLReading {
  private let taker: any XMLTaking
  private let firstLine: Int
  private var reader: OpaquePointer?
  private var problem: MetadataProblem?

  private init(firstLine: Int, taker: any XMLTaking) {
    self.firstLine = firstLine
    self.taker = taker
  }

  /// Reads a whole document; lines count from `firstLine`.
  ///
  /// - Throws: ``MetadataProblem``, where it is not XML, has a document type, or where `taker` said no.
  static func read(
    _ bytes: ArraySlice<UInt8>, firstLine: Int, into taker: any XMLTaking
  ) throws(MetadataProblem) {
    let reading = XMLReading(firstLine: firstLine, taker: taker)
    let fault = withExtendedLifetime(reading) { reading.run(bytes) }
    if let problem = reading.problem { throw problem }
    guard let reason = fault else { return }
    throw MetadataProblem(line: reading.line, reason: reason)
  }

  private var line = 1

  private func run(_ bytes: ArraySlice<UInt8>) -> MetadataProblem.Reason? {
    var events = portal_xml_events(
      context: Unmanaged.passUnretained(self).toOpaque(),
      start: { context, name, attributes in
        XMLReading.of(context)?.start(XMLName(name), attributes)
      },
      end: { context, name in XMLReading.of(context)?.taker.closed(XMLName(name)) },
      text: { context, bytes, count in
        XMLReading.of(context)?.taker.told(
          UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      })
    guard let reader = portal_xml_make(&events) else { return .malformed(.other) }
    self.reader = reader
    defer {
      self.reader = nil
      portal_xml_free(reader)
    }
    let fault = bytes.withUnsafeBytes { buffer in
      portal_xml_read(
        reader, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
    line = currentLine
    return reason(fault)
  }

  private var currentLine: Int {
    reader.map { Int(portal_xml_line($0)) + firstLine - 1 } ?? firstLine
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReading? {
    context.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: XMLName, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    // Between being stopped and ending, expat may still tell of one tag.
    guard problem == nil, let pairs else { return }
    var attributes: [String: String] = [:]
    var next = pairs
    while let name = next[0], let value = next[1] {
      attributes[String(cString: name)] = String(cString: value)
      next += 2
    }
    let line = currentLine
    guard let reason = taker.opened(name, attributes, line: line) else { return }
    problem = MetadataProblem(line: line, reason: reason)
    if let reader { portal_xml_stop(reader) }
  }

  private func reason(_ fault: portal_xml_fault) -> MetadataProblem.Reason? {
    switch fault {
    case portal_xml_sound: nil
    case portal_xml_doctype: .documentType
    case portal_xml_token: .malformed(.character)
    case portal_xml_mismatch: .malformed(.mismatchedTag)
    case portal_xml_cut_short: .malformed(.cutShort)
    case portal_xml_trailing: .malformed(.trailing)
    case portal_xml_twice: .malformed(.attributeTwice)
    case portal_xml_prefix: .malformed(.prefix)
    case portal_xml_entity: .malformed(.entity)
    case portal_xml_encoding: .malformed(.encoding)
    default: .malformed(.other)
    }
  }
}
