// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// What the tests of costs share: counts of allocations, copies and moves. One file of a program includes
// it, as it replaces malloc.

#include <QTest>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <utility>

// Qt's containers use malloc, and so does operator new. A sanitizer has a malloc of its own.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ALLOCATIONS_ARE_COUNTED 1
#else
#define ALLOCATIONS_ARE_COUNTED 0
#endif

namespace Test {

static constinit thread_local long t_allocations = 0; // of this thread
static constinit std::atomic<long> s_allocations = 0; // of all threads

inline void countAllocation() noexcept
{
    ++t_allocations;
    s_allocations.fetch_add(1, std::memory_order_relaxed);
}

/// Counts since it was made. A reallocation counts as an allocation.
class Allocations
{
public:
    /// Of the calling thread, which is the one that made it.
    long here() const { return t_allocations - m_here; }
    /// Of all others.
    long elsewhere() const { return s_allocations - m_all - here(); }

private:
    const long m_here = t_allocations;
    const long m_all = s_allocations;
};

/// Counts its copies and moves. A QVariant has its small values within itself, if they may be moved by
/// their bytes, and others behind a pointer that its copies share.
template<bool small>
class Counted
{
public:
    static inline std::atomic<int> copies = 0;
    static inline std::atomic<int> moves = 0;

    Counted() = default;
    explicit Counted(int given) : number(given) { }
    Counted(const Counted &other) noexcept : number(other.number) { ++copies; }
    Counted(Counted &&other) noexcept : number(std::exchange(other.number, -1)) { ++moves; }
    Counted &operator=(const Counted &other) noexcept
    {
        number = other.number;
        ++copies;
        return *this;
    }
    Counted &operator=(Counted &&other) noexcept
    {
        number = std::exchange(other.number, -1);
        ++moves;
        return *this;
    }
    ~Counted() = default;
    friend bool operator==(const Counted &a, const Counted &b) { return a.number == b.number; }

    int number = 0;
};

using Large = Counted<false>;
using Small = Counted<true>;

/// The copies since the last call.
template<typename T>
int takeCopies()
{
    return T::copies.exchange(0);
}

} // namespace Test

Q_DECLARE_TYPEINFO(Test::Small, Q_RELOCATABLE_TYPE);

#if ALLOCATIONS_ARE_COUNTED
extern "C" {
void *__libc_malloc(std::size_t size); // NOLINT(bugprone-reserved-identifier)
void *__libc_calloc(std::size_t count, std::size_t size); // NOLINT(bugprone-reserved-identifier)
void *__libc_realloc(void *memory, std::size_t size); // NOLINT(bugprone-reserved-identifier)
void *__libc_memalign(std::size_t alignment, std::size_t size); // NOLINT(bugprone-reserved-identifier)

void *malloc(std::size_t size) noexcept
{
    Test::countAllocation();
    return __libc_malloc(size);
}
void *calloc(std::size_t count, std::size_t size) noexcept
{
    Test::countAllocation();
    return __libc_calloc(count, size);
}
void *realloc(void *memory, std::size_t size) noexcept
{
    Test::countAllocation();
    return __libc_realloc(memory, size);
}
void *aligned_alloc(std::size_t alignment, std::size_t size) noexcept
{
    Test::countAllocation();
    return __libc_memalign(alignment, size);
}
}
#endif

#define NEEDS_COUNTS_OF_ALLOCATIONS()                                                                       \
    do {                                                                                                    \
        if (!ALLOCATIONS_ARE_COUNTED)                                                                       \
            QSKIP("allocations are counted by a malloc of the test's own: with glibc, and no sanitizer");   \
    } while (false)
