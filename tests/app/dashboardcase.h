// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "dashboardsample.h"

#include <dashboard/dashboardmodel.h>
#include <theme/iconprovider.h>

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>

#include <memory>

namespace AsideDemo {

/// For tests of the dashboard's page by itself, over a catalogue with known numbers.
class DashboardCase : public QObject
{
protected:
    void showPage()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("qrc:|\\.qml|QML")));
        m_sample = std::make_unique<DashboardSample>();
        m_sample->addAll();
        m_engine = std::make_unique<QQmlApplicationEngine>();
        m_engine->addImportPath(QStringLiteral(":/qt/qml"));
        m_engine->addImageProvider(QStringLiteral("icons"), new IconProvider);
        m_engine->loadData(R"(
import QtQuick
import AsideDemo

Window {
    id: root

    property alias dashboard: model
    property alias page: page

    width: 1200
    height: 800

    DashboardModel { id: model }
    DashboardPage { id: page; anchors.fill: parent; focus: true; dashboard: root.dashboard }
}
)");
        m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().value(0));
        QVERIFY(m_window);
        m_dashboard = m_window->property("dashboard").value<DashboardModel *>();
        m_page = m_window->property("page").value<QObject *>();
        m_window->show();
        m_window->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    static QQuickItem *found(QQuickItem *place, const QString &name)
    {
        const auto children = place->childItems();
        for (QQuickItem *child : children) {
            if (child->objectName() == name)
                return child;
            if (QQuickItem *const inner = found(child, name))
                return inner;
        }
        return nullptr;
    }
    QQuickItem *item(const QString &name, const QString &card = {}) const
    {
        QQuickItem *const place = card.isEmpty() ? m_window->contentItem() : found(m_window->contentItem(), card);
        return place ? found(place, name) : nullptr;
    }
    static void collect(QQuickItem *place, QList<QQuickItem *> &all, const char *type)
    {
        const auto children = place->childItems();
        for (QQuickItem *child : children) {
            if (child->isVisible() && child->inherits(type))
                all.append(child);
            collect(child, all, type);
        }
    }
    QList<QQuickItem *> marks(const QString &card) const
    {
        QList<QQuickItem *> all;
        collect(item(card), all, "QQuickItem");
        all.removeIf([](const QQuickItem *child) { return child->objectName() != QLatin1StringView("mark"); });
        return all;
    }
    /// What is to be read in a card.
    QStringList texts(const QString &card) const
    {
        QList<QQuickItem *> all;
        collect(item(card), all, "QQuickText");
        QStringList read;
        for (const QQuickItem *text : all)
            read.append(text->property("text").toString());
        return read;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const { QTest::keyClick(m_window, key, modifiers); }
    void click(const QQuickItem *target) const
    {
        QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, target->mapToScene({target->width() / 2, target->height() / 2}).toPoint());
    }
    void open() const { m_dashboard->open(m_sample->catalogue(), QUrl(QStringLiteral("file:///r"))); }
    static Aside::AsyncResult::Status statusOf(const Aside::AsyncResult &result) { return result.status(); }
    bool hasCounted() const
    {
        return m_dashboard->totals->status() == Aside::AsyncResult::Status::Ok
            && m_dashboard->types->status() == Aside::AsyncResult::Status::Ok && !m_dashboard->isLoading;
    }

    std::unique_ptr<DashboardSample> m_sample;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    DashboardModel *m_dashboard = nullptr;
    QObject *m_page = nullptr;
};

} // namespace AsideDemo
