// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "clippedtexts.h"

#include <QQuickItem>

namespace AsideDemo {

namespace {

constexpr double Tolerance = 1; // letters lean over a little

bool isOfTheProgram(const QString &text)
{
    return text.startsWith(u'[') && text.endsWith(u']');
}

bool reachesOut(const QQuickItem &text, double width)
{
    const double left = text.mapToScene({0, 0}).x();
    for (const QQuickItem *holder = text.parentItem(); holder; holder = holder->parentItem()) {
        const bool holds = holder->clip() || holder->inherits("QQuickControl") || !holder->parentItem();
        const double from = holder->mapToScene({0, 0}).x();
        if (holds && (left < from - Tolerance || left + width > from + holder->width() + Tolerance))
            return true;
    }
    return false;
}

bool isClipped(const QQuickItem &text)
{
    const double width = text.property("contentWidth").toDouble();
    return text.property("truncated").toBool() || width > text.width() + Tolerance
        || text.property("contentHeight").toDouble() > text.height() + Tolerance
        || reachesOut(text, std::min(width, text.width()));
}

void collect(const QQuickItem &place, QStringList &found)
{
    if (!place.isVisible() || place.opacity() == 0)
        return;
    const QString text = place.inherits("QQuickText") ? place.property("text").toString() : QString();
    if (isOfTheProgram(text) && isClipped(place))
        found.append(text);
    const auto children = place.childItems();
    for (const QQuickItem *child : children)
        collect(*child, found);
}

} // namespace

QStringList clippedTexts(const QQuickItem &root)
{
    QStringList found;
    collect(root, found);
    return found;
}

} // namespace AsideDemo
