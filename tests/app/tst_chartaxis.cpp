// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <charts/chartaxis.h>

#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestChartAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticks_areRoundAndReachTheMost_data();
    void ticks_areRoundAndReachTheMost();
    void steps_areNoMoreThanAskedFor();
    void values_haveTheirUnit();
};

void TestChartAxis::ticks_areRoundAndReachTheMost_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<ChartUnit>("unit");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("nothing") << 0.0 << ChartUnit::Count << QStringList{u"0"_s, u"1"_s};
    QTest::newRow("one") << 1.0 << ChartUnit::Count << QStringList{u"0"_s, u"1"_s};
    QTest::newRow("whole numbers") << 3.0 << ChartUnit::Count << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("just reached") << 2000.0 << ChartUnit::Count
                                  << QStringList{u"0"_s, u"500"_s, u"1,000"_s, u"1,500"_s, u"2,000"_s};
    QTest::newRow("just passed") << 2001.0 << ChartUnit::Count << QStringList{u"0"_s, u"1,000"_s, u"2,000"_s, u"3,000"_s};
    QTest::newRow("few bytes") << 7.0 << ChartUnit::Bytes << QStringList{u"0"_s, u"2 bytes"_s, u"4 bytes"_s, u"6 bytes"_s, u"8 bytes"_s};
    QTest::newRow("between units") << 1.6e9 << ChartUnit::Bytes
                                   << QStringList{u"0"_s, u"500 MB"_s, u"1 GB"_s, u"1.5 GB"_s, u"2 GB"_s};
    QTest::newRow("large") << 8e12 << ChartUnit::Bytes << QStringList{u"0"_s, u"2 TB"_s, u"4 TB"_s, u"6 TB"_s, u"8 TB"_s};
    QTest::newRow("time") << 425.0 << ChartUnit::Milliseconds << QStringList{u"0"_s, u"200 ms"_s, u"400 ms"_s, u"600 ms"_s};
}

void TestChartAxis::ticks_areRoundAndReachTheMost()
{
    QFETCH(const double, most);
    QFETCH(const ChartUnit, unit);
    QFETCH(const QStringList, texts);
    const ChartAxis axis = ChartAxis::upTo(most, unit);
    QCOMPARE(axis.texts, texts);
    QCOMPARE(axis.ticks.size(), texts.size());
    QCOMPARE(axis.ticks.first(), 0.0);
    QCOMPARE(axis.ticks.last(), axis.maximum);
    QVERIFY(axis.maximum >= most);
}

void TestChartAxis::steps_areNoMoreThanAskedFor()
{
    for (double most = 0.01; most < 1e13; most *= 1.37) {
        for (const ChartUnit unit : {ChartUnit::Count, ChartUnit::Bytes, ChartUnit::Milliseconds}) {
            const ChartAxis axis = ChartAxis::upTo(most, unit, 5);
            QVERIFY2(axis.ticks.size() <= 6 && axis.maximum >= most * (1 - 1e-9), qPrintable(QString::number(most)));
        }
    }
}

void TestChartAxis::values_haveTheirUnit()
{
    QCOMPARE(valueText(1234, ChartUnit::Count), u"1,234"_s);
    QCOMPARE(valueText(1.25e6, ChartUnit::Bytes), u"1.3 MB"_s);
    QCOMPARE(valueText(99.6, ChartUnit::Milliseconds), u"100 ms"_s);
}

QTEST_GUILESS_MAIN(TestChartAxis)
#include "tst_chartaxis.moc"
