// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <shell/clippedtexts.h>

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestClippedTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clipped_isFound_data();
    void clipped_isFound();
};

void TestClippedTexts::clipped_isFound_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char *name, const char *content, bool isFound) {
        QTest::newRow(name) << QByteArray(content) << isFound;
    };
    row("with room", "Text { text: '[one two]' }", false);
    row("elided", "Text { width: 30; elide: Text.ElideRight; text: '[one two three]' }", true);
    row("a name that is elided", "Text { width: 30; elide: Text.ElideRight; text: 'one two three' }", false);
    row("wider than its place", "Text { width: 30; text: '[one two three]' }", true);
    row("wrapped with room", "Text { width: 60; wrapMode: Text.Wrap; text: '[one two three]' }", false);
    row("wrapped without room", "Text { width: 60; height: 10; wrapMode: Text.Wrap; text: '[one two three]' }", true);
    row("out of a button", "Button { width: 40; contentItem: Row { Text { text: '[one two three]' } } }", true);
    row("a name out of a button", "Button { width: 40; contentItem: Row { Text { text: 'one two three' } } }", true);
    row("within a button", "Button { width: 300; contentItem: Row { Text { text: '[one two three]' } } }", false);
    row("out of what clips", "Item { width: 40; height: 40; clip: true; Text { x: 20; text: '[one]' } }", true);
    row("out of the window", "Text { x: 390; text: '[one]' }", true);
    row("hidden", "Text { x: 390; visible: false; text: '[one]' }", false);
    row("within what is transparent", "Item { opacity: 0; Text { x: 390; text: '[one]' } }", false);
}

void TestClippedTexts::clipped_isFound()
{
    QFETCH(const QByteArray, content);
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nimport QtQuick.Controls.Basic\nItem { width: 400; height: 300; " + content + " }", QUrl());
    const std::unique_ptr<QObject> root(component.create());
    QVERIFY2(root, qPrintable(component.errorString()));
    QTEST(!clippedTexts(*qobject_cast<QQuickItem *>(root.get())).isEmpty(), "isFound");
}

QTEST_MAIN(TestClippedTexts)
#include "tst_clippedtexts.moc"
