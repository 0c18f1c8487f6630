// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <qqmlregistration.h>
#include <QQuickPaintedItem>

namespace AsideDemo {

/// Measures the time from frame to frame on the GUI thread while something moves, and draws the
/// latest as bars. While it is not active it measures nothing and costs nothing.
class FrameMeter : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// True while frames follow each other: something turns or scrolls all the time.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(bool measured READ isMeasured NOTIFY changed FINAL)
    Q_PROPERTY(double average READ average NOTIFY changed FINAL) ///< ms, of the bars
    Q_PROPERTY(double longest READ longest NOTIFY changed FINAL) ///< ms, since the last reset()
    Q_PROPERTY(QColor color MEMBER m_color FINAL)
    Q_PROPERTY(QColor slowColor MEMBER m_slowColor FINAL) ///< for frames that people notice

public:
    explicit FrameMeter(QQuickItem *parent = nullptr);

    bool isActive() const { return m_active; }
    void setActive(bool active);
    bool isMeasured() const { return !m_shown.isEmpty(); }
    double average() const;
    double longest() const { return m_longest; }

    Q_INVOKABLE void reset();

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void activeChanged();
    void changed();

protected:
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    void frame();
    void show();

    bool m_active = false;
    QElapsedTimer m_sinceFrame;
    QElapsedTimer m_sinceShown;
    QList<double> m_frames;
    QList<double> m_shown;
    double m_longest = 0;
    QColor m_color;
    QColor m_slowColor;
};

} // namespace AsideDemo
