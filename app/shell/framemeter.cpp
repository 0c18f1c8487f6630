// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "framemeter.h"

#include <QPainter>
#include <QQuickWindow>

#include <algorithm>
#include <numeric>

namespace AsideDemo {

namespace {

constexpr qsizetype Bars = 40;
constexpr qint64 MillisecondsBetweenShows = 250;
constexpr double SlowMilliseconds = 50; // where a movement stops being one
constexpr double FullMilliseconds = 50;

} // namespace

FrameMeter::FrameMeter(QQuickItem *parent) : QQuickPaintedItem(parent) { }

void FrameMeter::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    if (active) {
        m_sinceFrame.invalidate();
        m_sinceShown.start();
    } else {
        show();
    }
    Q_EMIT activeChanged();
}

void FrameMeter::reset()
{
    m_frames.clear();
    m_shown.clear();
    m_longest = 0;
    Q_EMIT changed();
    update();
}

double FrameMeter::average() const
{
    if (m_shown.isEmpty())
        return 0;
    return std::accumulate(m_shown.begin(), m_shown.end(), 0.0) / double(m_shown.size());
}

void FrameMeter::itemChange(ItemChange change, const ItemChangeData &data)
{
    if (change == ItemSceneChange && data.window) {
        // Emitted on the GUI thread, once for each frame, whichever way the window is rendered.
        connect(data.window, &QQuickWindow::afterAnimating, this, &FrameMeter::frame, Qt::DirectConnection);
    }
    QQuickPaintedItem::itemChange(change, data);
}

void FrameMeter::frame()
{
    if (!m_active)
        return;
    if (m_sinceFrame.isValid()) {
        const double milliseconds = double(m_sinceFrame.nsecsElapsed()) / 1e6;
        m_longest = std::max(m_longest, milliseconds);
        m_frames.append(milliseconds);
        if (m_frames.size() > Bars)
            m_frames.removeFirst();
    }
    m_sinceFrame.start();
    if (m_sinceShown.hasExpired(MillisecondsBetweenShows))
        show();
}

void FrameMeter::show()
{
    m_sinceShown.start();
    if (m_frames.isEmpty())
        return;
    m_shown = m_frames;
    Q_EMIT changed();
    update();
}

void FrameMeter::paint(QPainter *painter)
{
    const double step = width() / double(Bars);
    double x = width() - step * double(m_shown.size());
    for (const double milliseconds : std::as_const(m_shown)) {
        const double length = std::max(1.0, height() * std::min(1.0, milliseconds / FullMilliseconds));
        painter->fillRect(QRectF(x, height() - length, std::max(1.0, step - 1), length),
                          milliseconds > SlowMilliseconds ? m_slowColor : m_color);
        x += step;
    }
}

} // namespace AsideDemo
