#ifndef CONCORD_CFUZZER_H
#define CONCORD_CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/* Runs libFuzzer over a function that takes an input; its own command line is in argv. Does not return before it ends. */
int cfuzzer_run(int *argc, char ***argv, int (*body)(const uint8_t *bytes, size_t length));

#endif
