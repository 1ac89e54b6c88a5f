import Glibc
import PortalModel
import PortalStore

/// Writes to a portal until it is killed: one line on standard output for each command that was
/// acknowledged, or one beginning with `!` for an error. The test kills it, and looks for what it
/// acknowledged.
///
/// Arguments: the home, a prefix for group identifiers, and perhaps a number of commands after
/// which to end by itself.
@main
enum WriterProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(2) }
    let count = arguments.count > 3 ? Int(arguments[3]) ?? .max : .max
    do {
      let portal = try PortalDatabase.open(PortalHome(folder: arguments[1]))
      try write(to: portal, prefix: arguments[2], count: count)
      portal.close()
    } catch {
      print("! \(error)")
      exit(1)
    }
  }

  private static func write(to portal: PortalDatabase, prefix: String, count: Int) throws {
    let actor = Actor(identity: IdentityIdentifier(trusted: "probe"), login: "probe")
    for number in 0..<count {
      let id = GroupIdentifier(trusted: "\(prefix)-\(number)")
      _ = try portal.perform(
        .createGroup(Group(id: id, displayName: "Group \(number) of \(prefix)")), as: actor,
        at: Instant(seconds: 1_750_000_000))
      let line = "\(id.text)\n"
      guard line.withCString({ Glibc.write(STDOUT_FILENO, $0, strlen($0)) }) > 0 else { return }
    }
  }
}
