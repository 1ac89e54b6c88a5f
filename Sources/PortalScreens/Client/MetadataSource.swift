import PortalModel

/// Where a service provider's metadata comes from.
public enum MetadataSource: Hashable, Sendable {
  /// It was pasted.
  case text(String)
  /// It lies in a file.
  case file(String)
}

/// What came of reading metadata.
public enum MetadataReading: Hashable, Sendable {
  /// What the form asks for.
  case read(SAMLForm)
  /// Why it could not be taken.
  case refused(Explanation)
}

extension PortalClient {
  /// Reads metadata; every no becomes an answer that stands in the form.
  func reading(of source: MetadataSource) throws -> MetadataReading {
    do { return .read(try metadata(source)) } catch let problem as MetadataProblem {
      return .refused(problem.explanation)
    } catch let failure as PortalFailure {
      return .refused(failure.explanation)
    }
  }
}
