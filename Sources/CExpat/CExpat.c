#include "CExpat.h"

#include <expat.h>
#include <stdbool.h>
#include <stdlib.h>

struct portal_xml {
  struct portal_xml_events events;
  XML_Parser parser;
  bool met_doctype;
};

static void on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  const struct portal_xml *reader = data;
  reader->events.start(reader->events.context, name, attributes);
}

static void on_end(void *data, const XML_Char *name) {
  const struct portal_xml *reader = data;
  reader->events.end(reader->events.context, name);
}

static void on_text(void *data, const XML_Char *bytes, int count) {
  const struct portal_xml *reader = data;
  reader->events.text(reader->events.context, bytes, count);
}

static void on_doctype(
    void *data, const XML_Char *name, const XML_Char *system_id, const XML_Char *public_id,
    int has_internal_subset) {
  (void)name, (void)system_id, (void)public_id, (void)has_internal_subset;
  struct portal_xml *reader = data;
  reader->met_doctype = true;
  XML_StopParser(reader->parser, XML_FALSE);
}

struct portal_xml *portal_xml_make(const struct portal_xml_events *events) {
  struct portal_xml *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->events = *events;
  reader->parser = XML_ParserCreateNS(NULL, '\n');
  if (reader->parser == NULL) {
    free(reader);
    return NULL;
  }
  XML_SetUserData(reader->parser, reader);
  XML_SetElementHandler(reader->parser, on_start, on_end);
  XML_SetCharacterDataHandler(reader->parser, on_text);
  XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
  return reader;
}

static enum portal_xml_fault fault(const struct portal_xml *reader) {
  switch (XML_GetErrorCode(reader->parser)) {
    case XML_ERROR_NONE: return portal_xml_sound;
    case XML_ERROR_NO_MEMORY: return portal_xml_memory;
    case XML_ERROR_ABORTED:
      return reader->met_doctype ? portal_xml_doctype : portal_xml_stopped;
    case XML_ERROR_INVALID_TOKEN:
    case XML_ERROR_SYNTAX:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_BAD_CHAR_REF:
    case XML_ERROR_MISPLACED_XML_PI: return portal_xml_token;
    case XML_ERROR_TAG_MISMATCH: return portal_xml_mismatch;
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
    case XML_ERROR_ASYNC_ENTITY: return portal_xml_cut_short;
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: return portal_xml_trailing;
    case XML_ERROR_DUPLICATE_ATTRIBUTE: return portal_xml_twice;
    case XML_ERROR_UNBOUND_PREFIX: return portal_xml_prefix;
    case XML_ERROR_UNDEFINED_ENTITY:
    case XML_ERROR_RECURSIVE_ENTITY_REF:
    case XML_ERROR_BINARY_ENTITY_REF:
    case XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF: return portal_xml_entity;
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING: return portal_xml_encoding;
    default: return portal_xml_other;
  }
}

enum portal_xml_fault portal_xml_read(struct portal_xml *reader, const char *bytes, int count) {
  XML_Parse(reader->parser, bytes, count, XML_TRUE);
  return fault(reader);
}

void portal_xml_stop(struct portal_xml *reader) { XML_StopParser(reader->parser, XML_FALSE); }

long portal_xml_line(const struct portal_xml *reader) {
  return (long)XML_GetCurrentLineNumber(reader->parser);
}

void portal_xml_free(struct portal_xml *reader) {
  XML_ParserFree(reader->parser);
  free(reader);
}
