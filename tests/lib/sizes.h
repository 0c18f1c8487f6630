// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif

/// What is to be many; a tenth of it where a sanitizer makes each of them dear.
constexpr int scaled(int number)
{
    return isSanitized ? number / 10 : number;
}

} // namespace Test
