// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "frametimes.h"

#include <algorithm>
#include <numeric>

namespace Aside::Qml {

namespace {

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
    } else if (m_count != m_countShown) {
        show();
    }
    Q_EMIT activeChanged();
}

void FrameTimes::setCapacity(int capacity)
{
    capacity = std::max(1, capacity);
    if (m_capacity == capacity)
        return;
    beginResetModel();
    m_capacity = capacity;
    for (QList<double> *const frames : {&m_frames, &m_shown})
        frames->remove(0, std::max<qsizetype>(0, frames->size() - capacity));
    endResetModel();
    Q_EMIT capacityChanged();
    Q_EMIT changed();
}

void FrameTimes::setLate(double milliseconds)
{
    if (m_late == milliseconds)
        return;
    m_late = milliseconds;
    Q_EMIT lateChanged();
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
        ++m_count;
        m_lateCount += milliseconds > m_late;
        m_frames.append(milliseconds);
        if (m_frames.size() > m_capacity)
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
    m_count = 0;
    m_lateCount = 0;
    show();
}

void FrameTimes::show()
{
    m_sinceShown.start();
    m_shown = m_frames;
    m_longestShown = m_longest;
    m_countShown = m_count;
    m_lateCountShown = m_lateCount;
    Q_EMIT dataChanged(index(0), index(m_capacity - 1));
    Q_EMIT changed();
}

int FrameTimes::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_capacity;
}

QVariant FrameTimes::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::UserRole)
        return {};
    const qsizetype frame = index.row() - (m_capacity - m_shown.size());
    return frame < 0 ? -1.0 : m_shown.at(frame);
}

QHash<int, QByteArray> FrameTimes::roleNames() const
{
    return {{Qt::UserRole, "milliseconds"}};
}

} // namespace Aside::Qml
