#ifndef CEXPAT_H
#define CEXPAT_H

// Expat behind functions of our own: no foreign header, no macro and no variadic leaks. Namespaces
// are resolved: names arrive as "namespace\nlocal", or as "local" where there is none. Nothing
// external is ever opened, and reading ends at a document type, before any entity of it is known.

struct portal_xml;

/// What is told while a document is read. Texts hold for the call only.
struct portal_xml_events {
  /// Given to every call.
  void *context;
  /// A tag opens; `attributes` holds names and values in turn, a null pointer last.
  void (*start)(void *context, const char *name, const char **attributes);
  /// A tag closes.
  void (*end)(void *context, const char *name);
  /// Text between tags, in pieces.
  void (*text)(void *context, const char *bytes, int count);
};

/// Why a document was not read to its end.
enum portal_xml_fault {
  portal_xml_sound = 0,
  /// A character, or a byte, that cannot stand there.
  portal_xml_token,
  /// A closing tag that closes another than the last one opened.
  portal_xml_mismatch,
  /// The document ends too early, or is empty.
  portal_xml_cut_short,
  /// Something follows the root's closing tag.
  portal_xml_trailing,
  /// An attribute twice in one tag.
  portal_xml_twice,
  /// A prefix that no `xmlns` binds.
  portal_xml_prefix,
  /// An entity other than XML's own five.
  portal_xml_entity,
  /// An encoding that is not known, or not the one declared.
  portal_xml_encoding,
  /// A document type.
  portal_xml_doctype,
  /// `portal_xml_stop` was called.
  portal_xml_stopped,
  /// No memory.
  portal_xml_memory,
  /// Anything else that is not XML.
  portal_xml_other,
};

/// A reader of one document, or null where there is no memory. Free it with `portal_xml_free`.
struct portal_xml *portal_xml_make(const struct portal_xml_events *events);

/// Reads a whole document. To be called once.
enum portal_xml_fault portal_xml_read(struct portal_xml *reader, const char *bytes, int count);

/// Ends the reading, from within an event.
void portal_xml_stop(struct portal_xml *reader);

/// The line being read, or the line of the fault, from 1.
long portal_xml_line(const struct portal_xml *reader);

void portal_xml_free(struct portal_xml *reader);

#endif
