// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QRect>

class QWindow;

namespace AsideDemo {

/// Where a window is and how large, for a Session to keep: a maximised one keeps what it goes back to.
class WindowPlace : public QObject
{
    Q_OBJECT
    /// With the frame's upper left, so that a window does not wander by the width of its frame at each start.
    Q_PROPERTY(QRect geometry READ geometry WRITE setGeometry NOTIFY changed FINAL)
    Q_PROPERTY(bool maximized READ isMaximized WRITE setMaximized NOTIFY changed FINAL)

public:
    explicit WindowPlace(QWindow &window);

    QRect geometry() const;
    void setGeometry(const QRect &geometry);
    bool isMaximized() const;
    void setMaximized(bool maximized);

    /// Whether a window there could be seen and grabbed on one of the screens of now.
    static bool isWithinReach(const QRect &geometry);

Q_SIGNALS:
    void changed();

private:
    QWindow &m_window;
    mutable QRect m_geometry; // the last one of a window that was neither maximised nor hidden
};

} // namespace AsideDemo
