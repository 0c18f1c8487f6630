// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "windowplace.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

#include <algorithm>

namespace AsideDemo {

namespace {

constexpr QSize Grip(80, 40); // of a window, to take hold of it

} // namespace

WindowPlace::WindowPlace(QWindow &window) : m_window(window)
{
    connect(&window, &QWindow::xChanged, this, &WindowPlace::changed);
    connect(&window, &QWindow::yChanged, this, &WindowPlace::changed);
    connect(&window, &QWindow::widthChanged, this, &WindowPlace::changed);
    connect(&window, &QWindow::heightChanged, this, &WindowPlace::changed);
    connect(&window, &QWindow::windowStateChanged, this, &WindowPlace::changed);
}

QRect WindowPlace::geometry() const
{
    if (m_geometry.isNull() || (m_window.isVisible() && m_window.windowStates() == Qt::WindowNoState))
        m_geometry = QRect(m_window.framePosition(), m_window.size());
    return m_geometry;
}

void WindowPlace::setGeometry(const QRect &geometry)
{
    m_geometry = geometry;
    m_window.setFramePosition(geometry.topLeft());
    m_window.resize(geometry.size());
}

bool WindowPlace::isMaximized() const
{
    return m_window.windowStates().testFlag(Qt::WindowMaximized);
}

void WindowPlace::setMaximized(bool maximized)
{
    m_window.setWindowState(maximized ? Qt::WindowMaximized : Qt::WindowNoState);
}

bool WindowPlace::isWithinReach(const QRect &geometry)
{
    const auto screens = QGuiApplication::screens();
    return geometry.isValid() && std::any_of(screens.begin(), screens.end(), [&](const QScreen *screen) {
        const QRect seen = screen->availableGeometry() & geometry;
        // By its upper edge: a window whose bar is above the screen cannot be moved.
        return seen.width() >= Grip.width() && seen.height() >= Grip.height()
            && geometry.top() >= screen->availableGeometry().top();
    });
}

} // namespace AsideDemo
