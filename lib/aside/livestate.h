// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assigns.h>
#include <aside/convert.h>
#include <aside/export.h>

#include <QHash>
#include <QString>
#include <QVariant>

#include <memory>

namespace Aside {

namespace Detail {
class Gate;
class Store;
}

/// The newest state, inside of a block: the functor that TaskContext::modify() or modifyState() runs on
/// the home thread, alone (after Reflex's `async with self`).
///
/// What the block assigns becomes one commit when it returns, and nothing if it throws. It reads its
/// own changes; computed assigns follow with the commit. On any other thread, and once the block has
/// returned, every function throws ImmutableStateError; once the block has destroyed the ViewModel,
/// StateGoneError. It ends with its commit: keep no reference to it.
///
/// \code
/// const int left = context.modify([](LiveState &state) {
///     state.update(u"count"_s, [](int n) { return n + 1; });
///     return state.value<int>(u"maximum"_s) - state.value<int>(u"count"_s);
/// });
/// \endcode
class ASIDE_EXPORT LiveState
{
public:
    /// An invalid QVariant where there is no such key.
    QVariant value(const QString &key) const;
    /// As a T; \a fallback where there is no such key, or no valid value. Throws AssignError if T cannot
    /// hold it.
    template<typename T>
    T value(const QString &key, const T &fallback = T()) const
    {
        const QVariant found = value(key);
        return found.isValid() ? Detail::held<T>(key, found) : fallback;
    }
    bool contains(const QString &key) const;

    /// Throws AssignError, at once, if the key is refused or cannot hold the value.
    template<typename T>
    void assign(const QString &key, T &&value)
    {
        assign(std::move(Assigns().set(key, std::forward<T>(value))));
    }
    /// All of \a changes or nothing: sets first, in order, then updates.
    void assign(Assigns changes);
    void assign(std::initializer_list<Assigns::Entry> changes) { assign(Assigns(changes)); }
    /// Changes \a key by a functor, at once; see Aside::update. Throws AssignError if the key is absent.
    template<typename Functor>
    void update(const QString &key, Functor functor)
    {
        assign(std::move(Assigns().update(key, std::move(functor))));
    }

private:
    friend class Detail::Gate;
    explicit LiveState(const Detail::Gate &gate);
    Q_DISABLE_COPY_MOVE(LiveState)

    const Detail::Store &store() const;
    /// All that was assigned; from here on nothing may be.
    Assigns take();
    void close() { m_gate = nullptr; }

    const Detail::Gate *m_gate; // null once the block has ended
    const Qt::HANDLE m_home;
    bool m_updating = false;
    QHash<QString, qsizetype> m_places;
    Assigns m_changes; // sets only, one a key
};

} // namespace Aside
