// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "frametimes.h"

#include <algorithm>
#include <numeric>

namespace Aside::Qml {

namespace {

constexpr int Rows = 40;
constexpr qint64 MillisecondsBetweenShows = 250;

} // namespace

void FrameTimes::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    if (active) {
        m_sinceFrame.invalidate();
        m_sinceShown.start();
    } else if (m_frames != m_shown) {
        show();
    }
    Q_EMIT activeChanged();
}

double FrameTimes::average() const
{
    if (m_shown.isEmpty())
        return 0;
    return std::accumulate(m_shown.begin(), m_shown.end(), 0.0) / double(m_shown.size());
}

void FrameTimes::frame()
{
    if (!m_active)
        return;
    if (m_sinceFrame.isValid()) {
        const double milliseconds = double(m_sinceFrame.nsecsElapsed()) / 1e6;
        m_longest = std::max(m_longest, milliseconds);
        m_frames.append(milliseconds);
        if (m_frames.size() > Rows)
            m_frames.removeFirst();
    }
    m_sinceFrame.start();
    if (m_sinceShown.hasExpired(MillisecondsBetweenShows))
        show();
}

void FrameTimes::reset()
{
    m_sinceFrame.invalidate();
    m_frames.clear();
    m_longest = 0;
    show();
}

void FrameTimes::show()
{
    m_sinceShown.start();
    m_shown = m_frames;
    m_longestShown = m_longest;
    Q_EMIT dataChanged(index(0), index(Rows - 1));
    Q_EMIT changed();
}

int FrameTimes::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Rows;
}

QVariant FrameTimes::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::UserRole)
        return {};
    const qsizetype frame = index.row() - (Rows - m_shown.size());
    return frame < 0 ? -1.0 : m_shown.at(frame);
}

QHash<int, QByteArray> FrameTimes::roleNames() const
{
    return {{Qt::UserRole, "milliseconds"}};
}

} // namespace Aside::Qml
