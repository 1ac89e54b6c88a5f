import PortalStore

extension HealthCheck {
  /// The checks of what the home holds.
  static func contents(
    _ home: PortalHome, _ examination: HomeExamination
  ) -> [HealthCheck] {
    switch examination.database {
    case nil:
      return [HealthCheck(.database, .note, "none yet; the first start makes it")]
    case .unusable(let error):
      return [
        HealthCheck(.database, .problem, error.sentence, mend: mend(of: error, home))
      ]
    case .portal(let layout, let known, let soundness, let hasKey):
      return [
        HealthCheck(.database, .fine, home.databasePath), schema(layout, known),
        integrity(soundness), key(hasKey),
      ]
    }
  }

  private static func mend(of error: StoreError, _ home: PortalHome) -> String? {
    switch error {
    case .notADatabase, .damaged:
      "portal restore FILE puts a copy in its place, which \"portal backup FILE\" wrote."
    case .permissionDenied: "chmod u+rw \(home.databasePath)"
    default: nil
    }
  }

  private static func schema(_ layout: Int, _ known: Int) -> HealthCheck {
    layout == known
      ? HealthCheck(.schema, .fine, "layout \(layout), the newest known here")
      : HealthCheck(
        .schema, .note, "layout \(layout); the next start brings it to \(known)",
        mend: "Take a copy before, if an older program is to read it again: portal backup FILE")
  }

  private static func integrity(_ soundness: Soundness) -> HealthCheck {
    if let first = soundness.damage.first {
      return HealthCheck(
        .integrity, .problem, "damaged: \(first)",
        mend: "portal restore FILE puts a copy in its place; without one, export what can be read: "
          + "portal scenario export FILE")
    }
    if !soundness.brokenReferences.isEmpty {
      let tables = soundness.brokenReferences.joined(separator: ", ")
      return HealthCheck(
        .integrity, .problem, "rows that refer to nothing in \(tables)",
        mend: "portal restore FILE puts a copy in its place; please report this fault.")
    }
    if !soundness.staleIndexes.isEmpty {
      let names = soundness.staleIndexes.joined(separator: ", ")
      return HealthCheck(
        .integrity, .problem, "search indexes that do not fit their tables: \(names)",
        mend: "portal compact makes them anew.")
    }
    return HealthCheck(.integrity, .fine, "pages, references and search indexes are sound")
  }

  private static func key(_ hasKey: Bool) -> HealthCheck {
    hasKey
      ? HealthCheck(.key, .fine, "a key to sign tokens with is there")
      : HealthCheck(.key, .note, "no key to sign tokens with yet; the first exchange makes it")
  }
}
