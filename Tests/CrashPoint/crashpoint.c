/*
 * A library for LD_PRELOAD, for tests alone: it stands between a program and the C library's calls that change files,
 * counts those that concern one folder, and ends the process at a chosen one, as if it were killed there. The tests
 * compile it themselves: it is no part of the package.
 *
 * CRASHPOINT_FOLDER  the folder whose files are watched (needed)
 * CRASHPOINT_AT      number of the call, from 1, at which the process ends: before it takes effect
 * CRASHPOINT_TORN    with any value: a write at that point still writes the first half of its bytes
 * CRASHPOINT_TRACE   file to which each call is appended, with the bytes it writes; the form is told below
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

/*
 * The trace: for each call a line
 *   <call> <offset> <length> <path>[\t<second path>]
 * followed, for "write", by that many bytes and a newline. Calls: create, write, truncate, fsync, rename, link, unlink,
 * mkdir, rmdir. A path is relative to the folder; the folder itself is ".".
 */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static char folder[PATH_MAX];
static size_t folder_length;
static long crash_at;
static int torn;
static long count;
static int trace = -1;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_rename)(const char *, const char *);
static int (*real_link)(const char *, const char *);
static int (*real_unlink)(const char *);
static int (*real_mkdir)(const char *, mode_t);
static int (*real_rmdir)(const char *);
static int (*real_open)(const char *, int, ...);

static void find(void *slot, const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(slot, &found, sizeof found);
}

