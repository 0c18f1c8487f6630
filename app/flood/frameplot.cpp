// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "frameplot.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace AsideDemo {

FramePlot::FramePlot(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    connect(this, &FramePlot::changed, this, [this] { update(); });
}

void FramePlot::paint(QPainter *painter)
{
    if (width() <= 0 || height() <= 0 || m_seconds <= 0 || m_highest <= 0)
        return;
    QFont font = QGuiApplication::font();
    font.setPixelSize(m_textSize);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    const double perMillisecond = width() / (m_seconds * 1000);
    double right = width();
    for (auto time = m_times.crbegin(); time != m_times.crend() && right > 0; ++time) {
        const double left = right - *time * perMillisecond;
        const bool isLate = *time > m_late;
        // Edges on whole pixels: neighbours neither overlap nor leave a gap, and no frame vanishes.
        const int from = std::max(0, qRound(left));
        const int to = std::max(from + 1, qRound(right));
        const double high = std::max(1.0, height() * std::min(1.0, *time / m_highest));
        // Stalls that follow each other stay apart.
        const QRectF bar(from, height() - high, to - from > 3 ? to - from - 1 : to - from, high);
        painter->fillRect(bar, isLate ? m_lateColor : m_color);
        if (*time > m_highest) {
            const QString text = tr("%1 ms").arg(QLocale().toString(qRound(*time)));
            if (metrics.horizontalAdvance(text) + 6 <= bar.width()) {
                painter->setPen(m_textColor);
                painter->drawText(bar.adjusted(0, 4, 0, 0), Qt::AlignHCenter | Qt::AlignTop, text);
            }
        }
        right = left;
    }
}

} // namespace AsideDemo
