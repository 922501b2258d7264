#pragma once

// Telling a folder from one that something is mounted on, which cannot be renamed.

#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

// Whether something is mounted on a folder: 1, 0, or -1 where the system does not say so (before Linux 5.8).
static inline int is_mount_point(const char *path) {
#if defined(__linux__) && defined(SYS_statx)
    // struct statx, as far as it is needed: the attributes, and behind them which of those are told (256 bytes in all).
    struct {
        uint32_t mask, blksize;
        uint64_t attributes;
        uint32_t nlink, uid, gid;
        uint16_t mode, spare;
        uint64_t ino, size, blocks, attributes_mask;
        unsigned char rest[192];
    } status;
    memset(&status, 0, sizeof status);
    if (syscall(SYS_statx, AT_FDCWD, path, 0x100 /* AT_SYMLINK_NOFOLLOW */, 0u, &status) != 0) return -1;
    const uint64_t mount_root = 0x2000; // STATX_ATTR_MOUNT_ROOT
    if (!(status.attributes_mask & mount_root)) return -1;
    return (status.attributes & mount_root) != 0;
#else
    (void)path;
    return -1;
#endif
}
