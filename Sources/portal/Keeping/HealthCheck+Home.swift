import PortalStore

extension HealthCheck {
  /// The checks of the home, in their order; those that a worse finding makes pointless are left out.
  static func checks(of home: PortalHome, _ examination: HomeExamination) -> [HealthCheck] {
    var checks = [self.home(home, examination)]
    guard case .folder = examination.folder else { return checks }
    checks += [disk(examination), permissions(examination)]
    checks += contents(home, examination)
    checks.append(processes(examination))
    return checks
  }

  private static func home(_ home: PortalHome, _ examination: HomeExamination) -> HealthCheck {
    let path = home.folder
    let elsewhere = "Give --home another folder, or set PORTAL_HOME."
    switch examination.folder {
    case .missing(canBeMade: true):
      return HealthCheck(.home, .note, "\(path) is not there yet; the first start makes it")
    case .missing(canBeMade: false):
      return HealthCheck(
        .home, .problem, "\(path) is not there and cannot be made", mend: elsewhere)
    case .notAFolder:
      return HealthCheck(.home, .problem, "\(path) is not a folder", mend: elsewhere)
    case .closed:
      return HealthCheck(
        .home, .problem, "you may not look into \(path)",
        mend: "Make it yours (chown), or give --home another folder.")
    case .folder(isWritable: false):
      return HealthCheck(
        .home, .problem, "\(path) can only be read: the portal can be looked at, not changed",
        mend: "Make it writable: chmod u+rwx \(path)")
    case .folder(isWritable: true): return HealthCheck(.home, .fine, path)
    }
  }

  private static func disk(_ examination: HomeExamination) -> HealthCheck {
    if examination.isRemote {
      return HealthCheck(
        .disk, .problem,
        "a network file system, where SQLite cannot keep several processes apart",
        mend: "Give --home a folder on a disk of this machine.")
    }
    guard let free = examination.freeBytes else {
      return HealthCheck(.disk, .note, "the system does not say how much room there is")
    }
    let megabytes = free >> 20
    return free < 50 << 20
      ? HealthCheck(
        .disk, .problem, "\(megabytes) MB are free",
        mend: "Make room: a full disk refuses every change.")
      : HealthCheck(.disk, .fine, "\(megabytes) MB are free")
  }

  private static func permissions(_ examination: HomeExamination) -> HealthCheck {
    let wrong = examination.wrongModes
    guard let first = wrong.first else {
      return HealthCheck(.permissions, .fine, "for you only")
    }
    func octal(_ mode: UInt32) -> String { String(mode, radix: 8) }
    let others = wrong.count > 1 ? " and \(wrong.count - 1) more" : ""
    let commands = wrong.map { "chmod \(octal($0.wanted)) \($0.path)" }
    return HealthCheck(
      .permissions, .problem,
      "\(first.path)\(others): \(octal(first.found)) instead of \(octal(first.wanted)), and client "
        + "secrets and the signing key are in there",
      mend: commands.joined(separator: " && "))
  }

  private static func processes(_ examination: HomeExamination) -> HealthCheck {
    let others = examination.others.map { "\($0.name) \($0.id)" }
    return HealthCheck(
      .processes, .fine,
      others.isEmpty
        ? "no other process of yours has it open"
        : "also open in \(others.joined(separator: ", ")): that is allowed")
  }
}
