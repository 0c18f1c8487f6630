// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

namespace AsideDemo {

/// How fast a number has grown of late: over the last two seconds, so that it can be read. A value.
class Speed
{
public:
    /// Takes what the \a number is at \a milliseconds, which never fall. Returns the growth a second, and 0
    /// while nothing is known. A number that has fallen begins anew.
    double add(qint64 milliseconds, qint64 number)
    {
        if (!m_samples.isEmpty() && number < m_samples.constLast().number)
            m_samples.clear();
        m_samples.append({milliseconds, number});
        while (m_samples.size() > 2 && milliseconds - m_samples.at(1).milliseconds >= Window)
            m_samples.removeFirst();
        const Sample &first = m_samples.constFirst();
        const qint64 span = milliseconds - first.milliseconds;
        return span > 0 ? double(number - first.number) * 1000 / double(span) : 0;
    }
    void clear() { m_samples.clear(); }

private:
    struct Sample
    {
        qint64 milliseconds;
        qint64 number;
    };
    static constexpr qint64 Window = 2000;

    QList<Sample> m_samples;
};

} // namespace AsideDemo
