// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "residentset.h"

#if defined(Q_OS_LINUX)
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace AsideDemo {

std::optional<qint64> residentBytes()
{
#if defined(Q_OS_LINUX)
    // Without Qt's or C's buffers: it is asked often, and by threads that are to push.
    const int file = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    char text[128];
    const ssize_t length = ::read(file, text, sizeof text - 1);
    ::close(file);
    long long pages = 0;
    if (length <= 0)
        return {};
    text[length] = '\0';
    if (std::sscanf(text, "%*s %lld", &pages) != 1)
        return {};
    return pages * ::sysconf(_SC_PAGESIZE);
#else
    return {};
#endif
}

void giveBackFreedMemory()
{
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

} // namespace AsideDemo
