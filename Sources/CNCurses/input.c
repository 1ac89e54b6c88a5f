#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <string.h>

#include "CNCurses.h"
#include "internal.h"

static const struct {
  int code;
  enum pcurses_key key;
} keys[] = {
    {KEY_UP, PCURSES_KEY_UP},           {KEY_DOWN, PCURSES_KEY_DOWN},
    {KEY_LEFT, PCURSES_KEY_LEFT},       {KEY_RIGHT, PCURSES_KEY_RIGHT},
    {KEY_HOME, PCURSES_KEY_HOME},       {KEY_END, PCURSES_KEY_END},
    {KEY_PPAGE, PCURSES_KEY_PAGE_UP},   {KEY_NPAGE, PCURSES_KEY_PAGE_DOWN},
    {KEY_ENTER, PCURSES_KEY_ENTER},     {KEY_BACKSPACE, PCURSES_KEY_BACKSPACE},
    {KEY_DC, PCURSES_KEY_DELETE},       {KEY_IC, PCURSES_KEY_INSERT},
    {KEY_BTAB, PCURSES_KEY_BACK_TAB},   {KEY_SR, PCURSES_KEY_UP},
    {KEY_SF, PCURSES_KEY_DOWN},         {KEY_SLEFT, PCURSES_KEY_LEFT},
    {KEY_SRIGHT, PCURSES_KEY_RIGHT},    {KEY_SHOME, PCURSES_KEY_HOME},
    {KEY_SEND, PCURSES_KEY_END},        {KEY_SPREVIOUS, PCURSES_KEY_PAGE_UP},
    {KEY_SNEXT, PCURSES_KEY_PAGE_DOWN}, {KEY_SDC, PCURSES_KEY_DELETE},
    {KEY_A1, PCURSES_KEY_HOME},         {KEY_A3, PCURSES_KEY_PAGE_UP},
    {KEY_C1, PCURSES_KEY_END},          {KEY_C3, PCURSES_KEY_PAGE_DOWN},
};

// Keys with Ctrl, Alt or Shift have numbers of their own for each terminal description, but
// terminfo's extended names, such as kLFT5, are the same everywhere.
static const struct {
  const char *prefix;
  enum pcurses_key key;
} modified_keys[] = {
    {"kUP", PCURSES_KEY_UP},          {"kDN", PCURSES_KEY_DOWN},
    {"kLFT", PCURSES_KEY_WORD_LEFT},  {"kRIT", PCURSES_KEY_WORD_RIGHT},
    {"kHOM", PCURSES_KEY_HOME},       {"kEND", PCURSES_KEY_END},
    {"kPRV", PCURSES_KEY_PAGE_UP},    {"kNXT", PCURSES_KEY_PAGE_DOWN},
    {"kDC", PCURSES_KEY_DELETE},      {"kIC", PCURSES_KEY_INSERT},
};

static uint32_t classify(int code) {
  if (code > KEY_F0 && code <= KEY_F(24)) return PCURSES_KEY_F0 + (uint32_t)(code - KEY_F0);
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
    if (keys[i].code == code) return keys[i].key;
  }
  const char *name = keyname(code);
  for (size_t i = 0; name != NULL && i < sizeof modified_keys / sizeof modified_keys[0]; i++) {
    size_t length = strlen(modified_keys[i].prefix);
    if (strncmp(name, modified_keys[i].prefix, length) == 0 && name[length] >= '2' &&
        name[length] <= '9') {
      return modified_keys[i].key;
    }
  }
  return PCURSES_KEY_UNKNOWN;
}

struct pcurses_input pcurses_read(void) {
  wint_t value = 0;
  switch (wget_wch(input_window(), &value)) {
    case OK:
      return (struct pcurses_input){PCURSES_INPUT_CHARACTER, (uint32_t)value};
    case KEY_CODE_YES:
      return (struct pcurses_input){PCURSES_INPUT_KEY, classify((int)value)};
    default:
      return (struct pcurses_input){PCURSES_INPUT_NONE, 0};
  }
}
