// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "demowindow.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QStyleHints>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// What buttons say to those who point at them.
class TestTips : public QObject
{
    Q_OBJECT

private:
    void pointAt(const QString &name) const
    {
        const QQuickItem *const target = m_demo->drawn(name);
        QTest::mouseMove(&m_demo->window(), target->mapToScene({target->width() / 2, target->height() / 2}).toPoint());
    }
    /// Something over the window that says \a text; null if nothing does.
    QQuickItem *said(const QString &text) const { return find(*m_demo->window().contentItem(), text); }
    static QQuickItem *find(const QQuickItem &place, const QString &text)
    {
        const QList<QQuickItem *> items = place.childItems();
        for (QQuickItem *const item : items) {
            if (!item->isVisible())
                continue;
            if (item->property("textFormat").isValid() && item->property("text").toString() == text)
                return item;
            if (QQuickItem *const found = find(*item, text))
                return found;
        }
        return nullptr;
    }

    std::unique_ptr<DemoWindow> m_demo;

private Q_SLOTS:
    void init();
    void cleanup() { m_demo.reset(); }

    void pointing_showsWhatTheTextLeavesOut();
    void pointingElsewhere_hidesIt();
    void pressing_hidesIt();
    void textFromElsewhere_isShownAsItIs();
};

void TestTips::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QGuiApplication::styleHints()->setUseHoverEffects(true); // which is off where there is no screen
    m_demo = std::make_unique<DemoWindow>();
    QVERIFY(m_demo->show());
    QTest::mouseMove(&m_demo->window(), {600, 400});
}

void TestTips::pointing_showsWhatTheTextLeavesOut()
{
    QVERIFY(!said(u"Dashboard (Ctrl+2)"_s));
    pointAt(u"page2"_s);
    QTRY_VERIFY(said(u"Dashboard (Ctrl+2)"_s));
    // Beside the rail, and not over its buttons.
    const QQuickItem *const button = m_demo->drawn(u"page2"_s);
    QVERIFY(said(u"Dashboard (Ctrl+2)"_s)->mapToScene({}).x() > button->mapToScene({button->width(), 0}).x());
}

void TestTips::pointingElsewhere_hidesIt()
{
    pointAt(u"page2"_s);
    QTRY_VERIFY(said(u"Dashboard (Ctrl+2)"_s));
    pointAt(u"page3"_s);
    QTRY_VERIFY(!said(u"Dashboard (Ctrl+2)"_s));
    QTRY_VERIFY(said(u"Background (Ctrl+3)"_s));
}

void TestTips::pressing_hidesIt()
{
    pointAt(u"page2"_s);
    QTRY_VERIFY(said(u"Dashboard (Ctrl+2)"_s));
    m_demo->click(m_demo->drawn(u"page2"_s));
    QVERIFY(!said(u"Dashboard (Ctrl+2)"_s));
}

void TestTips::textFromElsewhere_isShownAsItIs()
{
    QVERIFY(m_demo->place().addFile("root/notes.txt"));
    QVERIFY(m_demo->openRoot());
    m_demo->press(Qt::Key_2, Qt::ControlModifier);
    m_demo->item(u"totals"_s)->setProperty("name", u"<b>words</b>"_s);
    pointAt(u"totalsAgain"_s);
    QTRY_VERIFY(said(u"Load “<b>words</b>” again"_s));
    QCOMPARE(said(u"Load “<b>words</b>” again"_s)->property("textFormat").toInt(), 0); // Text.PlainText
}

QTEST_MAIN(TestTips)
#include "tst_tips.moc"
