import Glibc
import PortalTrials

/// One of the processes that tests set on a home at once; see `ProbeProgram`.
@main
enum WriterProbe {
  static func main() { exit(ProbeProgram.run(Array(CommandLine.arguments.dropFirst()))) }
}
