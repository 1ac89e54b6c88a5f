// Shared by the C files of this target only.
#ifndef CNCURSES_INTERNAL_H
#define CNCURSES_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

enum { RESTORE_SIZE = 512 };

// What a signal handler needs to give the terminal back: everything is prepared beforehand,
// because a handler may only call a few functions.
struct restore_plan {
  int descriptor;
  struct termios attributes;
  char bytes[RESTORE_SIZE];
  size_t length;
};

// Fills in the bytes that give the terminal back; after newterm.
void terminal_plan(struct restore_plan *plan);
// Whether TERM names a terminal that can be used, as an enum pcurses_status.
int terminal_check(int output);

// Handlers restore by this plan from now on; it is copied.
void signals_arm(const struct restore_plan *plan);
// The terminal is in order: handlers restore nothing until armed again.
void signals_rest(void);
// Takes the signals over and puts back what was there before.
bool signals_install(void);
void signals_remove(void);

// The window that keys are read from. It is a pad, because reading from a window shows its
// changes first, and frames are shown by pcurses_refresh only.
struct _win_st *input_window(void);

#endif
