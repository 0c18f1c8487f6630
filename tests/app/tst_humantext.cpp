// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <catalogue/humantext.h>

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestHumanText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void sizeText_isShort_data();
    void sizeText_isShort();
    void exactSizeText_addsBytesOnlyWhereTheyTellMore();
    void dateText_isLocalTime();
    void unknown_isADash();
    void countText_followsTheLocale();
    void one_isSingular();
};

void TestHumanText::sizeText_isShort_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << u"0 bytes"_s;
    QTest::newRow("just below a kB") << qint64(999) << u"999 bytes"_s;
    QTest::newRow("a kB") << qint64(1000) << u"1.0 kB"_s;
    QTest::newRow("more") << qint64(1'423'310) << u"1.4 MB"_s;
    QTest::newRow("the largest") << std::numeric_limits<qint64>::max() << u"9.2 EB"_s;
}

void TestHumanText::sizeText_isShort()
{
    QFETCH(const qint64, bytes);
    QTEST(sizeText(bytes), "text");
}

void TestHumanText::exactSizeText_addsBytesOnlyWhereTheyTellMore()
{
    QCOMPARE(exactSizeText(12), u"12 bytes"_s);
    QCOMPARE(exactSizeText(1'423'310), u"1.4 MB (1,423,310 bytes)"_s);
}

void TestHumanText::dateText_isLocalTime()
{
    const QDateTime noon(QDate(2024, 2, 29), QTime(12, 30));
    QCOMPARE(dateText(noon.toMSecsSinceEpoch()), u"2024-02-29 12:30"_s);
    QVERIFY(dateText(0) != dateText(-1));
}

void TestHumanText::unknown_isADash()
{
    QCOMPARE(sizeText(-1), u"\u2013"_s);
    QCOMPARE(exactSizeText(-1), u"\u2013"_s);
    QCOMPARE(dateText(-1), u"\u2013"_s);
}

void TestHumanText::countText_followsTheLocale()
{
    QCOMPARE(countText(147'034), u"147,034"_s);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(countText(147'034), u"147.034"_s);
    QLocale::setDefault(QLocale::c());
}

void TestHumanText::one_isSingular()
{
    QCOMPARE(filesText(0), u"0 files"_s);
    QCOMPARE(filesText(1), u"1 file"_s);
    QCOMPARE(filesText(1200), u"1,200 files"_s);
    QCOMPARE(inFoldersText(1), u"in 1 folder"_s);
    QCOMPARE(inFoldersText(12), u"in 12 folders"_s);
}

QTEST_APPLESS_MAIN(TestHumanText)
#include "tst_humantext.moc"
