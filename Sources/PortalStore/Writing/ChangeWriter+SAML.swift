import GRDB
import PortalModel

extension ChangeWriter {
  func insert(_ registration: SAMLRegistration) throws {
    try database.run(
      "INSERT INTO saml_registrations (\(SAMLRow.columns)) VALUES (?, ?, ?, ?)",
      [
        registration.application.text, registration.form.entityID, registration.form.consumerURL,
        registration.form.certificate,
      ])
  }

  func update(_ registration: SAMLRegistration) throws {
    try database.run(
      """
      UPDATE saml_registrations SET entity_id = ?, consumer_url = ?, certificate = ?
      WHERE application = ?
      """,
      [
        registration.form.entityID, registration.form.consumerURL, registration.form.certificate,
        registration.application.text,
      ])
  }
}
