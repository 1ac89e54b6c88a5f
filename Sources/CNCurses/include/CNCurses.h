#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Which locale `pcurses_set_locale` ended up with.
enum pcurses_locale {
  PCURSES_LOCALE_NONE = 0,         ///< No UTF-8 to be had; only ASCII can be drawn.
  PCURSES_LOCALE_ENVIRONMENT = 1,  ///< The environment's own, which is UTF-8.
  PCURSES_LOCALE_FALLBACK = 2,     ///< C.UTF-8, because the environment's is missing or other.
};

/// Why a terminal could not be opened.
enum pcurses_status {
  PCURSES_OK = 0,
  PCURSES_NOT_A_TERMINAL = 1,
  PCURSES_TERM_UNSET = 2,
  PCURSES_TERM_UNKNOWN = 3,
  PCURSES_NO_CURSOR_MOVEMENT = 4,
  PCURSES_FAILED = 5,
};

/// What `pcurses_read` found.
enum pcurses_input_kind {
  PCURSES_INPUT_NONE = 0,
  PCURSES_INPUT_CHARACTER = 1,  ///< `value` is a Unicode scalar, controls included.
  PCURSES_INPUT_KEY = 2,        ///< `value` is an `enum pcurses_key`.
};

enum pcurses_key {
  PCURSES_KEY_UNKNOWN = 0,
  PCURSES_KEY_UP,
  PCURSES_KEY_DOWN,
  PCURSES_KEY_LEFT,
  PCURSES_KEY_RIGHT,
  PCURSES_KEY_HOME,
  PCURSES_KEY_END,
  PCURSES_KEY_PAGE_UP,
  PCURSES_KEY_PAGE_DOWN,
  PCURSES_KEY_ENTER,
  PCURSES_KEY_BACKSPACE,
  PCURSES_KEY_DELETE,
  PCURSES_KEY_INSERT,
  PCURSES_KEY_BACK_TAB,
  PCURSES_KEY_WORD_LEFT,   ///< Left with Ctrl or Alt.
  PCURSES_KEY_WORD_RIGHT,  ///< Right with Ctrl or Alt.
  PCURSES_KEY_F0 = 100,    ///< F1 is 101 and so on.
};

struct pcurses_input {
  int kind;
  uint32_t value;
};

enum { PCURSES_SCALARS_PER_CELL = 5 };

/// A cell to draw: a base character, up to four marks on it (0 where there is none), and the
/// columns that it must take, 1 or 2.
struct pcurses_cell {
  uint32_t scalars[PCURSES_SCALARS_PER_CELL];
  uint8_t columns;
};

/// Attribute bits of `pcurses_draw`.
enum {
  PCURSES_BOLD = 1,
  PCURSES_UNDERLINE = 2,
  PCURSES_REVERSE = 4,
  PCURSES_DIM = 8,
};

/// Chooses the character set for the process; before anything measures width.
int pcurses_set_locale(void);
/// What glibc's `wcwidth` says: -1, 0, 1 or 2.
int pcurses_width(uint32_t scalar);

/// Whether the terminal could be opened on these descriptors, as a status, and how many colours it
/// has (0 where not known); draws nothing and changes nothing.
int pcurses_examine(int input, int output, int *colours);
/// Opens the terminal on two descriptors, takes its signals over and returns a status.
int pcurses_start(int input, int output);
/// Gives the terminal back as it was found; harmless if it is not open.
void pcurses_end(void);
/// Gives the terminal back for a while; the next `pcurses_resume` repaints it.
void pcurses_suspend(void);
void pcurses_resume(void);
/// Suspends and stops the process (`whole_group`: its job too); returns when continued.
void pcurses_stop(bool whole_group);

/// The size that the kernel knows; false if it knows none.
bool pcurses_kernel_size(int *rows, int *columns);
/// Makes the screen so large and has it repainted.
void pcurses_resize(int rows, int columns);
/// Has the next refresh send every cell.
void pcurses_repaint(void);

/// How many colours there are; 0 or 1 for none.
int pcurses_colours(void);
/// Gives a pair, 1 to 255, its colours; -1 is the terminal's own.
void pcurses_set_pair(int pair, int foreground, int background);

/// Puts cells of one look from a place to the right; shown by the next refresh.
void pcurses_draw(
    int row, int column, const struct pcurses_cell *cells, int count, int pair,
    unsigned attributes);
/// Sends what changed and leaves the cursor at a place.
void pcurses_refresh(int cursor_row, int cursor_column);
/// Writes bytes to the terminal past curses; false if they could not all be written.
bool pcurses_write(const char *bytes, size_t length);

/// The next key or character that has arrived; never waits longer than the escape delay.
struct pcurses_input pcurses_read(void);
/// Whether bytes wait in the kernel.
bool pcurses_input_waits(void);
/// Mouse reports in SGR form on or off.
void pcurses_set_mouse(bool enabled);

/// Readable while signals wait.
int pcurses_signal_descriptor(void);
/// The number of the next signal that waits, or 0.
int pcurses_next_signal(void);

/// A counter of the kernel that makes `poll` return; -1 if there is none to be had.
int pcurses_wake_open(void);
/// Safe from any thread.
void pcurses_wake_signal(int descriptor);
/// Whether there was a signal since the last call.
bool pcurses_wake_take(int descriptor);

#endif
