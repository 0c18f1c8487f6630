// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "chartaxis.h"

#include <catalogue/humantext.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace AsideDemo {

namespace {

/// The smallest of 1, 2 and 5 times a power of ten that is not below \a least.
double roundStep(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        // What is equal but for the rounding of pow() is equal.
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

/// Without the decimals that a round number does not need.
QString tickText(double value, ChartUnit unit)
{
    if (unit != ChartUnit::Bytes || value < 1000)
        return valueText(value, unit);
    const double inItsUnit = value / std::pow(1000, std::floor(std::log10(value * (1 + 1e-9)) / 3));
    const bool isWhole = std::abs(inItsUnit - std::round(inItsUnit)) < 1e-6;
    return QLocale().formattedDataSize(qint64(value), isWhole ? 0 : 1, QLocale::DataSizeSIFormat);
}

} // namespace

QString valueText(double value, ChartUnit unit)
{
    switch (unit) {
    case ChartUnit::Bytes:
        return sizeText(std::llround(value));
    case ChartUnit::Milliseconds:
        return QCoreApplication::translate("AsideDemo::Charts", "%1 ms").arg(countText(std::llround(value)));
    case ChartUnit::Count:
        break;
    }
    return countText(std::llround(value));
}

ChartAxis ChartAxis::upTo(double most, ChartUnit unit, int steps)
{
    double step = most > 0 ? roundStep(most / steps) : 1;
    if (unit != ChartUnit::Milliseconds)
        step = std::max(step, 1.0);
    const int count = std::max(1, int(std::ceil(most / step - 1e-9)));
    ChartAxis axis;
    axis.maximum = step * count;
    for (int i = 0; i <= count; ++i) {
        axis.ticks.append(step * i);
        axis.texts.append(i == 0 ? countText(0) : tickText(step * i, unit));
    }
    return axis;
}

} // namespace AsideDemo
