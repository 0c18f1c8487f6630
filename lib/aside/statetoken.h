// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>
#include <aside/taskcontext.h>

#include <memory>

namespace Aside {

namespace Detail {
class Gate;
}

/// Names a ViewModel, from any thread and for ever, also once it is gone: a value (after the client
/// token of Reflex). Made by ViewModel::token().
class ASIDE_EXPORT StateToken
{
public:
    /// One of no ViewModel: it is gone from the beginning.
    StateToken();

    /// True once the ViewModel is destroyed. It may be by the time that this returns false, too.
    bool isGone() const;

    friend bool operator==(const StateToken &, const StateToken &) = default;

private:
    friend class ViewModel;
    template<std::invocable<LiveState &> Block>
    friend auto modifyState(const StateToken &token, Block &&block);
    explicit StateToken(std::shared_ptr<Detail::Gate> gate);
    void runBlock(Detail::BlockCall call) const;

    std::shared_ptr<Detail::Gate> m_gate;
};

/// Runs \a block, which takes a LiveState &, on the home thread of the ViewModel, alone, and returns what it
/// returns: for code that Aside did not start, such as a thread of a library. All else is as it is with
/// TaskContext::modify(). Any thread, which waits; on the home thread it is called at once. Throws
/// StateGoneError if the ViewModel is gone or the application leaves, ImmutableStateError inside of one of
/// its blocks.
///
/// A thread that others wait for must not wait: for a ViewModel of another thread, it throws
/// ImmutableStateError inside of any block, and on the thread of the application.
///
/// \code
/// std::thread([token = vm.token()] {
///     const QByteArray answer = fetch();
///     modifyState(token, [&](LiveState &state) { state.assign(u"answer"_s, answer); });
/// }).detach();
/// \endcode
template<std::invocable<LiveState &> Block>
auto modifyState(const StateToken &token, Block &&block)
{
    return Detail::returnOf(block, [&token](Detail::BlockCall call) { token.runBlock(call); });
}

} // namespace Aside
