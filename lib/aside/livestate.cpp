// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "livestate.h"

#include "gate_p.h"
#include "store_p.h"
#include "viewmodel.h"

#include <QScopeGuard>
#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace Aside {

LiveState::LiveState(const Detail::Gate &gate)
    : m_gate(&gate)
    , m_home(QThread::currentThreadId())
{
}

const Detail::Store &LiveState::store() const
{
    if (!m_gate || QThread::currentThreadId() != m_home)
        throw ImmutableStateError(u"state can be used in its block only: this one has ended, or runs on another thread"_s);
    if (!m_gate->viewModel())
        Detail::Gate::throwGone();
    return *m_gate->viewModel()->m_store;
}

QVariant LiveState::value(const QString &key) const
{
    const Detail::Store &now = store();
    const qsizetype place = m_places.value(key, -1);
    return place >= 0 ? std::as_const(m_changes.begin()[place]).value() : now.value(key);
}

bool LiveState::contains(const QString &key) const
{
    const Detail::Store &now = store();
    return m_places.contains(key) || now.contains(key);
}

void LiveState::assign(Assigns changes)
{
    const Detail::Store &now = store();
    if (m_updating)
        throw ImmutableStateError(u"an update functor cannot assign: it returns the new value"_s);
    m_updating = true;
    const auto leave = qScopeGuard([this] { m_updating = false; });
    Assigns fitting; // all or nothing, here as in the store
    QHash<QString, qsizetype> places;
    const auto stage = [&](const QString &key, QVariant value) {
        now.check(key, value);
        places.insert(key, fitting.size());
        fitting.set(key, std::move(value));
    };
    const auto current = [&](const QString &key) {
        const qsizetype place = places.value(key, -1);
        if (place >= 0)
            return std::as_const(fitting.begin()[place]).value();
        if (!contains(key))
            Detail::Store::throwAbsent(key);
        return value(key);
    };
    for (Assigns::Entry &entry : changes) {
        if (!entry.isUpdate())
            stage(entry.key(), std::move(entry.value()));
    }
    for (const Assigns::Entry &entry : std::as_const(changes)) {
        if (entry.isUpdate())
            stage(entry.key(), entry.update()(entry.key(), current(entry.key())));
    }
    for (Assigns::Entry &entry : fitting) {
        const auto place = m_places.constFind(entry.key());
        if (place != m_places.cend()) {
            m_changes.begin()[*place].value() = std::move(entry.value());
        } else {
            m_places.insert(entry.key(), m_changes.size());
            m_changes.set(entry.key(), std::move(entry.value()));
        }
    }
}

Assigns LiveState::take()
{
    close();
    return std::move(m_changes);
}

} // namespace Aside
