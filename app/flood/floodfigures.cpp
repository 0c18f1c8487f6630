// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "floodfigures.h"

#include <catalogue/humantext.h>

#include <QCoreApplication>
#include <QLocale>

namespace AsideDemo {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::FloodFigures)
};

constexpr double NoticedRatio = 1.5;

} // namespace

QString FloodFigures::growthText() const
{
    return isMeasured() ? sizeText(growth.value_or(-1)) : QString();
}

QString FloodFigures::rateText(qint64 count) const
{
    return isMeasured() ? countText(qRound64(double(count) * 1000 / double(milliseconds))) : QString();
}

QString floodVerdict(double naive, double aside)
{
    if (naive <= 0 || aside <= 0)
        return {};
    const double ratio = naive / aside;
    const auto times = [](double factor) { return QLocale().toString(factor, 'f', factor < 10 ? 1 : 0); };
    if (ratio >= NoticedRatio)
        return Words::tr("With Aside, the longest stall was %1 times shorter.").arg(times(ratio));
    if (ratio * NoticedRatio <= 1)
        return Words::tr("With Aside, the longest stall was %1 times longer. That should not be.").arg(times(1 / ratio));
    return Words::tr("The longest stalls hardly differ. Try a higher rate.");
}

} // namespace AsideDemo
