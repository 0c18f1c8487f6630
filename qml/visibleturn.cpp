// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "visibleturn.h"

#include <QPointer>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace Aside::Qml {

namespace {

thread_local std::vector<VisibleTurn *> s_waiting;
thread_local int s_moment = 0;

} // namespace

VisibleTurn::~VisibleTurn()
{
    leave();
}

void VisibleTurn::setPlace(const QPointF &place)
{
    if (m_place == place)
        return;
    m_place = place;
    Q_EMIT placeChanged();
}

void VisibleTurn::take()
{
    if (std::find(s_waiting.begin(), s_waiting.end(), this) != s_waiting.end())
        return;
    s_waiting.push_back(this);
    // Each calls for itself, since a call goes with who made it; the first one serves all.
    QMetaObject::invokeMethod(this, &VisibleTurn::serve, Qt::QueuedConnection);
}

void VisibleTurn::leave()
{
    s_waiting.erase(std::remove(s_waiting.begin(), s_waiting.end(), this), s_waiting.end());
}

void VisibleTurn::comeNow()
{
    leave();
    enter(++s_moment);
}

void VisibleTurn::serve()
{
    if (s_waiting.empty())
        return;
    std::vector<QPointer<VisibleTurn>> turns(s_waiting.begin(), s_waiting.end());
    // They still wait while they are measured: that may have some of them leave, or destroyed.
    for (const QPointer<VisibleTurn> &turn : turns) {
        if (turn)
            Q_EMIT turn->measure();
    }
    std::erase_if(turns, [](const QPointer<VisibleTurn> &turn) {
        return std::find(s_waiting.begin(), s_waiting.end(), turn.data()) == s_waiting.end();
    });
    std::stable_sort(turns.begin(), turns.end(), [](const auto &left, const auto &right) {
        return std::tuple(left->m_place.y(), left->m_place.x()) < std::tuple(right->m_place.y(), right->m_place.x());
    });
    const int moment = ++s_moment;
    for (const QPointer<VisibleTurn> &turn : turns) {
        // Unless one before it had it leave.
        const auto waiting = std::find(s_waiting.begin(), s_waiting.end(), turn.data());
        if (waiting == s_waiting.end())
            continue;
        s_waiting.erase(waiting);
        turn->enter(moment);
    }
}

void VisibleTurn::enter(int moment)
{
    m_moment = moment;
    const QPointer<VisibleTurn> alive(this);
    Q_EMIT momentChanged();
    if (alive)
        Q_EMIT come();
}

} // namespace Aside::Qml
