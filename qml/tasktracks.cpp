// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "tasktracks.h"

#include <aside/taskinfo.h>

#include <algorithm>
#include <utility>

namespace Aside::Qml {

namespace {

/// For how long one bar stands for many, in units of the resolution: it has room for a number.
constexpr double CrowdLength = 5;
constexpr int LongestFailure = 300; // the list has the rest

} // namespace

void TaskTracks::setRuns(TaskListModel *runs)
{
    if (m_runs == runs)
        return;
    if (m_runs)
        m_runs->disconnect(this);
    beginResetModel();
    m_bars.clear();
    m_lanes = {};
    m_completeSince = 0;
    m_runs = runs;
    endResetModel();
    if (runs) {
        connect(runs, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) { add(first, last); });
        connect(runs, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) { update(first.row(), last.row()); });
        connect(runs, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) { remove(first, last); });
        connect(runs, &TaskListModel::countChanged, this, &TaskTracks::settle);
        add(0, runs->count() - 1);
        settle();
    }
    Q_EMIT runsChanged();
    Q_EMIT countChanged();
}

void TaskTracks::add(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        Bar bar = read(row);
        Track *const track = freeTrack(bar);
        if (!track && bar.endedAt >= 0 && bar.endedAt < m_runs->now() - m_resolution) {
            m_completeSince = std::max(m_completeSince, bar.endedAt); // of the past, of which the tracks are full
            continue;
        }
        if (!track) {
            enterCrowd(bar);
            continue;
        }
        bar.order = ++m_lastOrder;
        bar.track = int(track - m_lanes[size_t(bar.lane)].tracks.data());
        *track = {bar.endedAt < 0 ? bar.taskId : 0, bar.order, bar.endedAt};
        append(std::move(bar));
    }
}

void TaskTracks::update(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const TaskListModel::Row &run = m_runs->at(row);
        Track *const track = trackOf(run.task);
        if (!track) {
            if (run.endedAt >= 0)
                leaveCrowd(int(run.task.lane), run.task.outcome);
            continue;
        }
        Bar &bar = *find(track->order);
        const double beganAt = bar.beganAt;
        refresh(bar, row);
        if (bar.endedAt >= 0) {
            track->taskId = 0;
            track->freeSince = bar.endedAt;
            if (bar.outcome == Outcome::Superseded)
                bar.heirTrack = heirTrackOf(bar);
        } else if (bar.beganAt == beganAt) {
            continue; // its progress
        }
        changed(bar);
    }
}

void TaskTracks::remove(int first, int last)
{
    // Those that have ended stay: they were there.
    for (int row = first; row <= last; ++row) {
        const TaskListModel::Row &run = m_runs->at(row);
        if (run.endedAt >= 0)
            continue;
        Track *const track = trackOf(run.task);
        if (!track) {
            leaveCrowd(int(run.task.lane), Outcome::None);
            continue;
        }
        const quint64 order = track->order;
        *track = {};
        const int number = int(track - m_lanes[size_t(run.task.lane)].tracks.data());
        dropBar(order);
        for (const Bar &bar : std::as_const(m_bars)) {
            if (bar.lane == int(run.task.lane) && bar.taskId && bar.track == number && bar.endedAt > track->freeSince)
                *track = {0, bar.order, bar.endedAt};
        }
    }
}

void TaskTracks::settle()
{
    for (Lane &lane : m_lanes) {
        if (std::exchange(lane.crowd.hasChanged, false))
            changed(*find(lane.crowd.order));
    }
    evict();
}

TaskTracks::Bar TaskTracks::read(int row) const
{
    const TaskListModel::Row &run = m_runs->at(row);
    Bar bar;
    bar.taskId = run.task.id;
    bar.name = run.task.name;
    bar.viewModel = run.task.viewModel;
    bar.lane = std::clamp(int(run.task.lane), 0, Lanes - 1);
    bar.startedAt = run.startedAt;
    refresh(bar, row);
    return bar;
}

void TaskTracks::refresh(Bar &bar, int row) const
{
    const TaskListModel::Row &run = m_runs->at(row);
    if (const double beganAt = run.beganAt(); beganAt >= 0)
        bar.beganAt = beganAt;
    else if (run.task.status == TaskInfo::Status::Running && bar.beganAt < 0)
        bar.beganAt = bar.startedAt; // it ran before anybody looked
    if (run.endedAt < 0)
        return;
    bar.outcome = run.task.outcome;
    bar.failure = run.task.failure.left(LongestFailure);
    bar.endedAt = run.endedAt;
    if (bar.beganAt >= 0)
        bar.returnedAt = run.task.ran < 0 ? bar.endedAt : std::min(bar.endedAt, bar.beganAt + run.task.ran);
}

TaskTracks::Track *TaskTracks::trackOf(const TaskInfo &task)
{
    for (Track &track : m_lanes[size_t(task.lane)].tracks) {
        if (track.taskId == task.id)
            return &track;
    }
    return nullptr;
}

TaskTracks::Track *TaskTracks::freeTrack(const Bar &bar)
{
    Lane &lane = m_lanes[size_t(bar.lane)];
    for (int i = 0; i < m_tracks; ++i) {
        Track &track = lane.tracks[size_t(i)];
        if (track.taskId == 0 && (track.order == 0 || bar.startedAt >= track.freeSince + m_resolution))
            return &track;
    }
    return nullptr;
}

TaskTracks::Bar &TaskTracks::crowdBar(int lane)
{
    Crowd &crowd = m_lanes[size_t(lane)].crowd;
    const double now = m_runs->now();
    if (crowd.order != 0) {
        Bar &bar = *find(crowd.order);
        if (now < bar.startedAt + CrowdLength * m_resolution)
            return bar;
        if (bar.endedAt < 0) {
            bar.endedAt = now;
            changed(bar);
        }
        crowd.hasChanged = false;
    }
    Bar bar;
    bar.order = crowd.order = ++m_lastOrder;
    bar.lane = lane;
    bar.startedAt = bar.beganAt = now;
    bar.runs = bar.peak = crowd.alive;
    append(bar);
    return m_bars.last();
}

void TaskTracks::enterCrowd(const Bar &entering)
{
    Crowd &crowd = m_lanes[size_t(entering.lane)].crowd;
    Bar &bar = crowdBar(entering.lane);
    ++bar.runs;
    if (entering.endedAt < 0) {
        ++crowd.alive;
        bar.peak = std::max(bar.peak, crowd.alive);
        bar.endedAt = -1;
    } else {
        ++bar.ends[size_t(entering.outcome)];
        if (crowd.alive == 0)
            bar.endedAt = m_runs->now();
    }
    crowd.hasChanged = true;
}

void TaskTracks::leaveCrowd(int lane, Outcome outcome)
{
    Crowd &crowd = m_lanes[size_t(lane)].crowd;
    Bar &bar = crowdBar(lane);
    --crowd.alive;
    ++bar.ends[size_t(outcome)];
    if (crowd.alive == 0)
        bar.endedAt = m_runs->now();
    crowd.hasChanged = true;
}

int TaskTracks::heirTrackOf(const Bar &bar) const
{
    for (auto other = m_bars.crbegin(); other != m_bars.crend() && other->order > bar.order; ++other) {
        if (other->taskId > bar.taskId && other->lane == bar.lane && other->name == bar.name && other->viewModel == bar.viewModel
            && other->startedAt <= bar.endedAt && (other->endedAt < 0 || other->endedAt >= bar.endedAt))
            return other->track;
    }
    return -1;
}

} // namespace Aside::Qml
