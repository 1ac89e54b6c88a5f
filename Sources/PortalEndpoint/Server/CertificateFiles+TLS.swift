import HummingbirdTLS
import NIOSSL

extension CertificateFiles {
  /// The files, read.
  ///
  /// - Throws: ``EndpointError/certificate(path:)`` with the file that is in the way.
  func configuration() throws(EndpointError) -> TLSConfiguration {
    let chain: [NIOSSLCertificate]
    do { chain = try NIOSSLCertificate.fromPEMFile(certificate) } catch {
      throw .certificate(path: certificate)
    }
    guard !chain.isEmpty else { throw .certificate(path: certificate) }
    do {
      let configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
      _ = try NIOSSLContext(configuration: configuration)
      return configuration
    } catch {
      throw .certificate(path: key)
    }
  }
}
