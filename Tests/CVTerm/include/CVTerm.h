// A terminal emulator for tests: libvterm without its header, whose cells have bit-fields.

#ifndef CVTERM_H
#define CVTERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cvterm cvterm;

typedef struct {
  int row;
  int column;
  bool visible;
} cvterm_cursor_state;

/// A colour is -1 for the terminal's own, 0 to 255 from the palette, or 0x1000000 | RGB.
typedef struct {
  int width;  // columns: 2 for a wide character, 0 for the second half of one
  bool bold;
  bool underline;
  bool reverse;
  int foreground;
  int background;
} cvterm_cell;

typedef enum {
  cvterm_key_enter,
  cvterm_key_tab,
  cvterm_key_backspace,
  cvterm_key_escape,
  cvterm_key_up,
  cvterm_key_down,
  cvterm_key_left,
  cvterm_key_right,
  cvterm_key_insert,
  cvterm_key_delete,
  cvterm_key_home,
  cvterm_key_end,
  cvterm_key_page_up,
  cvterm_key_page_down,
  cvterm_key_function  // add the number of the key
} cvterm_key;

enum { cvterm_shift = 1, cvterm_alt = 2, cvterm_control = 4 };

cvterm *cvterm_new(int rows, int columns);
void cvterm_free(cvterm *terminal);
void cvterm_set_size(cvterm *terminal, int rows, int columns);

/// What the program wrote.
void cvterm_input(cvterm *terminal, const uint8_t *bytes, size_t count);
/// What the terminal has to send to the program: keys, mouse, answers to queries.
size_t cvterm_output(cvterm *terminal, uint8_t *bytes, size_t capacity);

void cvterm_press(cvterm *terminal, int key, int modifiers);
void cvterm_character(cvterm *terminal, uint32_t scalar, int modifiers);
/// Sends the brackets of a bracketed paste, if the program asked for them.
void cvterm_paste(cvterm *terminal, bool begins);
/// Buttons 1 to 3, wheel 4 (up) and 5 (down). Nothing is sent if the program did not ask for it.
void cvterm_mouse(cvterm *terminal, int button, bool pressed, int row, int column);

cvterm_cell cvterm_cell_at(cvterm *terminal, int row, int column);
/// Writes the cell's characters as UTF-8 and returns how many bytes they are.
size_t cvterm_cell_text(cvterm *terminal, int row, int column, char *text, size_t capacity);
cvterm_cursor_state cvterm_cursor(cvterm *terminal);
bool cvterm_is_alternate_screen(cvterm *terminal);

// Starting a program needs parts of the C library that Swift's module of it leaves out.

/// What a new program has open: its standard streams, and beside them at most descriptor 9.
typedef struct {
  const char *terminal;  // opened as all three, and as controlling terminal; null for the next
  int input;
  int output;
  int errors;
  int ninth;  // becomes descriptor 9, if it is not negative
} cvterm_streams;

/// Starts a program in a new session with default signals; returns 0 or an error number.
int cvterm_spawn(
    const char *path, char *const arguments[], char *const environment[],
    const cvterm_streams *streams, int *process);

/// Opens a descriptor that becomes readable when the process ends, or returns -1.
int cvterm_open_process(int process);

#endif
