// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <catalogue/humantext.h>
#include <explore/exploremodel.h>
#include <shell/language.h>
#include <shell/pseudotranslator.h>

#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// Each function is in a language of its own: cleanup() goes back to none.
class TestLanguage : public QObject
{
    Q_OBJECT

private:
    static void needGerman()
    {
        if (!QFile::exists(u":/aside-demo/translations/aside_de.qm"_s))
            QSKIP("built without Qt's translation tools");
    }

private Q_SLOTS:
    void cleanup();
    void german_isReadAndFormatted();
    void german_reachesQml();
    void german_reachesTheWordsOfQt();
    void unknownLanguage_changesNothing_data();
    void unknownLanguage_changesNothing();
    void languageWithoutTexts_staysEnglish();
    void pseudo_isLongerAndMarked_data();
    void pseudo_isLongerAndMarked();
    void pseudo_reachesEveryText();
};

void TestLanguage::cleanup()
{
    const auto translators = QCoreApplication::instance()->findChildren<QTranslator *>();
    qDeleteAll(translators); // which removes them, too
    QLocale::setDefault(QLocale::c());
}

void TestLanguage::german_isReadAndFormatted()
{
    needGerman();
    QVERIFY(useLanguage(u"de"_s));
    QCOMPARE(exactSizeText(1'423'310), u"1,4 MB (1.423.310 Bytes)"_s);
    cleanup();
    QVERIFY(useLanguage(u"de_AT"_s));
    QVERIFY(exactSizeText(1'423'310).endsWith(" Bytes)"_L1));
}

void TestLanguage::german_reachesQml()
{
    needGerman();
    QVERIFY(useLanguage(u"de"_s));
    QQmlEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    QQmlComponent component(&engine);
    component.setData("import AsideDemo\nExplorePage { explore: ExploreModel { } }", QUrl());
    const std::unique_ptr<QObject> page(component.create());
    QVERIFY2(page, qPrintable(component.errorString()));
    QCOMPARE(page->property("title").toString(), u"Erkunden"_s);
}

void TestLanguage::german_reachesTheWordsOfQt()
{
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) % u"/qtbase_de.qm"_s))
        QSKIP("Qt's own translations are not installed");
    const QString english = u"Displays version information."_s;
    QCOMPARE(QCoreApplication::translate("QCommandLineParser", qPrintable(english)), english);
    QVERIFY(useLanguage(u"de"_s));
    QVERIFY(QCoreApplication::translate("QCommandLineParser", qPrintable(english)) != english);
}

void TestLanguage::unknownLanguage_changesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such code") << u"xx"_s;
    QTest::newRow("a word") << u"gibberish"_s;
    QTest::newRow("a sign") << u"?"_s;
}

void TestLanguage::unknownLanguage_changesNothing()
{
    QFETCH(const QString, name);
    QVERIFY(!useLanguage(name));
    QCOMPARE(QLocale(), QLocale::c());
    QVERIFY(QCoreApplication::instance()->findChildren<QTranslator *>().isEmpty());
}

void TestLanguage::languageWithoutTexts_staysEnglish()
{
    QVERIFY(useLanguage(u"fr"_s));
    QCOMPARE(QLocale().language(), QLocale::French);
    QVERIFY(exactSizeText(1'423'310).endsWith("bytes)"_L1));
    cleanup();
    QVERIFY(useLanguage(u"C"_s));
    QCOMPARE(QLocale(), QLocale::c());
}

void TestLanguage::pseudo_isLongerAndMarked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("odd");
    QTest::newRow("a word") << u"Stop"_s << u"[Šţöp o]"_s;
    QTest::newRow("markers stay") << u"%1 of %L2, %n"_s << u"[%1 öf %L2, %n one t]"_s;
    QTest::newRow("line breaks stay") << u"a\nb"_s << u"[å\nb o]"_s;
}

void TestLanguage::pseudo_isLongerAndMarked()
{
    QFETCH(const QString, text);
    const QString odd = PseudoTranslator().translate("Any", qPrintable(text));
    QTEST(odd, "odd");
    QVERIFY(10 * odd.size() >= 14 * text.size());
    QCOMPARE(PseudoTranslator().translate("Any", ""), QString());
    const QString longer = text.repeated(40); // the padding never ends before
    QVERIFY(10 * PseudoTranslator().translate("Any", qPrintable(longer)).size() >= 14 * longer.size());
}

void TestLanguage::pseudo_reachesEveryText()
{
    QVERIFY(useLanguage(u"pseudo"_s));
    QVERIFY(exactSizeText(1'423'310).startsWith("[1.4 MB (1,423,310 "_L1));
    ExploreModel explore;
    explore.openUrl(QUrl(u"https://example.org/"_s));
    QVERIFY(explore.notice->text.startsWith(u'['));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
