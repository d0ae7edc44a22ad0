#ifndef CONCORD_CRASHPOINT_H
#define CONCORD_CRASHPOINT_H

/*
 * A library for LD_PRELOAD, for tests alone: it stands between a program and the C library's calls that change files,
 * counts those that concern one folder, and ends the process at a chosen one, as if it were killed there.
 *
 * CRASHPOINT_FOLDER  the folder whose files are watched (needed)
 * CRASHPOINT_AT      number of the call, from 1, at which the process ends: before it takes effect
 * CRASHPOINT_TORN    with any value: a write at that point still writes the first half of its bytes
 * CRASHPOINT_TRACE   file to which each call is appended, with the bytes it writes; see crashpoint.c for the form
 */
const char *crashpoint_version(void);

#endif
