/// How the program ends.
enum ExitStatus: Int32, Sendable {
  /// What was asked for is done.
  case done = 0
  /// A rule said no: of the portal, or of the token service.
  case refused = 1
  /// The command line itself is wrong.
  case usage = 2
  /// The home, the database or a file is in the way.
  case environment = 3
  /// Told to stop (Ctrl-C) before the answer was whole; 128 and the signal's number, as shells say.
  case stopped = 130
}
