// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>
#include <aside/taskoptions.h>

#include <QString>
#include <QStringList>

#include <initializer_list>
#include <utility>

namespace Aside {

/// Which keys of a load drop their old value at once, and are loaded as if for the first time: none, all,
/// or those that it names. A value.
class ASIDE_EXPORT Reset
{
public:
    Reset(bool all = false) : m_all(all) { } // NOLINT(google-explicit-constructor)
    Reset(QStringList keys) : m_keys(std::move(keys)) { } // NOLINT(google-explicit-constructor)
    Reset(std::initializer_list<QString> keys) : m_keys(keys) { }

    bool covers(const QString &key) const { return m_all || m_keys.contains(key); }
    /// Those named one by one.
    const QStringList &keys() const { return m_keys; }

private:
    bool m_all = false;
    QStringList m_keys;
};

/// How ViewModel::loadAsync() is to load. A value.
///
/// \code
/// vm.loadAsync({u"org"_s, u"rank"_s}, profile, {.reset = true});
/// vm.loadAsync({u"org"_s, u"rank"_s}, profile, {.reset = {u"rank"_s}, .task = {.lane = Lane::Io, .timeout = 10s}});
/// \endcode
struct LoadOptions
{
    /// A key that it names and that is not loaded is refused with an Error.
    Reset reset = {};
    /// Loads supersede each other key by key: no other policy, no throttle, and no Edge::Leading.
    TaskOptions task = {};
};

} // namespace Aside
