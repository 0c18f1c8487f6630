// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QList>
#include <QQuickPaintedItem>
#include <qqmlregistration.h>

namespace AsideDemo {

/// Draws frames over time, the newest at the right: each is as high and as wide as it took long, so that a stall
/// is a block. What is higher than the plot is cut, and says how long it was where there is room.
class FramePlot : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<double> times MEMBER m_times NOTIFY changed FINAL) ///< ms, the newest last
    Q_PROPERTY(double seconds MEMBER m_seconds NOTIFY changed FINAL) ///< from left to right
    Q_PROPERTY(double highest MEMBER m_highest NOTIFY changed FINAL) ///< ms, from bottom to top
    Q_PROPERTY(double late MEMBER m_late NOTIFY changed FINAL) ///< ms; longer ones have another colour
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed FINAL)
    Q_PROPERTY(QColor lateColor MEMBER m_lateColor NOTIFY changed FINAL)
    Q_PROPERTY(QColor textColor MEMBER m_textColor NOTIFY changed FINAL)
    Q_PROPERTY(int textSize MEMBER m_textSize NOTIFY changed FINAL)

public:
    explicit FramePlot(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    QList<double> m_times;
    double m_seconds = 10;
    double m_highest = 100;
    double m_late = 25;
    QColor m_color = Qt::black;
    QColor m_lateColor = Qt::red;
    QColor m_textColor = Qt::white;
    int m_textSize = 11;
};

} // namespace AsideDemo
