import GRDB
import PortalModel

extension DatabaseFacts {
  func samlRegistration(of application: ApplicationIdentifier) throws -> SAMLRegistration? {
    try database.first(
      "SELECT \(SAMLRow.columns) FROM saml_registrations WHERE application = ?",
      [application.text], SAMLRow.value)
  }

  func application(ofEntity entityID: String) throws -> ApplicationIdentifier? {
    try database.first(
      "SELECT application FROM saml_registrations WHERE entity_id = ?", [entityID]
    ) { ApplicationIdentifier(trusted: $0[0]) }
  }
}

enum SAMLRow {
  static let columns = "application, entity_id, consumer_url, certificate"

  static func value(_ row: StatementRow) -> SAMLRegistration {
    var reader = ColumnReader(row)
    return SAMLRegistration(
      application: reader.id(),
      form: SAMLForm(
        entityID: reader.text(), consumerURL: reader.text(), certificate: reader.text()))
  }
}
