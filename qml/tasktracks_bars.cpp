// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The bars of TaskTracks as a model: their number, their places and what views ask of them.

#include "tasktracks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace Aside::Qml {

namespace {

double keyOf(quint64 taskId, quint64 order)
{
    return taskId ? double(taskId) : -double(order);
}

} // namespace

void TaskTracks::setTracks(int tracks)
{
    tracks = std::clamp(tracks, 1, MostTracks);
    if (m_tracks == tracks)
        return;
    if (tracks < m_tracks && m_runs)
        clearTracks(tracks);
    m_tracks = tracks;
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {TrackRole});
    Q_EMIT tracksChanged();
}

void TaskTracks::clearTracks(int first)
{
    for (Lane &lane : m_lanes) {
        for (size_t i = size_t(first); i < lane.tracks.size(); ++i) {
            const Track track = std::exchange(lane.tracks[i], {});
            if (track.taskId)
                enterCrowd(Bar(*find(track.order)));
        }
    }
    drop([this, first](const Bar &bar) {
        const bool isGone = bar.taskId && bar.track >= first;
        if (isGone)
            m_completeSince = std::max(m_completeSince, bar.endedAt);
        return isGone;
    });
    settle();
}

void TaskTracks::setResolution(double resolution)
{
    if (m_resolution == resolution)
        return;
    m_resolution = resolution;
    Q_EMIT resolutionChanged();
}

void TaskTracks::setHorizon(double horizon)
{
    if (m_horizon == horizon)
        return;
    m_horizon = horizon;
    evict();
    Q_EMIT horizonChanged();
}

void TaskTracks::setCapacity(int capacity)
{
    capacity = std::max(0, capacity);
    if (m_capacity == capacity)
        return;
    m_capacity = capacity;
    evict();
    Q_EMIT capacityChanged();
}

void TaskTracks::append(Bar bar)
{
    beginInsertRows({}, count(), count());
    m_bars.append(std::move(bar));
    endInsertRows();
    Q_EMIT countChanged();
}

void TaskTracks::changed(const Bar &bar)
{
    const QModelIndex row = index(int(&bar - m_bars.constData()));
    Q_EMIT dataChanged(row, row);
}

QList<TaskTracks::Bar>::iterator TaskTracks::find(quint64 order)
{
    return std::lower_bound(m_bars.begin(), m_bars.end(), order, [](const Bar &bar, quint64 wanted) { return bar.order < wanted; });
}

void TaskTracks::evict()
{
    if (!m_runs)
        return;
    const auto grows = [this](const Bar &bar) {
        return bar.endedAt < 0 || m_lanes[size_t(bar.lane)].crowd.order == bar.order;
    };
    const double oldest = m_runs->now() - m_horizon;
    drop([&](const Bar &bar) { return !grows(bar) && bar.endedAt < oldest; });
    const qsizetype surplus = m_bars.size() - m_capacity;
    if (surplus <= 0)
        return;
    QList<double> ends;
    for (const Bar &bar : std::as_const(m_bars)) {
        if (!grows(bar))
            ends.append(bar.endedAt);
    }
    if (ends.isEmpty())
        return;
    const auto last = ends.begin() + (std::min(surplus, ends.size()) - 1);
    std::nth_element(ends.begin(), last, ends.end());
    m_completeSince = *last;
    drop([&, until = *last](const Bar &bar) { return !grows(bar) && bar.endedAt <= until; });
}

template<typename Condition>
void TaskTracks::drop(Condition condition)
{
    const qsizetype before = m_bars.size();
    for (qsizetype end = m_bars.size(); end > 0; --end) {
        if (!condition(m_bars.at(end - 1)))
            continue;
        qsizetype first = end - 1;
        while (first > 0 && condition(m_bars.at(first - 1)))
            --first;
        beginRemoveRows({}, int(first), int(end - 1));
        m_bars.remove(first, end - first);
        endRemoveRows();
        end = first + 1;
    }
    if (m_bars.size() != before)
        Q_EMIT countChanged();
}

