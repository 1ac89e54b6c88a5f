/// The terminal's clipboard, which programs fill by OSC 52.
public enum Clipboard {
  /// The longest text that terminals take, in bytes of UTF-8 (xterm's limit of 100,000 bytes of base64).
  public static let longest = 74_994
}
