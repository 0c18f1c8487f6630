// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "samplefolder.h"

#include <explore/exploremodel.h>
#include <theme/iconprovider.h>

#include <aside/testing.h>

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

namespace AsideDemo {

/// The demo's own window, as a person has it: keys, clicks, and things by their names.
class DemoWindow
{
public:
    DemoWindow()
    {
        m_engine.addImportPath(QStringLiteral(":/qt/qml"));
        m_engine.addImageProvider(QStringLiteral("icons"), new IconProvider);
        m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/AsideDemo/shell/Main.qml")));
        m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().value(0));
        if (!m_window)
            qFatal("there is no window");
        explore().setCatalogue(m_place.textPath(QStringLiteral("c.sqlite")));
    }

    bool show()
    {
        m_window->setVisible(true); // as main() does
        m_window->requestActivate();
        return QTest::qWaitForWindowActive(m_window);
    }
    /// Catalogues root, and waits until all of it is listed.
    bool openRoot()
    {
        explore().open(m_place.path("root"));
        return Aside::Testing::waitForIdle(explore()) && explore().hits.value() && explore().entries()->count() > 0;
    }
    /// By its shortcut, wherever it is in the rail.
    void openPage(const QString &name)
    {
        const QQuickItem *const page = item(name);
        press(Qt::Key(Qt::Key_1 + page->parentItem()->childItems().indexOf(page)), Qt::ControlModifier);
        QVERIFY(page->isVisible());
    }

    QQuickWindow &window() { return *m_window; }
    const SampleFolder &place() const { return m_place; }
    ExploreModel &explore() { return *m_window->property("explore").value<ExploreModel *>(); }
    QObject *object(const QString &name) const
    {
        QObject *const found = m_window->findChild<QObject *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    QQuickItem *item(const QString &name) const { return qobject_cast<QQuickItem *>(object(name)); }
    /// Also among delegates, which are no QObject children of the window.
    QQuickItem *drawn(const QString &name) const
    {
        QQuickItem *const found = below(m_window->contentItem(), name);
        if (!found)
            qFatal("no %s is drawn", qPrintable(name));
        return found;
    }
    bool isOpen(const QString &popup) const { return object(popup)->property("opened").toBool(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(m_window, key, modifiers); }
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, m_window, Qt::Key_unknown, letter, Qt::NoModifier);
    }
    void click(QQuickItem *item, Qt::MouseButton button = Qt::LeftButton)
    {
        click(item, {item->width() / 2, item->height() / 2}, button);
    }
    void click(QQuickItem *item, const QPointF &place, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseClick(m_window, button, Qt::NoModifier, item->mapToScene(place).toPoint());
    }

private:
    static QQuickItem *below(QQuickItem *place, const QString &name)
    {
        const auto children = place->childItems();
        for (QQuickItem *child : children) {
            if (child->objectName() == name && child->isVisible())
                return child;
            if (QQuickItem *const found = below(child, name))
                return found;
        }
        return nullptr;
    }

    const SampleFolder m_place;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace AsideDemo
