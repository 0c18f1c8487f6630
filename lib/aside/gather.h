// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/runof.h>

namespace Aside {

/// Makes one functor of several: it runs them side by side, each as a task would, and returns what
/// they return as a std::tuple in their order (after Python's asyncio.gather). Those that return a
/// QFuture are waited for without a thread.
///
/// The first failure cancels the others, and is thrown once all have ended; a cancellation of the run
/// cancels them all. A part may be a gather itself. What a part posts, and its blocks, are those of the
/// run; its progress is their mean. The functors are copied for each call, so that a retry can repeat it.
///
/// \code
/// vm.startAsync(u"both"_s, gather(readNames, readSizes), [this](const auto &result) {
///     if (result.isOk())
///         std::tie(m_names, m_sizes) = result.value();
/// });
/// vm.assignAsync(u"sum"_s, [](TaskContext &context) {
///     const auto [left, right] = gather(sumLeft, sumRight)(context);
///     return Assigns{{u"sum"_s, left + right}};
/// });
/// \endcode
template<typename... Functors>
    requires(sizeof...(Functors) > 0 && (Detail::TaskFunctor<Functors> && ...))
auto gather(Functors &&...functors);

} // namespace Aside

#include <aside/gather_impl.h>
