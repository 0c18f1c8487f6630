// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "kept.h"

#include "session.h"
#include "windowplace.h"

#include <explore/exploremodel.h>
#include <explore/recentfolders.h>

#include <QQuickWindow>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

Session::Suits between(double least, double most)
{
    return [least, most](const QVariant &value) { return value.toDouble() >= least && value.toDouble() <= most; };
}

} // namespace

void keepAll(Session &session, QQuickWindow &window, WindowPlace &place, ExploreModel &explore, bool keepsScheme)
{
    session.keep(u"window/geometry"_s, place, "geometry",
                 [](const QVariant &value) { return WindowPlace::isWithinReach(value.toRect()); });
    session.keep(u"window/maximized"_s, place, "maximized");
    session.keep(u"window/page"_s, window, "page", between(0, window.property("pageCount").toInt() - 1));
    if (keepsScheme)
        session.keep(u"look/scheme"_s, window, "scheme", between(0, 2));
    session.keep(u"look/lessMotion"_s, window, "lessMotion");
    session.keep(u"explore/detailsWidth"_s, window, "detailsWidth", between(0, 10'000));
    session.keep(u"explore/sortColumn"_s, explore, "sortColumn", between(ExploreModel::ByName, ExploreModel::ByModified));
    session.keep(u"explore/descending"_s, explore, "descending");
    session.keep(u"folders/recent"_s, *explore.recent(), "urls");
}

} // namespace AsideDemo
