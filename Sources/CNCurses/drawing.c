#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <wchar.h>

#include "CNCurses.h"

enum { CHUNK = 256 };

void pcurses_set_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

static attr_t attributes_of(unsigned bits) {
  attr_t result = A_NORMAL;
  if (bits & PCURSES_BOLD) result |= A_BOLD;
  if (bits & PCURSES_UNDERLINE) result |= A_UNDERLINE;
  if (bits & PCURSES_REVERSE) result |= A_REVERSE;
  if (bits & PCURSES_DIM) result |= A_DIM;
  return result;
}

// Fills `target` with one entry for each column and returns how many. curses believes
// wcwidth; where that is not the width that the frame counted on, something is drawn on which
// both agree, so that nothing to the right can move.
static int convert(
    const struct pcurses_cell *cell, cchar_t *target, attr_t attributes, short pair) {
  wchar_t text[PCURSES_SCALARS_PER_CELL + 1];
  int length = 0;
  int width = wcwidth((wchar_t)cell->scalars[0]);
  bool fits = width >= 1 && width <= cell->columns;
  if (fits) {
    text[length++] = (wchar_t)cell->scalars[0];
    for (int i = 1; i < PCURSES_SCALARS_PER_CELL && cell->scalars[i] != 0; i++) {
      if (wcwidth((wchar_t)cell->scalars[i]) == 0) text[length++] = (wchar_t)cell->scalars[i];
    }
  } else {
    text[length++] = wcwidth(0xFFFD) == 1 ? 0xFFFD : L'?';
    width = 1;
  }
  text[length] = L'\0';
  setcchar(&target[0], text, attributes, pair, NULL);
  if (width < cell->columns) {
    setcchar(&target[1], L" ", attributes, pair, NULL);
    return 2;
  }
  return 1;
}

void pcurses_draw(
    int row, int column, const struct pcurses_cell *cells, int count, int pair,
    unsigned attributes) {
  cchar_t buffer[CHUNK + 2];
  attr_t bits = attributes_of(attributes);
  int filled = 0, start = column, width = 0;
  for (int i = 0; i < count; i++) {
    filled += convert(&cells[i], &buffer[filled], bits, (short)pair);
    width += cells[i].columns;
    if (filled >= CHUNK || i + 1 == count) {
      mvwadd_wchnstr(stdscr, row, start, buffer, filled);
      start += width;
      filled = width = 0;
    }
  }
}

void pcurses_refresh(int cursor_row, int cursor_column) {
  wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
}
