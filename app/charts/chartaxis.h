// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QStringList>
#include <qqmlregistration.h>

namespace AsideDemo {

enum class ChartUnit { Count, Bytes, Milliseconds };

/// \a value with its unit, for people.
QString valueText(double value, ChartUnit unit);

/// The axis of a chart, from 0 on: its ticks are round numbers. A pure value.
struct ChartAxis
{
    Q_GADGET
    QML_VALUE_TYPE(chartAxis)
    Q_PROPERTY(double maximum MEMBER maximum FINAL) ///< the last tick
    Q_PROPERTY(QList<double> ticks MEMBER ticks FINAL)
    Q_PROPERTY(QStringList texts MEMBER texts FINAL)

public:
    /// Reaches to \a most or a little further, in 1 to \a steps equal steps, each of them 1, 2 or 5 times a
    /// power of ten; a count's are whole.
    static ChartAxis upTo(double most, ChartUnit unit, int steps = 4);

    double maximum = 1;
    QList<double> ticks;
    QStringList texts;

    friend bool operator==(const ChartAxis &, const ChartAxis &) = default;
};

} // namespace AsideDemo