static void start(void) {
    find(&real_write, "write");
    find(&real_pwrite, "pwrite");
    find(&real_writev, "writev");
    find(&real_fsync, "fsync");
    find(&real_fdatasync, "fdatasync");
    find(&real_ftruncate, "ftruncate");
    find(&real_rename, "rename");
    find(&real_link, "link");
    find(&real_unlink, "unlink");
    find(&real_mkdir, "mkdir");
    find(&real_rmdir, "rmdir");
    find(&real_open, "open");
    const char *watched = getenv("CRASHPOINT_FOLDER");
    if (watched && strlen(watched) < sizeof folder) {
        strcpy(folder, watched);
        folder_length = strlen(folder);
        while (folder_length > 1 && folder[folder_length - 1] == '/') folder[--folder_length] = 0;
    }
    const char *at = getenv("CRASHPOINT_AT");
    crash_at = at ? atol(at) : 0;
    torn = getenv("CRASHPOINT_TORN") != NULL;
    const char *path = getenv("CRASHPOINT_TRACE");
    if (path) trace = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

/* The path below the watched folder; NULL when it is not in it. */
static const char *inside(const char *path) {
    if (!folder_length || strncmp(path, folder, folder_length) != 0) return NULL;
    if (path[folder_length] == 0) return ".";
    if (path[folder_length] != '/') return NULL;
    return path + folder_length + 1;
}

static const char *inside_descriptor(int descriptor, char *buffer) {
    char link_path[64];
    snprintf(link_path, sizeof link_path, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link_path, buffer, PATH_MAX - 1);
    if (length <= 0) return NULL;
    buffer[length] = 0;
    return inside(buffer);
}

/* Paths are compared as text: those that are not absolute are completed with the working folder. */
static const char *inside_path(const char *path, char *buffer) {
    if (path[0] == '/') return inside(path);
    if (!getcwd(buffer, PATH_MAX)) return NULL;
    size_t length = strlen(buffer);
    if (length + 1 + strlen(path) >= PATH_MAX) return NULL;
    buffer[length] = '/';
    strcpy(buffer + length + 1, path);
    return inside(buffer);
}

static void put(const void *bytes, size_t length) {
    while (length > 0) {
        ssize_t done = real_write(trace, bytes, length);
        if (done <= 0) _exit(99);
        bytes = (const char *)bytes + done;
        length -= (size_t)done;
    }
}

/* Counts a call that is about to be made. Held until leave(), so that calls of several threads have one order. */
static int enter(const char *call, const char *path, const char *second, off_t offset, const void *bytes, size_t length) {
    pthread_mutex_lock(&lock);
    count += 1;
    if (trace >= 0) {
        char line[2 * PATH_MAX + 100];
        int size = snprintf(line, sizeof line, "%s %lld %zu %s%s%s\n", call, (long long)offset, length, path,
                            second ? "\t" : "", second ? second : "");
        put(line, (size_t)size);
        if (bytes) {
            put(bytes, length);
            put("\n", 1);
        }
    }
    return crash_at > 0 && count == crash_at;
}

static void leave(void) { pthread_mutex_unlock(&lock); }

static void die(void) {
    /* As SIGKILL: nothing is flushed, no handler runs. */
    _exit(137);
}

/* Both kinds of write: at a place, or (placed 0) where the file stands. */
static ssize_t watched_write(int descriptor, const void *bytes, size_t length, off_t offset, int placed) {
    pthread_once(&once, start);
    char buffer[PATH_MAX];
    const char *path = folder_length ? inside_descriptor(descriptor, buffer) : NULL;
    int dies = 0;
    if (path) {
        off_t at = placed ? offset : lseek(descriptor, 0, SEEK_CUR);
        dies = enter("write", path, NULL, at, bytes, length);
        if (dies) {
            if (!torn) die();
            length /= 2;
        }
    }
    ssize_t done = placed ? real_pwrite(descriptor, bytes, length, offset) : real_write(descriptor, bytes, length);
    if (dies) die();
    if (path) leave();
    return done;
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    return watched_write(descriptor, bytes, length, 0, 0);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
    return watched_write(descriptor, bytes, length, offset, 1);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off_t offset) {
    return pwrite(descriptor, bytes, length, offset);
}

ssize_t writev(int descriptor, const struct iovec *parts, int number) {
    pthread_once(&once, start);
    char buffer[PATH_MAX];
    if (!folder_length || !inside_descriptor(descriptor, buffer)) return real_writev(descriptor, parts, number);
    ssize_t all = 0;
    for (int part = 0; part < number; part++) {
        ssize_t done = write(descriptor, parts[part].iov_base, parts[part].iov_len);
        if (done < 0) return all > 0 ? all : -1;
        all += done;
    }
    return all;
}

int fsync(int descriptor) {
    pthread_once(&once, start);
    char buffer[PATH_MAX];
    const char *path = folder_length ? inside_descriptor(descriptor, buffer) : NULL;
    if (!path) return real_fsync(descriptor);
    if (enter("fsync", path, NULL, 0, NULL, 0)) die();
    /* What the trace says is durable need not be: the tests rebuild it from there. */
    int status = trace >= 0 ? 0 : real_fsync(descriptor);
    leave();
    return status;
}

int fdatasync(int descriptor) {
    pthread_once(&once, start);
    return folder_length ? fsync(descriptor) : real_fdatasync(descriptor);
}

int ftruncate(int descriptor, off_t length) {
    pthread_once(&once, start);
    char buffer[PATH_MAX];
    const char *path = folder_length ? inside_descriptor(descriptor, buffer) : NULL;
    if (!path) return real_ftruncate(descriptor, length);
    if (enter("truncate", path, NULL, length, NULL, 0)) die();
    int status = real_ftruncate(descriptor, length);
    leave();
    return status;
}

int ftruncate64(int descriptor, off_t length) { return ftruncate(descriptor, length); }

static int two_paths(
    const char *call, const char *from, const char *to, int (*real)(const char *, const char *)) {
    char first[PATH_MAX], second[PATH_MAX];
    const char *path = inside_path(from, first), *target = inside_path(to, second);
    if (!path || !target) return real(from, to);
    if (enter(call, path, target, 0, NULL, 0)) die();
    int status = real(from, to);
    leave();
    return status;
}

int rename(const char *from, const char *to) {
    pthread_once(&once, start);
    return two_paths("rename", from, to, real_rename);
}

int link(const char *from, const char *to) {
    pthread_once(&once, start);
    return two_paths("link", from, to, real_link);
}

static int one_path(const char *call, const char *given, int (*real)(const char *)) {
    char buffer[PATH_MAX];
    const char *path = inside_path(given, buffer);
    if (!path || access(given, F_OK) != 0) return real(given);
    if (enter(call, path, NULL, 0, NULL, 0)) die();
    int status = real(given);
    leave();
    return status;
}

int unlink(const char *path) {
    pthread_once(&once, start);
    return one_path("unlink", path, real_unlink);
}

int rmdir(const char *path) {
    pthread_once(&once, start);
    return one_path("rmdir", path, real_rmdir);
}

int mkdir(const char *given, mode_t mode) {
    pthread_once(&once, start);
    char buffer[PATH_MAX];
    const char *path = inside_path(given, buffer);
    if (!path || access(given, F_OK) == 0) return real_mkdir(given, mode);
    if (enter("mkdir", path, NULL, 0, NULL, 0)) die();
    int status = real_mkdir(given, mode);
    leave();
    return status;
}

static int open_with(const char *given, int flags, mode_t mode) {
    char buffer[PATH_MAX];
    const char *path = folder_length && (flags & (O_CREAT | O_TRUNC)) ? inside_path(given, buffer) : NULL;
    if (!path) return real_open(given, flags, mode);
    int is_new = access(given, F_OK) != 0;
    if (!(is_new && (flags & O_CREAT)) && !(flags & O_TRUNC)) return real_open(given, flags, mode);
    if (enter(is_new ? "create" : "truncate", path, NULL, 0, NULL, 0)) die();
    int descriptor = real_open(given, flags, mode);
    leave();
    return descriptor;
}

int open(const char *path, int flags, ...) {
    pthread_once(&once, start);
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? (mode_t)va_arg(arguments, int) : 0;
    va_end(arguments);
    return open_with(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    pthread_once(&once, start);
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? (mode_t)va_arg(arguments, int) : 0;
    va_end(arguments);
    return open_with(path, flags, mode);
}

int openat(int at, const char *path, int flags, ...) {
    pthread_once(&once, start);
    static int (*real_openat)(int, const char *, int, ...);
    if (!real_openat) find(&real_openat, "openat");
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? (mode_t)va_arg(arguments, int) : 0;
    va_end(arguments);
    if (at == AT_FDCWD || path[0] == '/') return open_with(path, flags, mode);
    return real_openat(at, path, flags, mode);
}

int unlinkat(int at, const char *path, int flags) {
    pthread_once(&once, start);
    static int (*real_unlinkat)(int, const char *, int);
    if (!real_unlinkat) find(&real_unlinkat, "unlinkat");
    if ((at == AT_FDCWD || path[0] == '/') && !(flags & AT_REMOVEDIR)) return unlink(path);
    return real_unlinkat(at, path, flags);
}
