extension String {
  /// The parts of a text between bytes of one ASCII character, such as the blanks between scopes
  /// (RFC 6749 §3.3); empty parts are left out.
  ///
  /// By bytes: cutting by characters has to find out first where each character ends, which for the
  /// short lists in rows and tokens costs more than everything else done with them.
  public func parts(between separator: Unicode.Scalar) -> [String] {
    let byte = UInt8(ascii: separator)
    return utf8.split(separator: byte).map { String(Substring($0)) }
  }
}
