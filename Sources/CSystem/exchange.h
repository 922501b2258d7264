#pragma once

// Swift's own view of the C library leaves out what needs _GNU_SOURCE.

#include <errno.h>
#include <stdio.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

// Exchanges two paths of one file system in a single step; fails with ENOSYS where the system cannot.
static inline int exchange_paths(const char *left, const char *right) {
#if defined(__APPLE__)
    return renamex_np(left, right, 0x00000002 /* RENAME_SWAP */);
#elif defined(__linux__) && defined(SYS_renameat2)
    return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 2u /* RENAME_EXCHANGE */);
#else
    (void)left;
    (void)right;
    errno = ENOSYS;
    return -1;
#endif
}
