#pragma once

// Opening a file by a path that may not leave a folder.

#include <errno.h>
#include <stdint.h>

#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

// Opens by a path from a folder, out of which neither a link nor `..` leads: EXDEV where one does. Fails with ENOSYS where
// the system cannot promise it; the filters of older containers answer EPERM to a call that they do not know.
static inline int open_beneath(int folder, const char *path, int flags) {
#if defined(__linux__) && defined(SYS_openat2)
    struct {
        uint64_t flags, mode, resolve;
    } how = {(uint64_t)(unsigned)flags, 0, 0x08 /* RESOLVE_BENEATH */ | 0x02 /* RESOLVE_NO_MAGICLINKS */};
    int descriptor = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
    if (descriptor < 0 && (errno == EPERM || errno == EAGAIN)) errno = ENOSYS;
    return descriptor;
#else
    (void)folder;
    (void)path;
    (void)flags;
    errno = ENOSYS;
    return -1;
#endif
}
