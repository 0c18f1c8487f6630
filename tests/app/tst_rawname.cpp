// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <catalogue/rawname.h>

#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestRawName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFaithful_tellsWhetherTextLeadsBack_data();
    void isFaithful_tellsWhetherTextLeadsBack();
    void readableName_isNeverNull();
    void visibleText_hidesNothing_data();
    void visibleText_hidesNothing();
    void foldedName_ignoresCaseAndComposition();
    void foldedName_isNullForAscii();
};

void TestRawName::isFaithful_tellsWhetherTextLeadsBack_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("ascii") << QByteArray("a.txt");
    QTest::newRow("umlaut") << QByteArray("\xc3\xa4");
    QTest::newRow("beyond the first plane") << QByteArray("\xf0\x9f\x98\x80");
    QTest::newRow("replacement character itself") << QByteArray("\xef\xbf\xbd");
    QTest::newRow("line break") << QByteArray("a\nb");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("stray byte") << QByteArray("a\xffz");
    QTest::newRow("cut letter") << QByteArray("a\xc3");
    QTest::newRow("overlong slash") << QByteArray("\xc0\xaf");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("byte-order mark") << QByteArray("\xef\xbb\xbfx");
    QTest::newRow("byte-order mark within") << QByteArray("x\xef\xbb\xbf");
}

void TestRawName::isFaithful_tellsWhetherTextLeadsBack()
{
    QFETCH(const QByteArray, raw);
    QCOMPARE(isFaithful(raw), readableName(raw).toUtf8() == raw);
}

void TestRawName::readableName_isNeverNull()
{
    QVERIFY(!readableName({}).isNull());
    QVERIFY(!readableName("\xff").isEmpty());
}

void TestRawName::visibleText_hidesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"<b>ä</b> ok"_s << u"<b>ä</b> ok"_s;
    QTest::newRow("line break") << u"a\nb"_s << u"a\u21B5b"_s;
    QTest::newRow("escape") << u"\u001b[31m"_s << u"\uFFFD[31m"_s;
    QTest::newRow("delete") << u"\u007f"_s << u"\uFFFD"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\u21B5b"_s;
    QTest::newRow("reversed ending") << u"photo\u202Egnp.exe"_s << u"photo\uFFFDgnp.exe"_s;
    QTest::newRow("isolate") << u"\u2067x"_s << u"\uFFFDx"_s;
}

void TestRawName::visibleText_hidesNothing()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(visibleText(text), shown);
}

void TestRawName::foldedName_ignoresCaseAndComposition()
{
    QCOMPARE(foldedName(u"ÄRGER"_s), foldedName(u"ärger"_s));
    QCOMPARE(foldedName(u"a\u0308rger"_s), foldedName(u"ärger"_s));
    QCOMPARE(foldedName(u"STRAßE"_s), foldedName(u"straße"_s));
    QVERIFY(foldedName(u"ärger"_s) != foldedName(u"àrger"_s));
}

void TestRawName::foldedName_isNullForAscii()
{
    QVERIFY(foldedName(u"README"_s).isNull());
    QVERIFY(foldedName({}).isNull());
}

QTEST_APPLESS_MAIN(TestRawName)
#include "tst_rawname.moc"
