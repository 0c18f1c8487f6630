// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
//
// What the tour does on the dashboard.
#include "tour.h"

#include <dashboard/dashboardmodel.h>
#include <explore/exploremodel.h>

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

QQuickItem *itemIn(QQuickItem *place, const QString &name)
{
    const auto children = place->childItems();
    for (QQuickItem *child : children) {
        if (child->objectName() == name && child->isVisible())
            return child;
        if (QQuickItem *const found = itemIn(child, name))
            return found;
    }
    return nullptr;
}

} // namespace

bool Tour::hasCounted() const
{
    // What is at the top of a window of any size.
    for (const auto *result : {&m_dashboard.totals, &m_dashboard.years}) {
        if (result->value().status() != Aside::AsyncResult::Status::Ok)
            return false;
    }
    return !m_dashboard.isLoading;
}

void Tour::clickIn(const QString &card, const QString &name, const QPointF &place)
{
    QQuickItem *const outer = itemIn(m_window.contentItem(), card);
    const QQuickItem *const target = outer ? itemIn(outer, name) : nullptr;
    if (!target)
        return fail(u"has no %1 in %2 to click on"_s.arg(name, card));
    const QPointF middle(target->width() / 2, target->height() / 2);
    QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier, target->mapToScene(place.isNull() ? middle : place).toPoint());
}

void Tour::scrollTo(const QString &card)
{
    const QQuickItem *const target = itemIn(m_window.contentItem(), card);
    const auto isBelow = [&] { return target && target->mapToScene({0, target->height() / 2}).y() > m_window.height(); };
    for (int i = 0; i < 20 && isBelow(); ++i)
        press(Qt::Key_PageDown);
}

void Tour::addDashboardStops()
{
    m_stops.append({u"dashboard-loading"_s,
                    [this] {
                        m_gate = std::make_shared<ScanGate>();
                        m_dashboard.setGate(m_gate);
                        press(Qt::Key_2, Qt::ControlModifier);
                    },
                    [this] { return m_dashboard.totals->isLoading() && m_dashboard.years->isLoading(); }});
    m_stops.append({u"dashboard"_s,
                    [this] {
                        m_dashboard.setGate(nullptr);
                        m_gate->open();
                    },
                    [this] { return hasCounted(); }});
    m_stops.append({u"dashboard-tip"_s,
                    [this] {
                        press(Qt::Key_Tab);
                        press(Qt::Key_Tab);
                        press(Qt::Key_Tab);
                        press(Qt::Key_Tab);
                    },
                    [this] { return itemIn(m_window.contentItem(), u"tipLabel"_s); }});
    m_stops.append({u"dashboard-failed"_s, [this] { press(Qt::Key_End, Qt::ControlModifier); },
                    [this] { return m_dashboard.check->hasFailed() && !m_dashboard.isLoading && m_dashboard.catalogueFile->isOk(); }});
    m_stops.append({u"dashboard-retried"_s, [this] { clickIn(u"check"_s, u"action"_s); },
                    [this] { return m_dashboard.check->isOk() && !m_dashboard.isLoading; }});
    m_stops.append({u"dashboard-filter"_s,
                    [this] {
                        press(Qt::Key_Home, Qt::ControlModifier);
                        click(u"dashboardFilter"_s);
                        type(m_word);
                    },
                    [this] { return m_dashboard.words == m_word && hasCounted(); }});
    m_stops.append({u"dashboard-nothing"_s,
                    [this] {
                        press(Qt::Key_A, Qt::ControlModifier);
                        type(u"nothing-is-called-this"_s);
                    },
                    [this] { return m_dashboard.words->startsWith(u"nothing"_s) && hasCounted(); }});
    m_stops.append({QString(), [this] { press(Qt::Key_Escape); }, [this] { return m_dashboard.words->isEmpty() && hasCounted(); }});
    m_stops.append({u"dashboard-refreshing"_s,
                    [this] {
                        m_dashboard.setGate(std::make_shared<ScanGate>());
                        click(u"dashboardAgain"_s);
                    },
                    [this] { return m_dashboard.totals->status() == Aside::AsyncResult::Status::Refreshing; }});
    m_stops.append({QString(), [this] { press(Qt::Key_Escape); }, [this] { return !m_dashboard.isLoading; }});
    m_stops.append({u"dashboard-refreshed"_s,
                    [this] {
                        m_dashboard.setGate(nullptr);
                        click(u"dashboardAgain"_s);
                    },
                    [this] { return hasCounted(); }});
    m_stops.append({QString(), [this] { scrollTo(u"files"_s); },
                    [this] {
                        QQuickItem *const card = itemIn(m_window.contentItem(), u"files"_s);
                        return card && itemIn(card, u"mark"_s);
                    }});
    m_stops.append({u"dashboard-leads-to-a-file"_s, [this] { clickIn(u"files"_s, u"mark"_s); }, [this] { return showsDetails(); }});
    m_stops.append({QString(), [this] { click(u"detailsBack"_s); }, [this] { return m_explore.selectedId == 0; }});
}

} // namespace AsideDemo
