// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chartaxis.h"

namespace AsideDemo {

/// Figures to be shown, each with its words, column by column: what is in the columns at one place belongs
/// together. A pure value; columns that nobody needs are empty.
struct Figures
{
    Q_GADGET
    QML_VALUE_TYPE(figures)
    Q_PROPERTY(int count READ count FINAL)
    Q_PROPERTY(QStringList labels MEMBER labels FINAL) ///< what each is of
    Q_PROPERTY(QList<double> values MEMBER values FINAL)
    Q_PROPERTY(QList<double> others MEMBER others FINAL) ///< a second series: see the chart
    Q_PROPERTY(QStringList texts MEMBER texts FINAL) ///< the value with its unit
    Q_PROPERTY(QStringList details MEMBER details FINAL) ///< what else there is to say of it
    Q_PROPERTY(QStringList marks MEMBER marks FINAL) ///< along the axis, where labels are too long for it
    Q_PROPERTY(QStringList words MEMBER words FINAL) ///< what finds it in Explore
    Q_PROPERTY(QList<double> ids MEMBER ids FINAL) ///< of entries in the catalogue
    Q_PROPERTY(QList<int> groups MEMBER groups FINAL) ///< to which entry of the legend it belongs
    Q_PROPERTY(QStringList legend MEMBER legend FINAL)
    Q_PROPERTY(AsideDemo::ChartAxis axis MEMBER axis FINAL)
    Q_PROPERTY(QString summary MEMBER summary FINAL) ///< all of it in a sentence

public:
    int count() const { return int(labels.size()); }
    bool isEmpty() const { return labels.isEmpty(); }
    /// Whether the legend needs its entry \a group.
    Q_INVOKABLE bool hasGroup(int group) const { return groups.isEmpty() || groups.contains(group); }

    QStringList labels;
    QList<double> values;
    QList<double> others;
    QStringList texts;
    QStringList details;
    QStringList marks;
    QStringList words;
    QList<double> ids;
    QList<int> groups;
    QStringList legend;
    ChartAxis axis;
    QString summary;

    friend bool operator==(const Figures &, const Figures &) = default;
};

} // namespace AsideDemo
