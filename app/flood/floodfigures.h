// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

#include <qqmlregistration.h>

#include <optional>

namespace AsideDemo {

/// What was measured of one way since the figures were reset, over all of its floods. A pure value.
struct FloodFigures
{
    Q_GADGET
    QML_VALUE_TYPE(floodFigures)
    Q_PROPERTY(bool measured READ isMeasured FINAL)
    // For people; empty before anything was measured.
    Q_PROPERTY(QString sentText READ sentText FINAL) ///< updates a second
    Q_PROPERTY(QString arrivedText READ arrivedText FINAL) ///< updates a second that views were told of
    Q_PROPERTY(QString growthText READ growthText FINAL) ///< memory; an en dash where the system does not tell

public:
    qint64 milliseconds = 0;
    qint64 sent = 0;
    qint64 arrived = 0; ///< one by one
    qint64 merged = 0; ///< arrived as part of a newer one
    std::optional<qint64> growth; ///< the most of all floods, in bytes

    bool isMeasured() const { return milliseconds > 0; }
    QString sentText() const { return rateText(sent); }
    QString arrivedText() const { return rateText(arrived); }
    QString growthText() const;

    friend bool operator==(const FloodFigures &, const FloodFigures &) = default;

private:
    QString rateText(qint64 count) const;
};

/// What can be said once both ways were measured, from the longest stall of each in ms.
QString floodVerdict(double naive, double aside);

} // namespace AsideDemo
