// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "clippedtexts.h"

#include <QQuickItem>

#include <algorithm>

namespace AsideDemo {

namespace {

constexpr double Tolerance = 1; // letters lean over a little

bool isOfTheProgram(const QString &text)
{
    return text.startsWith(u'[') && text.endsWith(u']');
}

bool isControl(const QQuickItem &item)
{
    return item.inherits("QQuickControl");
}

bool holdsTexts(const QQuickItem &item)
{
    return item.clip() || isControl(item) || !item.parentItem();
}

template<typename Condition>
bool reachesOutOf(Condition condition, const QQuickItem &text)
{
    const double left = text.mapToScene({0, 0}).x();
    const double width = std::min(text.property("contentWidth").toDouble(), text.width());
    for (const QQuickItem *holder = text.parentItem(); holder; holder = holder->parentItem()) {
        const bool holds = condition(*holder);
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
        || reachesOutOf(holdsTexts, text);
}

void collect(const QQuickItem &place, QStringList &found)
{
    if (!place.isVisible() || place.opacity() == 0)
        return;
    const QString text = place.inherits("QQuickText") ? place.property("text").toString() : QString();
    // A name may be elided, but may not lie upon what is beside its button.
    if (isOfTheProgram(text) ? isClipped(place) : !text.isEmpty() && reachesOutOf(isControl, place))
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
