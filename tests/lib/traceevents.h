// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Test {

/// The events of a trace that is complete; empty if it is not.
class Events
{
public:
    explicit Events(const QString &path, const QByteArray &closing = {})
    {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            m_events = QJsonDocument::fromJson(file.readAll() + closing).array();
    }

    /// Whether each line is an event, or a bracket.
    static bool areWholeLines(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const auto lines = file.readAll().trimmed().split('\n');
        return std::all_of(lines.cbegin(), lines.cend(), [](const QByteArray &line) {
            return line == "[" || line == "]" || (line.startsWith("{\"pid\":") && !line.contains('\t'));
        });
    }

    bool isEmpty() const { return m_events.isEmpty(); }
    QList<QJsonObject> of(const QString &phase) const
    {
        QList<QJsonObject> found;
        for (const QJsonValue &event : m_events) {
            if (event[u"ph"] == phase)
                found += event.toObject();
        }
        return found;
    }
    QString track(const QJsonObject &event) const
    {
        for (const QJsonObject &name : of(u"M"_s)) {
            if (name[u"name"] == u"thread_name"_s && name[u"tid"] == event[u"tid"])
                return name[u"args"][u"name"].toString();
        }
        return {};
    }
    QList<QJsonObject> slices(const QString &name) const
    {
        QList<QJsonObject> found = of(u"X"_s);
        found.removeIf([&](const QJsonObject &slice) { return slice[u"name"] != name; });
        return found;
    }
    /// "outcome @ track" of each attempt, sorted.
    QStringList attempts(const QString &name) const
    {
        QStringList found;
        for (const QJsonObject &slice : slices(name))
            found += slice[u"args"][u"outcome"].toString() + u" @ "_s + track(slice);
        found.sort();
        return found;
    }
    /// The steps of each arrow, "stf" for one that starts, runs once and lands.
    QStringList arrows() const
    {
        QMap<qint64, QString> found;
        for (const QJsonValue &event : m_events) {
            if (event[u"cat"] == u"aside"_s && QStringList{u"s"_s, u"t"_s, u"f"_s}.contains(event[u"ph"].toString()))
                found[event[u"id"].toInteger()] += event[u"ph"].toString();
        }
        return found.values();
    }
    /// "b e" for each asynchronous slice of that name, as it should be.
    QString waits(const QString &name) const
    {
        QStringList found;
        for (const QJsonValue &event : m_events) {
            if (event[u"name"] == name && QStringList{u"b"_s, u"e"_s}.contains(event[u"ph"].toString()))
                found += event[u"ph"].toString();
        }
        return found.join(u' ');
    }
    /// Whether each end of an arrow is within a slice of its track.
    bool arrowsAreBound() const
    {
        for (const QString &phase : {u"s"_s, u"t"_s, u"f"_s}) {
            for (const QJsonObject &end : of(phase)) {
                const double at = end[u"ts"].toDouble();
                const auto slices = of(u"X"_s);
                const bool isBound = std::any_of(slices.cbegin(), slices.cend(), [&](const QJsonObject &slice) {
                    const double from = slice[u"ts"].toDouble();
                    return slice[u"tid"] == end[u"tid"] && from <= at && at <= from + slice[u"dur"].toDouble() + 0.001;
                });
                if (!isBound)
                    return false;
            }
        }
        return true;
    }

private:
    QJsonArray m_events;
};

} // namespace Test