void TaskTracks::dropBar(quint64 order)
{
    drop([order](const Bar &bar) { return bar.order == order; });
}

int TaskTracks::rowOf(double key) const
{
    const auto found = std::find_if(m_bars.begin(), m_bars.end(), [key](const Bar &bar) { return keyOf(bar.taskId, bar.order) == key; });
    return found == m_bars.end() ? -1 : int(found - m_bars.begin());
}

int TaskTracks::at(int lane, int track, double moment, double tolerance) const
{
    int nearest = -1;
    double least = tolerance;
    for (int row = 0; row < count(); ++row) {
        const Bar &bar = m_bars.at(row);
        if (bar.lane != lane || visibleTrack(bar) != track)
            continue;
        const double end = bar.endedAt < 0 ? std::numeric_limits<double>::infinity() : bar.endedAt;
        const double distance = std::max({0.0, bar.startedAt - moment, moment - end});
        if (distance <= least) {
            least = distance;
            nearest = row;
        }
    }
    return nearest;
}

int TaskTracks::beside(int row, int direction) const
{
    if (row < 0 || row >= count())
        return -1;
    const auto place = [this](const Bar &bar) { return bar.lane * (m_tracks + 1) + visibleTrack(bar); };
    const Bar &from = m_bars.at(row);
    int nearest = row;
    auto least = std::pair(std::numeric_limits<int>::max(), std::numeric_limits<double>::max());
    for (int other = 0; other < count(); ++other) {
        const Bar &bar = m_bars.at(other);
        const int steps = (place(bar) - place(from)) * direction;
        if (steps <= 0)
            continue;
        const auto distance = std::pair(steps, std::abs(bar.startedAt - from.startedAt));
        if (distance < least) {
            least = distance;
            nearest = other;
        }
    }
    return nearest;
}

int TaskTracks::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TaskTracks::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Bar &bar = m_bars.at(index.row());
    switch (role) {
    case KeyRole:
        return keyOf(bar.taskId, bar.order);
    case TaskIdRole:
        return double(bar.taskId);
    case NameRole:
        return bar.name;
    case ViewModelRole:
        return bar.viewModel;
    case FailureRole:
        return bar.failure;
    case LaneRole:
        return bar.lane;
    case TrackRole:
        return visibleTrack(bar);
    case OutcomeRole:
        return int(bar.outcome);
    case StartedAtRole:
        return bar.startedAt;
    case BeganAtRole:
        return bar.beganAt;
    case ReturnedAtRole:
        return bar.returnedAt;
    case EndedAtRole:
        return bar.endedAt;
    case HeirTrackRole:
        return bar.heirTrack;
    case RunsRole:
        return bar.runs;
    case PeakRole:
        return bar.peak;
    case OkRunsRole:
        return bar.ends[size_t(Outcome::Ok)];
    case FailedRunsRole:
        return bar.ends[size_t(Outcome::Failed)];
    case CanceledRunsRole:
        return bar.ends[size_t(Outcome::Canceled)];
    case SupersededRunsRole:
        return bar.ends[size_t(Outcome::Superseded)];
    default:
        return {};
    }
}

QHash<int, QByteArray> TaskTracks::roleNames() const
{
    return {{KeyRole, "key"},
            {TaskIdRole, "taskId"},
            {NameRole, "name"},
            {ViewModelRole, "viewModel"},
            {FailureRole, "failure"},
            {LaneRole, "lane"},
            {TrackRole, "track"},
            {OutcomeRole, "outcome"},
            {StartedAtRole, "startedAt"},
            {BeganAtRole, "beganAt"},
            {ReturnedAtRole, "returnedAt"},
            {EndedAtRole, "endedAt"},
            {HeirTrackRole, "heirTrack"},
            {RunsRole, "runs"},
            {PeakRole, "peak"},
            {OkRunsRole, "okRuns"},
            {FailedRunsRole, "failedRuns"},
            {CanceledRunsRole, "canceledRuns"},
            {SupersededRunsRole, "supersededRuns"}};
}

} // namespace Aside::Qml
