/// Metadata of a service provider as its software writes it.
enum SampleMetadata {
  static let certificate = "MIIBszCCAV2gAwIBAgIUAbCd"

  static let whole = """
    <?xml version="1.0" encoding="UTF-8"?>
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
        xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
        entityID="https://reports.cern.ch/saml">
      <!-- written by the provider -->
      <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data>
          <ds:X509Certificate>MIIAAAAA</ds:X509Certificate>
        </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data>
          <ds:X509Certificate>
            MIIBszCCAV2g
            AwIBAgIUAbCd
          </ds:X509Certificate>
        </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        <md:AssertionConsumerService index="0"
            Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"
            Location="https://reports.cern.ch/saml/artifact"/>
        <md:AssertionConsumerService index="1"
            Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
            Location="https://reports.cern.ch/saml/acs?a=1&amp;b=2"/>
        <md:AssertionConsumerService index="2" isDefault="false"
            Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
            Location="https://reports.cern.ch/saml/other"/>
      </md:SPSSODescriptor>
    </md:EntityDescriptor>
    """

  /// A small descriptor around what stands in it.
  static func descriptor(
    _ body: String, entityID: String = "https://a.cern.ch", before: String = ""
  ) -> String {
    """
    \(before)<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\(entityID)">
    \(body)
    </EntityDescriptor>
    """
  }

  static func provider(_ body: String) -> String {
    descriptor("<SPSSODescriptor>\n\(body)\n</SPSSODescriptor>")
  }

  static func consumer(_ attributes: String = "", location: String = "https://a.cern.ch/acs")
    -> String
  {
    """
    <AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
    Location="\(location)" \(attributes)/>
    """
  }
}
