/* Stands between a program and its files: while the file `read-only` stands in the folder FAULTS, nothing can be
 * written, and while `no-sync` does, nothing reaches the disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int is(const char *fault) {
    const char *folder = getenv("FAULTS");
    char path[4096];
    if (!folder) return 0;
    snprintf(path, sizeof path, "%s/%s", folder, fault);
    return access(path, F_OK) == 0;
}

static int is_file(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

static int refuses_writing(int descriptor) {
    if (!is_file(descriptor) || !is("read-only")) return 0;
    errno = EROFS;
    return 1;
}

static int refuses_syncing(int descriptor) {
    if (!is_file(descriptor) || !is("no-sync")) return 0;
    errno = EIO;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t count) { return refuses_writing(fd) ? -1 : REAL(write)(fd, bytes, count); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return refuses_writing(fd) ? -1 : REAL(pwrite)(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return refuses_writing(fd) ? -1 : REAL(pwrite64)(fd, bytes, count, at); }
int ftruncate(int fd, off_t length) { return refuses_writing(fd) ? -1 : REAL(ftruncate)(fd, length); }
int ftruncate64(int fd, off64_t length) { return refuses_writing(fd) ? -1 : REAL(ftruncate64)(fd, length); }
int fsync(int fd) { return refuses_syncing(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return refuses_syncing(fd) ? -1 : REAL(fdatasync)(fd); }

static int refuses_opening(const char *path, int flags) {
    const char *folder = getenv("FAULTS");
    int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
    if (!writes || !folder || strncmp(path, folder, strlen(folder)) || !is("read-only")) return 0;
    errno = EROFS;
    return 1;
}

#define OPEN(name)                                          \
    int name(const char *path, int flags, ...) {            \
        va_list rest;                                       \
        va_start(rest, flags);                              \
        mode_t mode = va_arg(rest, mode_t);                 \
        va_end(rest);                                       \
        if (refuses_opening(path, flags)) return -1;        \
        return REAL(name)(path, flags, mode);               \
    }
OPEN(open)
OPEN(open64)

static int refuses_changing(const char *path) { return refuses_opening(path, O_WRONLY); }
int unlink(const char *path) { return refuses_changing(path) ? -1 : REAL(unlink)(path); }
int rename(const char *from, const char *to) { return refuses_changing(from) ? -1 : REAL(rename)(from, to); }
