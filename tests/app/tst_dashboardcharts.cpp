// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "dashboardcase.h"

#include <algorithm>
#include <cmath>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// What the page draws: figures have to be read off it.
class TestDashboardCharts : public DashboardCase
{
    Q_OBJECT

private:
    Figures figures(const char *card) const { return m_dashboard->property(card).value<Aside::AsyncResult>().value<Figures>(); }
    QList<QQuickItem *> bars(const QString &card) const
    {
        QList<QQuickItem *> all;
        const auto places = marks(card);
        for (QQuickItem *mark : places)
            all.append(found(mark, u"bar"_s));
        return all;
    }
    void openAll()
    {
        m_window->resize(1200, 2400); // all are seen
        open();
        QTRY_VERIFY(hasCounted());
        QTRY_VERIFY(m_dashboard->files->isOk() && m_dashboard->years->isOk() && m_dashboard->ages->isOk() && m_dashboard->equalSizes->isOk());
    }

private Q_SLOTS:
    void init() { showPage(); }
    void cleanup() { m_engine.reset(); }
    void bars_areAsLongAsTheirFigures_data();
    void bars_areAsLongAsTheirFigures();
    void line_goesThroughItsPoints();
    void colours_tellFamiliesApart();
    void legend_namesWhatIsThere();
    void axes_haveTheirNumbers_data();
    void axes_haveTheirNumbers();
    void rankedRows_areAsManyAsFit();
    void tip_tellsTheFigure();
    void facts_areReadWithTheirFigures();
};

void TestDashboardCharts::bars_areAsLongAsTheirFigures_data()
{
    QTest::addColumn<bool>("isUpright");
    QTest::addColumn<bool>("isOther"); // the second series
    QTest::newRow("types") << false << false;
    QTest::newRow("files") << false << false;
    QTest::newRow("folders") << false << false;
    QTest::newRow("ages") << true << false;
    QTest::newRow("years") << true << true;
}

void TestDashboardCharts::bars_areAsLongAsTheirFigures()
{
    QFETCH(const bool, isUpright);
    QFETCH(const bool, isOther);
    const QString card = QString::fromLatin1(QTest::currentDataTag());
    m_sample->add("new", {DashboardSample::file("n1", 900), DashboardSample::file("n2", 800)}); // one column is higher
    openAll();
    const Figures all = figures(QTest::currentDataTag());
    const QList<double> values = isOther ? all.others : all.values;
    const QList<QQuickItem *> drawn = bars(card);
    QVERIFY(drawn.size() > 2 && drawn.size() <= values.size());
    const auto length = [&](const QQuickItem *bar) { return isUpright ? bar->height() : bar->width(); };
    const auto most = std::max_element(values.cbegin(), values.cbegin() + drawn.size());
    const double longest = length(drawn.at(most - values.cbegin()));
    QVERIFY2(longest > 40, qPrintable(QString::number(longest)));
    for (qsizetype i = 0; i < drawn.size(); ++i)
        QVERIFY2(std::abs(length(drawn.at(i)) - longest * values.at(i) / *most) <= 1, qPrintable(all.labels.at(i)));
}

void TestDashboardCharts::line_goesThroughItsPoints()
{
    openAll();
    const QList<QQuickItem *> places = marks(u"years"_s);
    QVERIFY(places.size() > 10);
    const auto pointOf = [](QQuickItem *mark) {
        const QQuickItem *point = found(mark, u"point"_s);
        return point->mapToScene({point->width() / 2, point->height() / 2});
    };
    for (qsizetype i = 1; i < places.size(); ++i) {
        const QQuickItem *line = found(places.at(i), u"line"_s);
        const QPointF from = line->mapToScene({0, line->height() / 2}) - pointOf(places.at(i - 1));
        const QPointF to = line->mapToScene({line->width(), line->height() / 2}) - pointOf(places.at(i));
        QVERIFY2(from.manhattanLength() < 2 && to.manhattanLength() < 2, qPrintable(QString::number(i)));
    }
    QVERIFY(pointOf(places.last()).y() < pointOf(places.first()).y() - 40); // it grows
}

void TestDashboardCharts::colours_tellFamiliesApart()
{
    openAll();
    const QList<QQuickItem *> drawn = bars(u"types"_s);
    const auto colourOf = [&](const QString &type) {
        return drawn.at(figures("types").labels.indexOf(type))->property("color").value<QColor>();
    };
    QCOMPARE(colourOf(u".flac"_s), colourOf(u".mp3"_s));
    QVERIFY(colourOf(u".flac"_s) != colourOf(u".png"_s));
    QVERIFY(colourOf(u".txt"_s) != colourOf(u".png"_s));
    QVERIFY(colourOf(u".txt"_s) != colourOf(u".flac"_s));
}

void TestDashboardCharts::legend_namesWhatIsThere()
{
    openAll();
    for (const char *family : {"Pictures", "Sound", "Text and code", "Others"})
        QVERIFY2(texts(u"types"_s).contains(QLatin1StringView(family)), family);
    QVERIFY(!texts(u"types"_s).contains(u"Video"_s));
    QVERIFY(texts(u"years"_s).contains(u"within the year"_s)); // no groups: all of it
}

void TestDashboardCharts::axes_haveTheirNumbers_data()
{
    QTest::addColumn<bool>("all"); // or as many as there is room for
    QTest::newRow("types") << false;
    QTest::newRow("ages") << true;
    QTest::newRow("years") << true;
}

void TestDashboardCharts::axes_haveTheirNumbers()
{
    QFETCH(const bool, all);
    openAll();
    const QStringList read = texts(QString::fromLatin1(QTest::currentDataTag()));
    const QStringList numbers = figures(QTest::currentDataTag()).axis.texts;
    const auto count = std::count_if(numbers.begin(), numbers.end(), [&](const QString &number) { return read.contains(number); });
    QVERIFY(count > 1 && (!all || count == numbers.size()));
}

void TestDashboardCharts::rankedRows_areAsManyAsFit()
{
    m_window->resize(640, 420);
    open();
    item(u"files"_s)->forceActiveFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_dashboard->files->isOk());
    const QList<QQuickItem *> rows = marks(u"files"_s);
    QVERIFY(rows.size() > 1 && rows.size() < figures("files").count());
    for (const QQuickItem *row : rows)
        QVERIFY(row->height() >= 40 && row->y() + row->height() <= row->parentItem()->height() + 1);
}

void TestDashboardCharts::tip_tellsTheFigure()
{
    openAll();
    marks(u"types"_s).first()->parentItem()->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_Down);
    QCOMPARE(item(u"tipLabel"_s, u"types"_s)->property("text").toString(), figures("types").labels.at(1));
    QCOMPARE(item(u"tipText"_s, u"types"_s)->property("text").toString(), figures("types").texts.at(1));
}

void TestDashboardCharts::facts_areReadWithTheirFigures()
{
    openAll();
    QTRY_VERIFY(m_dashboard->catalogueFile->isOk());
    for (const char *card : {"totals", "catalogueFile"}) {
        const Figures facts = figures(card);
        const QStringList read = texts(QString::fromLatin1(card));
        for (qsizetype i = 0; i < facts.count(); ++i)
            QVERIFY2(read.contains(facts.labels.at(i)) && read.contains(facts.texts.at(i)), qPrintable(facts.labels.at(i)));
    }
}

QTEST_MAIN(TestDashboardCharts)
#include "tst_dashboardcharts.moc"
