#pragma once

// Copying from file to file in the kernel: by reference where the file system can, and never through our memory.

#include <errno.h>
#include <stdint.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <copyfile.h>
#elif defined(__linux__)
#include <sys/sendfile.h>
#include <sys/syscall.h>
#endif

// Copies the first `length` bytes of a file to the position of another, which is empty. Returns how many were copied; fewer
// where the file has fewer. -1 with ENOSYS where these two have to be read and written, before anything was.
static inline int64_t copy_bytes(int from, int to, int64_t length) {
#if defined(__APPLE__)
    return fcopyfile(from, to, 0, COPYFILE_DATA) == 0 ? length : -1;
#elif defined(__linux__)
    int64_t done = 0;
    off_t offset = 0;
    int in_place = 1;
    while (done < length) {
        size_t left = (size_t)(length - done > (1 << 30) ? (1 << 30) : length - done);
        ssize_t count = -1;
#if defined(SYS_copy_file_range)
        if (in_place) count = syscall(SYS_copy_file_range, from, &offset, to, (void *)0, left, 0u);
#else
        in_place = 0;
#endif
        if (!in_place) count = sendfile(to, from, &offset, left);
        if (count > 0) {
            done += count;
        } else if (count == 0 && (done > 0 || !in_place)) {
            return done;
        } else if (count < 0 && errno == EINTR) {
            continue;
        } else if (count < 0 && errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP && errno != EPERM) {
            return -1;
        } else if (in_place) {
            in_place = 0;
        } else if (done == 0) {
            errno = ENOSYS;
            return -1;
        } else {
            return -1;
        }
    }
    return done;
#else
    (void)from;
    (void)to;
    (void)length;
    errno = ENOSYS;
    return -1;
#endif
}
