// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "heap.h"

#include <atomic>

#ifdef __GLIBC__
#include <cerrno>
#include <cstdlib>
#include <malloc.h>
#endif

namespace {

std::atomic<bool> s_isCounting = false;
std::atomic<qint64> s_bytes = 0;
std::atomic<qint64> s_allocations = 0;

} // namespace

#ifdef __GLIBC__

extern "C" {
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *memory);
}

namespace {

qint64 sizeOf(void *memory)
{
    return memory ? qint64(malloc_usable_size(memory) + sizeof(size_t)) : 0;
}

void *taken(void *memory)
{
    if (memory && s_isCounting.load(std::memory_order_relaxed)) [[unlikely]] {
        s_bytes.fetch_add(sizeOf(memory), std::memory_order_relaxed);
        s_allocations.fetch_add(1, std::memory_order_relaxed);
    }
    return memory;
}

void given(void *memory)
{
    if (s_isCounting.load(std::memory_order_relaxed)) [[unlikely]]
        s_bytes.fetch_sub(sizeOf(memory), std::memory_order_relaxed);
}

} // namespace

// Qt allocates by malloc, not by new: so these, and for the whole process.
extern "C" {

Q_DECL_EXPORT void *malloc(size_t size) noexcept
{
    return taken(__libc_malloc(size));
}

Q_DECL_EXPORT void *calloc(size_t count, size_t size) noexcept
{
    return taken(__libc_calloc(count, size));
}

Q_DECL_EXPORT void *realloc(void *memory, size_t size) noexcept
{
    given(memory);
    return taken(__libc_realloc(memory, size));
}

Q_DECL_EXPORT void *memalign(size_t alignment, size_t size) noexcept
{
    return taken(__libc_memalign(alignment, size));
}

Q_DECL_EXPORT void *aligned_alloc(size_t alignment, size_t size) noexcept
{
    return taken(__libc_memalign(alignment, size));
}

Q_DECL_EXPORT int posix_memalign(void **memory, size_t alignment, size_t size) noexcept
{
    *memory = taken(__libc_memalign(alignment, size));
    return *memory ? 0 : ENOMEM;
}

Q_DECL_EXPORT void free(void *memory) noexcept
{
    given(memory);
    __libc_free(memory);
}

} // extern "C"

#endif

namespace Bench {

HeapCount::HeapCount()
{
    s_bytes = 0;
    s_allocations = 0;
    s_isCounting = true;
}

HeapCount::~HeapCount()
{
    s_isCounting = false;
}

bool HeapCount::isAvailable()
{
#ifdef __GLIBC__
    return true;
#else
    return false;
#endif
}

qint64 HeapCount::bytes() const
{
    return s_bytes;
}

qint64 HeapCount::allocations() const
{
    return s_allocations;
}

} // namespace Bench
