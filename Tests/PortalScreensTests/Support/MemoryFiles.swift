import PortalMetadata
import PortalModel
import PortalScreens

/// The files that a test's screens may load.
enum MemoryFiles {
  /// Metadata of one provider, as it is pasted.
  static let metadata = """
    <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://sp.cern.ch">
      <SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">
          <X509Data><X509Certificate>MIIBszCCAV2gAwIBAgIUAbCd</X509Certificate></X509Data>
        </KeyInfo></KeyDescriptor>
        <AssertionConsumerService index="1" Location="https://sp.cern.ch/acs"
            Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"/>
      </SPSSODescriptor>
    </EntityDescriptor>
    """

  static func read(_ source: MetadataSource) throws -> SAMLForm {
    guard source == .file("sp.xml") else {
      throw PortalFailure(
        Explanation(what: "There is no such file.", why: "", next: "Type another path."))
    }
    return try ServiceMetadata.read(metadata)
  }
}
